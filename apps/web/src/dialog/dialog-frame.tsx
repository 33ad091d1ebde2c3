import { Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface DialogFrameProps {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What all dialogs look like: in the middle, with a title, and no cross, since their buttons say what leaving means. */
export function DialogFrame({ opened, title, onClose, children }: DialogFrameProps): ReactNode {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Stack>
            <Modal.Title fw={650} fz="lg">
              {title}
            </Modal.Title>
            {children}
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
