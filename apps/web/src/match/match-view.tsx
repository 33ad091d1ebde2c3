import { Group, List, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { API_PATHS, apiPath } from '@snout/contract';
import { evidenceSchema } from '@snout/contract/evidence';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { request } from '../api/request.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { MatchPicture } from './match-picture.tsx';
import { useCoatWords } from './use-coat-words.ts';

type Drawn = 'lines' | 'heat' | 'face';

/** `faces`: the score of the faces is explained, too; it takes the service some seconds. */
function evidenceOf(petId: string, file: File, faces: boolean) {
  return queryOptions({
    queryKey: QUERY_KEYS.evidence(petId, file, faces),
    queryFn: ({ signal }) => {
      const body = new FormData();
      body.append('photos', file, file.name);
      const path = apiPath(API_PATHS.petEvidence, { petId });
      return request(faces ? `${path}?faces=true` : path, evidenceSchema, { method: 'POST', body, signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

interface MatchViewProps {
  readonly petId: string;
  /** The photo asked about; it is sent again, since the service keeps none. */
  readonly file: File;
}

/** Two heads side by side with what their coats have in common, and what that says. */
export function MatchView({ petId, file }: MatchViewProps): ReactNode {
  const { t } = useTranslation();
  const coatWords = useCoatWords();
  const [drawn, setDrawn] = useState<Drawn>('lines');
  const marks = useQuery(evidenceOf(petId, file, false));
  const faces = useQuery({ ...evidenceOf(petId, file, true), enabled: drawn === 'face' });
  const evidence = drawn === 'face' ? faces : marks;
  if (evidence.isPending) {
    return (
      <Group gap="sm">
        <Loader size="sm" />
        <LiveRegion words={t(drawn === 'face' ? 'match.explaining' : 'match.looking')} />
        <Text size="sm">{t(drawn === 'face' ? 'match.explaining' : 'match.looking')}</Text>
      </Group>
    );
  }
  if (evidence.isError) return <ProblemAlert error={evidence.error} onRetry={() => evidence.refetch()} />;
  const coat = coatWords(evidence.data);
  const words = drawn === 'face' ? [t('match.faceHeat'), t('match.faceHeatLimits')] : coat;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Title order={4} size="h5">
          {t(drawn === 'face' ? 'match.faceTitle' : 'match.title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('match.show')}
          value={drawn}
          onChange={setDrawn}
          data={[
            { value: 'lines', label: t('match.lines') },
            { value: 'heat', label: t('match.heat') },
            { value: 'face', label: t('match.faceShort') },
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
