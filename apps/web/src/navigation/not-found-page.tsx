import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from './page.tsx';
import { PLACES } from './places.ts';

/** For an address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('navigation.notFound')}>
      <Text>{t('navigation.notFoundHint')}</Text>
      <Group>
        <Button component={Link} href={PLACES.pets}>
          {t('navigation.toPets')}
        </Button>
      </Group>
    </Page>
  );
}
