import { Box, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionCardProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One subject of a page, with a heading of its own. */
export function SectionCard({ title, intro, actions, children }: SectionCardProps): ReactNode {
  return (
    <Card withBorder radius="lg" padding="lg" component="section">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Box flex="1 1 16rem">
            <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            {intro && (
              <Text size="sm" c="dimmed" mt={4}>
                {intro}
              </Text>
            )}
          </Box>
          {actions}
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
