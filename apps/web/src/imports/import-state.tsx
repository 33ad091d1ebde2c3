import { Anchor, Badge, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import type { ImportDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importApi } from '../api/import-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { PLACES } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';
import type { ChosenFiles } from './import-form.tsx';
import { SendingFiles } from './sending-files.tsx';
import { useStartImport } from './use-start-import.ts';

interface ImportStateProps {
  readonly shown: ImportDto;
  readonly files: ChosenFiles;
}

/** Where an import stands: its progress, or how it ended and what to do now. */
export function ImportState({ shown, files }: ImportStateProps): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const { state, dryRun, rows, done, createdAt } = shown;
  const isRunning = state === 'waiting' || state === 'running';
  const ended = state === 'cancelled' ? t('imports.ended.cancelled') : t(dryRun ? 'imports.ended.check' : 'imports.ended.import');
  return (
    <SectionCard
      title={isRunning ? t(`imports.states.${state}`) : ended}
      intro={when(createdAt)}
      actions={dryRun && <Badge tt="none">{t('imports.isCheck')}</Badge>}
    >
      <LiveRegion words={isRunning ? '' : ended} />
      <Stack gap={4}>
        <Progress.Root size="lg">
          <Progress.Section value={rows === 0 ? 0 : (100 * done) / rows} aria-label={t('imports.progress', { done, rows })} />
        </Progress.Root>
        <Text size="sm">{t('imports.progress', { done, rows })}</Text>
      </Stack>
      <Counts shown={shown} />
      {isRunning && <Cancel importId={shown.id} />}
      {state === 'finished' && (dryRun ? <AfterCheck shown={shown} files={files} /> : <AfterImport shown={shown} />)}
    </SectionCard>
  );
}

function Counts({ shown: { dryRun, created, duplicates, errors } }: { readonly shown: ImportDto }): ReactNode {
  const { t } = useTranslation();
  return (
    <List size="sm" spacing={2}>
      <List.Item>{t(dryRun ? 'imports.counted.could' : 'imports.counted.created', { count: created })}</List.Item>
      {duplicates > 0 && <List.Item>{t('imports.counted.duplicate', { count: duplicates })}</List.Item>}
      {errors > 0 && <List.Item>{t('imports.counted.error', { count: errors })}</List.Item>}
    </List>
  );
}

function Cancel({ importId }: { readonly importId: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => importApi.cancel(importId),
    onSuccess: (cancelled) => queries.setQueryData(QUERY_KEYS.import(importId), cancelled),
  });
  return (
    <>
      {cancel.isError && <ProblemAlert error={cancel.error} />}
      <Group>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('imports.cancel')}
        </Button>
      </Group>
    </>
  );
}

/** Nothing was kept: the same files, for good this time. */
function AfterCheck({ shown: { created, duplicates, errors }, files }: ImportStateProps): ReactNode {
  const { t } = useTranslation();
  const { start, isPending, error, progress } = useStartImport();
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">
        {t('imports.nothingKept')} {errors + duplicates > 0 && t('imports.putRight')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('imports.onlyFiles')}
      </Text>
      {error && <ProblemAlert error={error} />}
      <SendingFiles progress={progress} />
      {created > 0 && files.list && (
        <Button loading={isPending} onClick={() => start(files, false)}>
          {t('imports.importNow', { count: created })}
        </Button>
      )}
      {!files.list && (
        <Anchor component={Link} href={PLACES.imports} size="sm">
          {t('imports.chooseAgain')}
        </Anchor>
      )}
    </Stack>
  );
}

function AfterImport({ shown: { created, duplicates, errors } }: Pick<ImportStateProps, 'shown'>): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" align="flex-start">
      {errors + duplicates > 0 && <Text size="sm">{t('imports.putRight')}</Text>}
      {created > 0 && (
        <Button component={Link} href={PLACES.pets}>
          {t('imports.toPets')}
        </Button>
      )}
    </Stack>
  );
}
