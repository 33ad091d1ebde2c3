import { Group, List, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { API_PATHS, apiPath } from '@snout/contract';
import { evidenceSchema } from '@snout/contract/evidence';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { request } from '../api/request.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { MatchPicture } from './match-picture.tsx';
import { useCoatWords } from './use-coat-words.ts';

interface MatchViewProps {
  readonly petId: string;
  /** The photo asked about; it is sent again, since the service keeps none. */
  readonly file: File;
}

/** Two heads side by side with what their coats have in common, and what that says. */
export function MatchView({ petId, file }: MatchViewProps): ReactNode {
  const { t } = useTranslation();
  const coatWords = useCoatWords();
  const [drawn, setDrawn] = useState<'lines' | 'heat'>('lines');
  const evidence = useQuery({
    queryKey: QUERY_KEYS.evidence(petId, file),
    queryFn: ({ signal }) => {
      const body = new FormData();
      body.append('photos', file, file.name);
      return request(apiPath(API_PATHS.petEvidence, { petId }), evidenceSchema, { method: 'POST', body, signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (evidence.isPending) {
    return (
      <Group gap="sm">
        <Loader size="sm" />
        <LiveRegion words={t('match.looking')} />
        <Text size="sm">{t('match.looking')}</Text>
      </Group>
    );
  }
  if (evidence.isError) return <ProblemAlert error={evidence.error} onRetry={() => evidence.refetch()} />;
  const words = coatWords(evidence.data);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Title order={4} size="h5">
          {t('match.title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('match.show')}
          value={drawn}
          onChange={setDrawn}
          data={[
            { value: 'lines', label: t('match.lines') },
            { value: 'heat', label: t('match.heat') },
          ]}
        />
      </Group>
      <MatchPicture evidence={evidence.data} drawn={drawn} description={t('match.picture', { words: words[0] ?? '' })} />
      <List size="sm" spacing={2}>
        {words.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
