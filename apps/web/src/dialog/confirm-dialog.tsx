import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { DialogFrame } from './dialog-frame.tsx';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will be different afterwards, and that it stays so. */
  readonly text: string;
  /** A verb, as on the button that opened it. */
  readonly yes: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone; leaving everything as it is comes first. */
export function ConfirmDialog({ opened, title, text, yes, pending, error, onYes, onClose }: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <DialogFrame opened={opened} onClose={onClose} title={title}>
      <Text>{text}</Text>
      {error !== null && error !== undefined && <ProblemAlert error={error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('tenant.cancel')}
        </Button>
        <Button color="danger" loading={pending} onClick={onYes}>
          {yes}
        </Button>
      </Group>
    </DialogFrame>
  );
}
