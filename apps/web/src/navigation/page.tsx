import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrival } from './arrival.tsx';
import classes from './page.module.css';

interface PageProps {
  /** Its heading, and with the name of the app that of the window. */
  readonly title: string;
  readonly intro?: ReactNode;
  /** What can be done here first of all: buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of the app: names the window, and takes the keyboard when a person comes from another page. */
export function Page({ title, intro, actions, children }: PageProps): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="md">
        <div className={classes['words']}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
            {title}
          </Title>
          {intro && <Text c="dimmed">{intro}</Text>}
        </div>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
