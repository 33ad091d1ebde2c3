import { Anchor, Badge, Button, Group, List, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import type { ImportDto, ImportResultDto } from '@snout/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ImportOutcome, importApi } from '../api/import-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { petPlace } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useReasonWords } from './use-reason-words.ts';

const FILTERS = ['all', 'error', 'duplicate', 'created'] as const;
const COLOURS = { created: 'pine', duplicate: 'yellow', error: 'danger' } as const;
/** While rows are being done, in milliseconds. */
const ASK_AGAIN_MS = 3000;

/** What became of each row, and why. */
export function ImportResults({ shown }: { readonly shown: ImportDto }): ReactNode {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const isRunning = shown.state === 'waiting' || shown.state === 'running';
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.importResults(shown.id, filter),
    queryFn: ({ pageParam }) => importApi.results(shown.id, filter === 'all' ? null : filter, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    refetchInterval: isRunning ? ASK_AGAIN_MS : false,
  });
  const results = pages.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <SectionCard
      title={t('imports.results')}
      actions={
        <Anchor href={importApi.resultsAddress(shown.id)} download="import-results.csv" size="sm">
          {t('imports.download')}
        </Anchor>
      }
    >
      <NativeSelect
        label={t('imports.show')}
        maw={260}
        value={filter}
        data={FILTERS.map((value) => ({ value, label: t(`imports.outcomes.${outcomeWord(value, shown.dryRun)}`) }))}
        onChange={(event) => setFilter(FILTERS.find((known) => known === event.currentTarget.value) ?? 'all')}
      />
      {pages.isPending && <Skeleton height={120} />}
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && results.length === 0 && <Text size="sm">{t(shown.done === 0 ? 'imports.notYet' : 'imports.none')}</Text>}
      {results.length > 0 && (
        <RowList label={t('imports.results')}>
          {results.map((result) => (
            <ResultRow key={result.row} result={result} isDryRun={shown.dryRun} />
          ))}
        </RowList>
      )}
      {pages.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('pets.more')}
          </Button>
        </Group>
      )}
    </SectionCard>
  );
}

function outcomeWord<Outcome extends ImportOutcome | 'all'>(outcome: Outcome, isDryRun: boolean): Outcome | 'could' {
  return isDryRun && outcome === 'created' ? 'could' : outcome;
}

function ResultRow({ result, isDryRun }: { readonly result: ImportResultDto; readonly isDryRun: boolean }): ReactNode {
  const { t } = useTranslation();
  const wordsOf = useReasonWords();
  const { row, name, reference, outcome, petId, reasons } = result;
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <Text fw={600} className="break">
          {name || t('imports.noName')}
        </Text>
        <Badge tt="none" color={COLOURS[outcome]} flex="none">
          {t(`imports.outcomes.${outcomeWord(outcome, isDryRun)}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" className="break">
        {t('imports.row', { number: row })}
        {reference !== '' && ` · ${reference}`}
      </Text>
      {reasons.length > 0 && outcome === 'created' && <Text size="sm">{t('imports.leftOut')}</Text>}
      <List size="sm" spacing={2} listStyleType={reasons.length > 1 ? 'disc' : 'none'} className="break">
        {reasons.map((reason) => (
          <List.Item key={JSON.stringify(reason)}>{wordsOf(reason)}</List.Item>
        ))}
      </List>
      {outcome === 'duplicate' && <Text size="sm">{t('imports.reason.advice')}</Text>}
      {petId !== null && (
        <Anchor component={Link} href={petPlace(petId)} size="sm">
          {t('imports.openPet', { name: nameOfPet(result) })}
        </Anchor>
      )}
    </Stack>
  );
}

/** Of a duplicate, the pet that is there. */
function nameOfPet({ name, reasons }: ImportResultDto): string {
  return reasons.flatMap((reason) => (reason.kind === 'duplicate' && reason.pet ? [reason.pet.name] : []))[0] ?? name;
}
