import { Stack, Text, Title } from '@mantine/core';
import { HISTORY_KINDS } from '@snout/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PetHistory as History, petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { MoreButton } from '../../navigation/more-button.tsx';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import classes from './pet-history.module.css';

/** Names of the fields whose changes are told. */
const FIELDS = {
  name: 'details.name',
  breed: 'details.breed',
  sex: 'details.sex',
  neutered: 'details.neutered',
  birth: 'details.birth',
  colours: 'details.coat',
  pattern: 'details.pattern',
  marks: 'details.marks',
  microchips: 'details.microchips',
  medicalNotes: 'details.medicalNotes',
  contactNotes: 'details.contactNotes',
} as const;

/** What happened to a pet, newest first. */
export function PetHistory({ petId }: { readonly petId: string }): ReactNode {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.petHistory(petId),
    queryFn: ({ pageParam }) => petApi.history(petId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  if (pages.isSuccess && entries.length === 0) return null;
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('details.history')}
      </Title>
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      <ol className={classes['list']}>
        {entries.map((entry, index) => (
          // Entries have no ids, and none comes between them.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <HistoryEntry key={`${entry.at} ${index}`} entry={entry} />
        ))}
      </ol>
      <MoreButton pages={pages} />
    </Stack>
  );
}

function HistoryEntry({ entry }: { readonly entry: History['entries'][number] }): ReactNode {
  const { t, i18n } = useTranslation();
  const kind = HISTORY_KINDS.find((known) => known === entry.kind);
  const fields = entry.changes.map(({ field }) => (isKnown(field) ? t(FIELDS[field]) : field));
  const when = new Date(entry.at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <Text size="sm">
        {kind ? t(`details.happened.${kind}`) : entry.kind}
        {fields.length > 0 && ` ${fields.join(', ')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {entry.byName === null && entry.by !== null
          ? when
          : t(entry.byName === null ? 'details.byOthers' : 'details.byWho', { name: entry.byName ?? '', when })}
      </Text>
    </li>
  );
}

function isKnown(field: string): field is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, field);
}
