import { Alert, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhotoUrl } from '../photo/use-photo-url.ts';
import classes from './capture.module.css';
import { CaptureIcon } from './capture-icon.tsx';
import { LibraryButton } from './capture-live.tsx';
import type { CaptureSession, CaptureView } from './capture-session.ts';
import { CAPTURE_STEPS } from './capture-steps.ts';
import { type CapturedPhoto, needsMark } from './captured-photo.ts';
import type { CanvasFrame } from './grab-frame.ts';

interface CaptureReviewProps {
  readonly session: CaptureSession<CanvasFrame>;
  readonly view: CaptureView;
  readonly onMark: (photo: CapturedPhoto) => void;
  readonly onAccept: () => void;
  readonly onDiscard: () => void;
}

/** The end of a capture: every photo can be looked at, taken again, marked or removed; then all are used. */
export function CaptureReview({ session, view, onMark, onAccept, onDiscard }: CaptureReviewProps): ReactNode {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { photos } = view;
  const missing = CAPTURE_STEPS.filter((step) => !photos.some((photo) => photo.step === step));
  const steps = CAPTURE_STEPS.flatMap((step) => photos.filter((photo) => photo.step === step));
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h4" ref={title} tabIndex={-1}>
          {t('capture.review.title')}
        </Title>
        <Text c="dimmed">{photos.length === 0 ? t('capture.review.empty') : t('capture.review.intro', { count: photos.length })}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {[...steps, ...photos.filter(({ step }) => step === null)].map((photo) => (
          <PhotoCard key={photo.id} photo={photo} photos={photos} session={session} onMark={onMark} />
        ))}
        {missing.map((step) => (
          <Card key={step} withBorder padding="sm">
            <Stack align="flex-start" justify="space-between" h="100%">
              <Text>{t('capture.review.missing', { step: t(`capture.step.${step}`) })}</Text>
              <Button
                size="sm"
                variant="default"
                leftSection={<CaptureIcon name="camera" size={18} />}
                aria-label={t('capture.review.takeNamed', { step: t(`capture.step.${step}`) })}
                onClick={() => session.retake({ id: '', step })}
              >
                {t('capture.review.take')}
              </Button>
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
      <Group className={classes['closing'] ?? ''}>
        <Button size="md" disabled={photos.length === 0} loading={view.developing > 0} onClick={onAccept}>
          {t('capture.review.accept')}
        </Button>
        <LibraryButton session={session} />
        {photos.length > 0 && <DiscardButton onDiscard={onDiscard} />}
      </Group>
      <Text size="sm" c="dimmed">
        {t('capture.review.kept')}
      </Text>
    </Stack>
  );
}

/** Asks once more: what is thrown away is gone. */
function DiscardButton({ onDiscard }: Pick<CaptureReviewProps, 'onDiscard'>): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <Button
      variant={asked ? 'filled' : 'subtle'}
      color="danger"
      onClick={() => (asked ? onDiscard() : setAsked(true))}
      onBlur={() => setAsked(false)}
    >
      {t(asked ? 'capture.review.discardSure' : 'capture.review.discard')}
    </Button>
  );
}

interface PhotoCardProps {
  readonly photo: CapturedPhoto;
  readonly photos: readonly CapturedPhoto[];
  readonly session: CaptureSession<CanvasFrame>;
  readonly onMark: (photo: CapturedPhoto) => void;
}

function PhotoCard({ photo, photos, session, onMark }: PhotoCardProps): ReactNode {
  const { t } = useTranslation();
  const src = usePhotoUrl(photo.file);
  const [broken, setBroken] = useState(false);
  const name = useName(photo, photos);
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        {broken || src === null ? (
          <Text size="sm">{broken ? t('capture.review.noPreview', { name: photo.file.name }) : ''}</Text>
        ) : (
          <img className={classes['shot']} src={src} alt={name} onError={() => setBroken(true)} />
        )}
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} truncate>
            {name}
          </Text>
          {photo.box && <Badge variant="light">{t('capture.review.marked')}</Badge>}
        </Group>
        {needsMark(photo) && (
          <Alert color="yellow" p="xs">
            {t('capture.review.needsMark')}
          </Alert>
        )}
        <Group gap={6}>
          {photo.step !== null && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('capture.review.retakeNamed', { photo: name })}
              onClick={() => session.retake(photo)}
            >
              {t('capture.review.retake')}
            </Button>
          )}
          {photo.size && (
            <Button
              size="xs"
              variant={needsMark(photo) ? 'filled' : 'default'}
              aria-label={t('capture.review.markNamed', { photo: name })}
              onClick={() => onMark(photo)}
            >
              {t('capture.review.mark')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            aria-label={t('capture.review.removeNamed', { photo: name })}
            onClick={() => session.removePhoto(photo.id)}
          >
            {t('capture.review.remove')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** "Front, photo 2", or the file's name. */
function useName(photo: CapturedPhoto, photos: readonly CapturedPhoto[]): string {
  const { t } = useTranslation();
  if (photo.step === null) return t('capture.review.libraryAlt', { name: photo.file.name });
  const number = photos.filter(({ step }) => step === photo.step).indexOf(photo) + 1;
  return t('capture.review.photoAlt', { step: t(`capture.step.${photo.step}`), number });
}
