import { Alert, Button, Divider, Group, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { IdentificationDto, SpeciesDto } from '@snout/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { snoutApi } from '../api/snout-api.ts';
import { CameraButton } from '../enrol/camera-button.tsx';
import { Page } from '../navigation/page.tsx';
import { PLACES } from '../navigation/places.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { PhotoPicker } from '../photo/photo-picker.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useKeptIdentification } from './identification.tsx';
import classes from './identify-page.module.css';
import { PhotoAnswer } from './photo-answer.tsx';
import { useVerdictTitle } from './use-verdict-title.ts';
import { VerdictCard } from './verdict-card.tsx';

const VERDICTS = ['match', 'review', 'unknown'] as const;

/** "Who is this?": photos in, one verdict for each head out. */
export function IdentifyPage(): ReactNode {
  const { t } = useTranslation();
  const [kept, keep] = useKeptIdentification();
  const question = useMutation({ mutationFn: snoutApi.identify });
  const titleRef = useRef<HTMLHeadingElement>(null);
  const words = useAnswerWords(kept?.answer);

  const ask = (files: readonly File[]) =>
    question.mutate(files, {
      onSuccess: (answer) => {
        keep({ files, answer });
        requestAnimationFrame(() => titleRef.current?.focus());
      },
    });

  return (
    <Page title={t('who.title')} intro={t('who.intro')}>
      {!kept && (
        <>
          <CameraButton
            draftKey="identify"
            species={null}
            disabled={question.isPending}
            onPhotos={(photos) => ask(photos.map(({ file }) => file))}
          />
          <Divider label={t('enrol.orChoose')} />
          <PhotoPicker onPick={ask} disabled={question.isPending} />
        </>
      )}
      {!kept && !question.isPending && <HowItAnswers />}
      <LiveRegion words={question.isPending ? t('who.looking') : words} />
      {question.isPending && (
        <Group justify="center" gap="sm">
          <Loader size="sm" />
          <Text>{t('who.looking')}</Text>
        </Group>
      )}
      {question.isError && <ProblemAlert error={question.error} onRetry={() => ask(question.variables)} />}
      {kept && (
        <Stack gap="lg">
          <Group justify="space-between">
            <Title order={2} ref={titleRef} tabIndex={-1}>
              {t('who.resultTitle')}
            </Title>
            <Button variant="default" onClick={() => keep(null)}>
              {t('who.again')}
            </Button>
          </Group>
          {isEmptyGallery(kept.answer) && (
            <Alert color="pine">
              <Group justify="space-between">
                <Text size="sm">{t('who.empty')}</Text>
                <Button component={Link} href={PLACES.newPet} size="xs">
                  {t('who.goEnrol')}
                </Button>
              </Group>
            </Alert>
          )}
          {kept.answer.together && (
            <VerdictCard
              title={t('who.together')}
              verdict={kept.answer.together}
              species={speciesIn(kept.answer)}
              probe={null}
              file={null}
            />
          )}
          {kept.answer.photos.map((photo, index) => {
            const file = kept.files[index];
            return file && <PhotoAnswer key={photo.photo} file={file} photo={photo} />;
          })}
        </Stack>
      )}
    </Page>
  );
}

/** What the three answers mean, before there is one. */
function HowItAnswers(): ReactNode {
  const { t } = useTranslation();
  return (
    <SimpleGrid component="ul" cols={{ base: 1, sm: 3 }} className={classes['answers'] ?? ''}>
      {VERDICTS.map((verdict) => (
        <li key={verdict}>
          <Text fw={600} size="sm">
            {t(`verdict.${verdict}Badge`)}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`who.meaning.${verdict}`)}
          </Text>
        </li>
      ))}
    </SimpleGrid>
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

/** Photos decided on together show one animal each: any of them tells its species. */
function speciesIn({ photos }: IdentificationDto): SpeciesDto {
  const heads = photos.flatMap((photo) => (photo.kind === 'identified' ? photo.heads : []));
  return heads[0]?.species ?? 'dog';
}
