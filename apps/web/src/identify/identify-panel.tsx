import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import type { IdentificationDto } from '@snout/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { snoutApi } from '../api/snout-api.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { PhotoPicker } from '../photo/photo-picker.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { PhotoAnswer } from './photo-answer.tsx';
import { useVerdictTitle } from './use-verdict-title.ts';
import { VerdictCard } from './verdict-card.tsx';

/** "Who is this?": photos in, one verdict for each head out. */
export function IdentifyPanel(): ReactNode {
  const { t } = useTranslation();
  const [files, setFiles] = useState<readonly File[]>([]);
  const answer = useMutation({ mutationFn: snoutApi.identify });
  const titleRef = useRef<HTMLHeadingElement>(null);
  const words = useAnswerWords(answer.data);

  const ask = (chosen: readonly File[]) => {
    setFiles(chosen);
    answer.mutate(chosen, { onSuccess: () => requestAnimationFrame(() => titleRef.current?.focus()) });
  };
  const startAgain = () => {
    setFiles([]);
    answer.reset();
  };

  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h2">
          {t('who.title')}
        </Title>
        <Text c="dimmed">{t('who.intro')}</Text>
      </div>
      {!answer.data && <PhotoPicker onPick={ask} disabled={answer.isPending} />}
      <LiveRegion words={answer.isPending ? t('who.looking') : words} />
      {answer.isPending && (
        <Group justify="center" gap="sm">
          <Loader size="sm" />
          <Text>{t('who.looking')}</Text>
        </Group>
      )}
      {answer.isError && <ProblemAlert error={answer.error} onRetry={() => ask(files)} />}
      {answer.data && (
        <Stack gap="lg">
          <Group justify="space-between">
            <Title order={3} ref={titleRef} tabIndex={-1}>
              {t('who.resultTitle')}
            </Title>
            <Button variant="light" onClick={startAgain}>
              {t('who.again')}
            </Button>
          </Group>
          {isEmptyGallery(answer.data) && (
            <Alert color="pine">
              <Group justify="space-between">
                <Text size="sm">{t('who.empty')}</Text>
                <Button component="a" href="#/enrol" size="xs">
                  {t('who.goEnrol')}
                </Button>
              </Group>
            </Alert>
          )}
          {answer.data.together && <VerdictCard title={t('who.together')} verdict={answer.data.together} probe={null} />}
          {answer.data.photos.map((photo, index) => {
            const file = files[index];
            return file && <PhotoAnswer key={photo.photo} file={file} photo={photo} />;
          })}
        </Stack>
      )}
    </Stack>
  );
}

/** The answer in a sentence or two, for those who listen. */
function useAnswerWords(data: IdentificationDto | undefined): string {
  const { t } = useTranslation();
  const title = useVerdictTitle();
  if (!data) return '';
  return data.photos
    .map((photo) => {
      const verdicts = photo.kind === 'problem' ? t('problem.title') : photo.heads.map(({ verdict }) => title(verdict)).join(', ');
      return t('who.summary', { photo: photo.photo, verdicts });
    })
    .join('. ');
}

function isEmptyGallery(data: IdentificationDto): boolean {
  const heads = data.photos.flatMap((photo) => (photo.kind === 'identified' ? photo.heads : []));
  return heads.length > 0 && heads.every(({ verdict }) => verdict.why.includes('empty-gallery'));
}
