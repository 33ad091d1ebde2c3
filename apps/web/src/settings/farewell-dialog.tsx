import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../dialog/dialog-frame.tsx';
import type { Farewell } from './farewell.ts';

/** Everything is being erased: says so until it is read. */
export function FarewellDialog({ of, onLeave }: Farewell): ReactNode {
  const { t } = useTranslation();
  return (
    <DialogFrame opened onClose={onLeave} title={t(`data.${of}.dialogTitle`)}>
      <Text role="status">{t(`data.${of}.begun`)}</Text>
      <Group justify="flex-end">
        <Button onClick={onLeave} data-autofocus>
          {t(`data.${of}.leave`)}
        </Button>
      </Group>
    </DialogFrame>
  );
}
