import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../navigation/page.tsx';
import { PLACES } from '../navigation/places.ts';

/** For an organisation that is not one of the person's, or not any more. */
export function NoSuchTenant(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('team.noSuch')}>
      <Text>{t('team.noSuchHint')}</Text>
      <Group>
        <Button component={Link} href={PLACES.organisations}>
          {t('team.toAll')}
        </Button>
      </Group>
    </Page>
  );
}
