import { Anchor, Group, Skeleton, Stack } from '@mantine/core';
import type { ImportDto } from '@snout/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importApi } from '../api/import-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { LineIcon } from '../navigation/line-icon.tsx';
import { Page } from '../navigation/page.tsx';
import { PLACES } from '../navigation/places.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import type { ChosenFiles } from './import-form.tsx';
import { ImportResults } from './import-results.tsx';
import { ImportState } from './import-state.tsx';

/** How often a page asks how far an import is, in milliseconds. */
const ASK_AGAIN_MS = 1500;

function isOver({ state }: Pick<ImportDto, 'state'>): boolean {
  return state === 'finished' || state === 'cancelled';
}

interface OneImportProps {
  readonly importId: string;
  /** Those it was made from, when they are still at hand. */
  readonly files: ChosenFiles;
}

/** How far an import is, what became of its rows, and what comes next. */
export function OneImport({ importId, files }: OneImportProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const shown = useQuery({
    queryKey: QUERY_KEYS.import(importId),
    queryFn: () => importApi.show(importId),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : ASK_AGAIN_MS),
  });
  const { data } = shown;
  const over = data !== undefined && isOver(data);
  useEffect(() => {
    // What it made is in the lists, and its last rows are among the results.
    if (over) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'pets' || queryKey[2] === 'results' });
  }, [over, queries]);
  return (
    <Stack gap="md">
      <Group>
        <Anchor component={Link} href={PLACES.imports}>
          <Group component="span" gap={6}>
            <LineIcon name="back" size={16} />
            {t('imports.back')}
          </Group>
        </Anchor>
      </Group>
      <Page title={data?.fileName ?? t('imports.title')}>
        {shown.isPending && <Skeleton height={180} radius="lg" />}
        {shown.isError && <ProblemAlert error={shown.error} onRetry={() => void shown.refetch()} />}
        {data && <ImportState shown={data} files={files} />}
        {data && <ImportResults shown={data} />}
      </Page>
    </Stack>
  );
}
