import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface TitledCardProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
}

/** One matter of a page: what it is about, and what can be done. */
export function TitledCard({ title, text, children }: TitledCardProps): ReactNode {
  return (
    <Card withBorder radius="lg" padding="lg" component="section" aria-label={title}>
      <Stack gap="md">
        <div>
          <Title order={3} size="h4">
            {title}
          </Title>
          {text && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Card>
  );
}
