import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SecretOnceProps {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly onSeen: () => void;
}

/** A secret that nobody is shown again: to be copied now. */
export function SecretOnce({ title, text, secret, onSeen }: SecretOnceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert color="pine" title={title} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text}</Text>
        <Code block className="break" data-testid="secret" style={{ whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <Group gap="sm">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {t(copied ? 'team.copied' : 'team.copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onSeen}>
            {t('team.seen')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
