import { Anchor, Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AuditEntry } from '../api/audit-api.ts';
import { petPlace } from '../navigation/places.ts';
import { useWhen } from '../time/use-when.ts';
import { AUDIT_ACTIONS, AUDIT_RECORDS } from './audit-words.ts';

interface AuditRowProps {
  readonly entry: AuditEntry;
  readonly people: ReadonlyMap<string, string>;
  /** Names by id, of those that can be seen. */
  readonly pets: ReadonlyMap<string, string>;
}

/** One entry in words, with its ids and values for those who need them. */
export function AuditRow({ entry, people, pets }: AuditRowProps): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const { at, actor, action, record, before, after, requestId } = entry;
  const knownAction = AUDIT_ACTIONS.find((known) => known === action);
  const knownRecord = AUDIT_RECORDS.find((known) => known === record.kind);
  const pet = record.kind === 'pet' ? pets.get(record.id) : undefined;
  const who = (actor.id !== null && people.get(actor.id)) || t(`audit.actors.${actor.kind}`);
  const values = [
    ['record', `${record.kind} ${record.id}`],
    ['actor', `${actor.kind} ${actor.id ?? ''}`],
    ...(requestId === null ? [] : [['request', requestId]]),
    ...(before === null ? [] : [['before', JSON.stringify(before)]]),
    ...(after === null ? [] : [['after', JSON.stringify(after)]]),
  ];
  return (
    <>
      <Text fw={600}>
        {knownAction ? t(`audit.actions.${knownAction}`) : action}
        <Text span c="dimmed" fw={400}>
          {' '}
          ·{' '}
          {pet === undefined ? (
            (knownRecord && t(`audit.records.${knownRecord}`)) || record.kind
          ) : (
            <Anchor component={Link} href={petPlace(record.id)}>
              {pet}
            </Anchor>
          )}
        </Text>
      </Text>
      <Text size="sm" c="dimmed">
        {t('audit.by', { who, when: when(at) })}
      </Text>
      <details>
        <summary>
          <Text span size="sm">
            {t('audit.details')}
          </Text>
        </summary>
        <Code block tabIndex={0} className="break">
          {values.map(([name, value]) => `${name}: ${value}`).join('\n')}
        </Code>
      </details>
    </>
  );
}
