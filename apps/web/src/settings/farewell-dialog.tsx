import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Farewell } from './farewell.ts';

/** Everything is being erased: says so until it is read. */
export function FarewellDialog({ of, onLeave }: Farewell): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal.Root opened onClose={onLeave} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Stack>
            <Modal.Title fw={650} fz="lg">
              {t(`data.${of}.dialogTitle`)}
            </Modal.Title>
            <Text role="status">{t(`data.${of}.begun`)}</Text>
            <Group justify="flex-end">
              <Button onClick={onLeave} data-autofocus>
                {t(`data.${of}.leave`)}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
