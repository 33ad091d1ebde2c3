import { Alert, Card, Grid, Stack, Text } from '@mantine/core';
import type { IdentificationDto, IdentifiedPhotoDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeadCrop } from '../photo/head-crop.tsx';
import { PhotoWithHeads } from '../photo/photo-with-heads.tsx';
import { QualityHints } from '../photo/quality-hints.tsx';
import { usePhotoUrl } from '../photo/use-photo-url.ts';
import { usePhotoProblemWords } from '../problem/use-photo-problem-words.ts';
import { VerdictCard } from './verdict-card.tsx';

interface PhotoAnswerProps {
  readonly file: File;
  readonly photo: IdentificationDto['photos'][number];
}

/** One photo with its heads, and what Snout says about each. */
export function PhotoAnswer({ file, photo }: PhotoAnswerProps): ReactNode {
  const words = usePhotoProblemWords();
  const src = usePhotoUrl(file);
  const frame = photo.kind === 'identified' ? photo : { width: 1, height: 1, heads: [] };
  return (
    <Card withBorder padding="md">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <PhotoWithHeads src={src} name={photo.photo} width={frame.width} height={frame.height} heads={frame.heads} />
          <Text size="xs" c="dimmed" mt={4} truncate>
            {photo.photo}
          </Text>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 7 }}>
          {photo.kind === 'problem' ? (
            <Alert color="yellow">{words(photo.problem)}</Alert>
          ) : (
            <Stack gap="lg">
              {photo.heads.map((head, index) => (
                <HeadAnswer key={head.box.join(' ')} file={file} photo={photo} index={index} src={src} />
              ))}
            </Stack>
          )}
        </Grid.Col>
      </Grid>
    </Card>
  );
}

interface HeadAnswerProps {
  readonly file: File;
  readonly photo: IdentifiedPhotoDto;
  readonly index: number;
  readonly src: string | null;
}

function HeadAnswer({ file, photo, index, src }: HeadAnswerProps): ReactNode {
  const { t } = useTranslation();
  const head = photo.heads[index];
  if (!head) return null;
  const species = t(`species.${head.species}`);
  const title = photo.heads.length > 1 ? t('photo.headLabel', { number: index + 1, species }) : null;
  const probe = src && <HeadCrop src={src} alt={t('verdict.yourPhoto')} box={head.box} width={photo.width} height={photo.height} />;
  return (
    <Stack gap="sm">
      <VerdictCard title={title} verdict={head.verdict} species={head.species} probe={probe} file={file} />
      <QualityHints quality={head.quality} />
    </Stack>
  );
}
