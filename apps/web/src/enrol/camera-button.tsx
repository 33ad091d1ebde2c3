import { Button, CloseButton, Group, Loader, Modal, Stack, Text, Title } from '@mantine/core';
import { MAX_PHOTOS_PER_REQUEST, type SpeciesDto } from '@snout/contract';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddedPhoto } from './use-enrolment.ts';

/** Loaded when it is wanted: the page must be quick for those who have their photos already. */
const GuidedCapture = lazy(async () => ({ default: (await import('../capture/guided-capture.tsx')).GuidedCapture }));

interface CameraButtonProps {
  /** Names the draft that is kept in the browser: one for each purpose. */
  readonly draftKey: string;
  readonly species: SpeciesDto | null;
  readonly disabled: boolean;
  readonly onPhotos: (photos: readonly AddedPhoto[]) => void;
}

/** Opens the guided capture over the whole page, and hands on its photos. */
export function CameraButton({ draftKey, species, disabled, onPhotos }: CameraButtonProps): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Stack gap={4} align="center">
      <Button variant="light" size="md" disabled={disabled} onClick={() => setOpen(true)}>
        {t('capture.open')}
      </Button>
      <Text size="sm" c="dimmed" ta="center">
        {t('capture.openHint')}
      </Text>
      <Modal.Root opened={open} onClose={close} fullScreen>
        <Modal.Content aria-label={t('capture.title')}>
          <Modal.Body maw={820} mx="auto">
            <Group justify="space-between" wrap="nowrap" mb="sm">
              <Title order={2} size="h4">
                {t('capture.title')}
              </Title>
              <CloseButton size="lg" aria-label={t('capture.close')} onClick={close} />
            </Group>
            <Suspense fallback={<Loader aria-label={t('capture.loading')} />}>
              <GuidedCapture
                draftKey={draftKey}
                species={species}
                onDone={(photos) => {
                  onPhotos(
                    photos
                      .slice(0, MAX_PHOTOS_PER_REQUEST)
                      .map(({ file, box, step }) => ({ file, drawn: box, ...(step === 'nose' ? { view: step } : {}) })),
                  );
                  close();
                }}
                onCancel={close}
              />
            </Suspense>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </Stack>
  );
}
