import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadState } from './upload-job.ts';

interface UploadNoticeProps {
  readonly state: UploadState<unknown>;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

/** How an upload stands, while a person can do no more than wait, hurry it or call it off. */
export function UploadNotice({ state, onRetry, onCancel }: UploadNoticeProps): ReactNode {
  const { t } = useTranslation();
  if (state.kind !== 'waiting' || state.why === 'new') return null;
  return (
    <Alert color="yellow" role="status">
      <Stack gap="sm" align="flex-start">
        <Text>{t(`upload.waiting.${state.why}`)}</Text>
        <Group>
          <Button size="xs" onClick={onRetry}>
            {t('upload.retry')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('upload.cancel')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
