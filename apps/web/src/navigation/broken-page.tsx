import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from './page.tsx';

/** Instead of a page whose code did not arrive or failed: mostly the network, or a newer version on the service. */
export function BrokenPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.title')}>
      <Alert color="danger" role="alert">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t('navigation.broken')}</Text>
          <Button size="xs" variant="default" onClick={() => window.location.reload()}>
            {t('navigation.reload')}
          </Button>
        </Stack>
      </Alert>
    </Page>
  );
}
