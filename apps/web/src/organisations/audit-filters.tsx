import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { AuditFilterDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_ACTIONS, AUDIT_RECORDS } from './audit-words.ts';

interface AuditFiltersProps {
  readonly people: ReadonlyMap<string, string>;
  readonly filter: AuditFilterDto;
  readonly onChange: (filter: AuditFilterDto) => void;
}

/** Who, what, to what, and when. Days are those of this browser's calendar. */
export function AuditFilters({ people, filter, onChange }: AuditFiltersProps): ReactNode {
  const { t } = useTranslation();
  const set = (name: keyof AuditFilterDto, value: string) => {
    const { [name]: _before, ...rest } = filter;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const any = { value: '', label: t('audit.any') };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      <NativeSelect
        label={t('audit.who')}
        value={filter.actorId ?? ''}
        data={[any, ...[...people].map(([value, label]) => ({ value, label }))]}
        onChange={(event) => set('actorId', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('audit.what')}
        value={filter.action ?? ''}
        data={[any, ...AUDIT_ACTIONS.map((value) => ({ value, label: t(`audit.actions.${value}`) }))]}
        onChange={(event) => set('action', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('audit.record')}
        value={filter.recordKind ?? ''}
        data={[any, ...AUDIT_RECORDS.map((value) => ({ value, label: t(`audit.records.${value}`) }))]}
        onChange={(event) => set('recordKind', event.currentTarget.value)}
      />
      <TextInput
        label={t('audit.since')}
        type="date"
        value={dayOf(filter.since, 0)}
        onChange={(event) => set('since', startOf(event.currentTarget.value, 0))}
      />
      <TextInput
        label={t('audit.until')}
        type="date"
        value={dayOf(filter.until, -1)}
        onChange={(event) => set('until', startOf(event.currentTarget.value, 1))}
      />
    </SimpleGrid>
  );
}

/** The first moment of a day ("2026-05-17"), `days` later; empty: none. The end of a range is exclusive. */
function startOf(day: string, days: number): string {
  if (day === '') return '';
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + days);
  return date.toISOString();
}

function dayOf(moment: string | undefined, days: number): string {
  if (moment === undefined) return '';
  const date = new Date(moment);
  date.setDate(date.getDate() + days);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
