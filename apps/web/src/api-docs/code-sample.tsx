import { Button, Code, CopyButton, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface CodeSampleProps {
  readonly title: string;
  readonly code: string;
  /** Level of its heading. */
  readonly order?: 3 | 4;
}

/** Something to copy into a program or a shell. */
export function CodeSample({ title, code, order = 4 }: CodeSampleProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="sm">
        <Title order={order} size="h6">
          {title}
        </Title>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} aria-label={`${t('apiDocs.copy')}: ${title}`}>
              {t(copied ? 'apiDocs.copied' : 'apiDocs.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block tabIndex={0} mah={320} style={{ overflow: 'auto' }}>
        {code}
      </Code>
    </Stack>
  );
}
