import { Alert, Button, FileButton, Group, Menu, Stack, Text, Title } from '@mantine/core';
import type { SpeciesDto } from '@snout/contract';
import type { LiveSight } from '@snout/vision/live';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureSession, CaptureView } from './capture-session.ts';
import { CaptureStage } from './capture-stage.tsx';
import { type CaptureStep, SKIP_REASONS } from './capture-steps.ts';
import { CaptureTools } from './capture-tools.tsx';
import type { CanvasFrame } from './grab-frame.ts';
import { useCamera } from './use-camera.ts';
import { useLiveLooks } from './use-live-looks.ts';
import { useSpeaks } from './use-speaks.ts';
import { useSpokenHint } from './use-spoken-hint.ts';

/** How the detector stands: being loaded, there, or not to be had. */
export type SightState = { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly sight: LiveSight } | { readonly kind: 'failed' };

interface CaptureLiveProps {
  readonly session: CaptureSession<CanvasFrame>;
  readonly view: CaptureView;
  readonly step: CaptureStep;
  readonly species: SpeciesDto | null;
  readonly sight: SightState;
}

/** One step with the live camera: picture, hint, tools, and the ways around. */
export function CaptureLive({ session, view, step, species, sight }: CaptureLiveProps): ReactNode {
  const { t, i18n } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const { state, switchOver, tryAgain } = useCamera(true);
  const [speaks, setSpeaks] = useSpeaks();
  const live = state.kind === 'live';
  useLiveLooks({
    video,
    sight: sight.kind === 'ready' ? sight.sight : null,
    active: live && sight.kind !== 'loading',
    nose: step === 'nose',
    onFrame: session.see,
  });
  const { shown } = view.hint;
  const hint = shown === null ? '' : t(`capture.hint.${shown}`);
  useSpokenHint({ hint: view.hint, words: hint, language: i18n.language, enabled: speaks && live });

  if (state.kind === 'failed') {
    return (
      <Alert color="yellow" title={t('capture.failed.title')} role="alert">
        <Stack align="flex-start">
          <Text>{t(`capture.failed.${state.why}`)}</Text>
          <Group>
            {state.why !== 'insecure' && <Button onClick={tryAgain}>{t('capture.tryAgain')}</Button>}
            <LibraryButton session={session} />
          </Group>
        </Stack>
      </Alert>
    );
  }
  const waiting = !live ? t('capture.asking') : sight.kind === 'loading' ? `${t('capture.loading')} ${t('capture.loadingHint')}` : null;
  return (
    <Stack gap="sm">
      <StepTitle step={step} />
      <CaptureStage video={video} stream={live ? state.camera.stream : null} view={view} hint={hint} waiting={waiting} />
      {sight.kind === 'failed' && <Alert color="yellow">{t('capture.noDetector')}</Alert>}
      {view.offersHand && live && (
        <Stack gap={4} align="center">
          <Text size="sm" c="dimmed">
            {t('capture.takeNowHint')}
          </Text>
          <Button size="md" onClick={session.takeNow}>
            {t('capture.takeNow')}
          </Button>
        </Stack>
      )}
      <CaptureTools camera={live ? state.camera : null} switchOver={switchOver} speaks={speaks} onSpeaks={setSpeaks} />
      <Group justify="center" gap="xs">
        <SkipMenu session={session} step={step} species={species} />
        <LibraryButton session={session} />
        {view.photos.length > 0 && (
          <Button variant="subtle" onClick={session.finish}>
            {t('capture.finish')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Takes the keyboard when the step changes, so that the next one is read. */
function StepTitle({ step }: { readonly step: CaptureStep }): ReactNode {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it follows.
  useEffect(() => {
    if (!first.current && document.activeElement === document.body) title.current?.focus();
    first.current = false;
  }, [step]);
  return (
    <div aria-live="polite">
      <Title order={3} size="h4" ref={title} tabIndex={-1}>
        {t(`capture.lead.${step}`)}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`capture.how.${step}`)}
      </Text>
    </div>
  );
}

interface SkipMenuProps {
  readonly session: CaptureSession<CanvasFrame>;
  readonly step: CaptureStep;
  readonly species: SpeciesDto | null;
}

function SkipMenu({ session, step, species }: SkipMenuProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <Button variant="subtle">{t('capture.skip')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SKIP_REASONS.filter((reason) => reason !== 'cat-nose' || (step === 'nose' && species !== 'dog')).map((reason) => (
          <Menu.Item key={reason} onClick={() => session.skip(reason)}>
            {t(`capture.skipReason.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function LibraryButton({ session }: Pick<SkipMenuProps, 'session'>): ReactNode {
  const { t } = useTranslation();
  return (
    <FileButton
      multiple
      accept="image/*,.heic,.heif"
      onChange={(files) => files.length > 0 && void session.addFiles(files)}
      inputProps={{ 'aria-label': t('capture.library') }}
    >
      {(props) => (
        <Button variant="subtle" {...props}>
          {t('capture.library')}
        </Button>
      )}
    </FileButton>
  );
}
