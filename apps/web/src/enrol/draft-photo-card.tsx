import { Alert, Button, Card, Grid, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoWithHeads } from '../photo/photo-with-heads.tsx';
import { QualityHints } from '../photo/quality-hints.tsx';
import { usePhotoUrl } from '../photo/use-photo-url.ts';
import { usePhotoProblemWords } from '../problem/use-photo-problem-words.ts';
import type { DraftChange, DraftPhoto } from './enrol-draft.ts';

interface DraftPhotoCardProps {
  readonly photo: DraftPhoto;
  readonly checking: boolean;
  readonly onChange: (change: DraftChange) => void;
}

/** A chosen photo: its heads, what is good or bad about it, and which head is meant when there are several. */
export function DraftPhotoCard({ photo, checking, onChange }: DraftPhotoCardProps): ReactNode {
  const { t } = useTranslation();
  const src = usePhotoUrl(photo.file);
  const { file, seen, chosen } = photo;
  const frame = seen?.kind === 'analysed' ? seen : { width: 1, height: 1, heads: [], nose: null };
  return (
    <Card withBorder padding="sm">
      <Grid gap="md">
        <Grid.Col span={{ base: 12, xs: 5 }}>
          <PhotoWithHeads
            src={src}
            name={file.name}
            width={frame.width}
            height={frame.height}
            heads={frame.nose ? [] : frame.heads}
            nose={frame.nose}
            chosen={chosen}
            onChoose={(index) => onChange({ kind: 'head-chosen', id: photo.id, index })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 7 }}>
          <Stack gap="sm">
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={600} truncate>
                {file.name}
              </Text>
              <Button
                size="xs"
                variant="default"
                aria-label={t('photo.removeNamed', { name: file.name })}
                onClick={() => onChange({ kind: 'photo-removed', id: photo.id })}
              >
                {t('photo.remove')}
              </Button>
            </Group>
            {seen ? <SeenWords photo={photo} /> : checking && <Loader size="xs" />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Card>
  );
}

function SeenWords({ photo: { seen, chosen, view } }: { readonly photo: DraftPhoto }): ReactNode {
  const { t } = useTranslation();
  const words = usePhotoProblemWords();
  if (seen === null) return null;
  if (seen.kind === 'problem') return <Alert color="yellow">{words(seen.problem)}</Alert>;
  if (seen.nose) {
    return (
      <>
        <Text size="sm">{t('photo.noseFound')}</Text>
        <QualityHints quality={seen.nose.quality} of="nose" />
      </>
    );
  }
  const head = seen.heads[chosen ?? 0];
  if (!head && view === 'nose') return <Alert color="yellow">{t('photoProblem.no-nose')}</Alert>;
  if (!head) return <Alert color="yellow">{t('enrol.noHead')}</Alert>;
  if (seen.heads.length > 1 && chosen === null) return <Alert color="yellow">{t('enrol.chooseHead')}</Alert>;
  return (
    <>
      <Text size="sm">
        {seen.heads.length > 1 ? t('enrol.chosenHead', { number: (chosen ?? 0) + 1 }) : t('photo.headsFound', { count: seen.heads.length })}
      </Text>
      <QualityHints quality={head.quality} />
    </>
  );
}
