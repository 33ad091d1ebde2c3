import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { MAX_PHOTOS_PER_REQUEST } from '@snout/contract';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PawMark } from './paw-mark.tsx';

interface PhotoPickerProps {
  readonly onPick: (files: readonly File[]) => void;
  readonly disabled?: boolean;
  /** Photos at once. */
  readonly most?: number;
}

/** Photos dropped, chosen from the device, or taken with its camera. The area to drop on is for the mouse; the buttons are for everybody. */
export function PhotoPicker({ onPick, disabled = false, most = MAX_PHOTOS_PER_REQUEST }: PhotoPickerProps): ReactNode {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<string | null>(null);
  const openFiles = useRef<(() => void) | null>(null);
  const pick = (files: readonly File[]) => {
    setRefusal(null);
    if (files.length > 0) onPick(files);
  };
  return (
    <Stack gap="xs">
      <Dropzone
        onDrop={pick}
        onReject={(rejected) =>
          setRefusal(
            rejected.some(({ errors }) => errors.some(({ code }) => code === 'too-many-files'))
              ? t('picker.tooMany', { count: most })
              : t('picker.rejected'),
          )
        }
        accept={['image/*', '.heic', '.heif']}
        maxFiles={most}
        disabled={disabled}
        inputProps={{ 'aria-label': t('picker.choose') }}
        openRef={openFiles}
        activateOnKeyboard={false}
        tabIndex={-1}
      >
        <Stack align="center" gap="xs" py="lg">
          <PawMark size={44} />
          <Text fw={600} ta="center">
            {t('picker.drop')}
          </Text>
          <Text size="sm" c="dimmed" ta="center">
            {t('picker.hint', { count: most })}
          </Text>
        </Stack>
      </Dropzone>
      <Group justify="center">
        <Button disabled={disabled} onClick={() => openFiles.current?.()}>
          {t('picker.choose')}
        </Button>
        <FileButton
          onChange={(file) => file && pick([file])}
          accept="image/*"
          capture="environment"
          disabled={disabled}
          inputProps={{ 'aria-label': t('picker.camera') }}
        >
          {(props) => (
            <Button variant="default" disabled={disabled} {...props}>
              {t('picker.camera')}
            </Button>
          )}
        </FileButton>
      </Group>
      {refusal && (
        <Text size="sm" c="danger" role="alert">
          {refusal}
        </Text>
      )}
    </Stack>
  );
}
