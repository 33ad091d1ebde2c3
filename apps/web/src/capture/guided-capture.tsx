import { Loader, Stack } from '@mantine/core';
import type { SpeciesDto } from '@snout/contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../photo/live-region.tsx';
import { CaptureLive } from './capture-live.tsx';
import { CaptureProgress } from './capture-progress.tsx';
import { CaptureReview } from './capture-review.tsx';
import type { CapturedPhoto } from './captured-photo.ts';
import { HeadMarker } from './head-marker.tsx';
import { useCaptureSession } from './use-capture-session.ts';

interface GuidedCaptureProps {
  /** Names the draft that is kept in the browser: one for each purpose. */
  readonly draftKey: string;
  /** Where it is known: only cats may leave out the nose for being cats. */
  readonly species?: SpeciesDto | null;
  /** Takes over the photos; the draft is kept until it resolves. */
  readonly onDone: (photos: readonly CapturedPhoto[]) => void | Promise<void>;
  readonly onCancel: () => void;
}

/** Guided capture with the live camera: front, left, right, nose; then a review of the photos. */
export function GuidedCapture({ draftKey, species = null, onDone, onCancel }: GuidedCaptureProps): ReactNode {
  const { t } = useTranslation();
  const { session, view, sight } = useCaptureSession(draftKey);
  const [marking, setMarking] = useState<CapturedPhoto | null>(null);
  if (!view.ready) return <Loader aria-label={t('capture.loading')} />;
  const { step } = view.capture;

  const accept = async () => {
    await onDone(view.photos);
    await session.discard();
  };
  const discard = async () => {
    await session.discard();
    onCancel();
  };
  if (marking?.size) {
    const done = (box: CapturedPhoto['box']) => {
      session.mark(marking.id, box);
      setMarking(null);
    };
    return <HeadMarker file={marking.file} size={marking.size} box={marking.box} onDone={done} />;
  }
  const last = view.photos.at(-1)?.step;
  return (
    <Stack gap="md">
      <CaptureProgress capture={view.capture} />
      <LiveRegion words={last ? t('capture.taken', { step: t(`capture.step.${last}`) }) : ''} />
      {step === null ? (
        <CaptureReview session={session} view={view} onMark={setMarking} onAccept={() => void accept()} onDiscard={() => void discard()} />
      ) : (
        <CaptureLive session={session} view={view} step={step} species={species} sight={sight} />
      )}
    </Stack>
  );
}
