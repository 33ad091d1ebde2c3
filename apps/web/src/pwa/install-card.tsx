import { Button, Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstallOffer } from './install-offer.tsx';

/** Puts Snout among the device's own apps, where the browser offers that. */
export function InstallCard(): ReactNode {
  const { t } = useTranslation();
  const offer = useInstallOffer();
  if (!offer) return null;
  return (
    <Card withBorder radius="lg" padding="lg">
      <Group justify="space-between">
        <div>
          <Title order={2} size="h4">
            {t('settings.install')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('settings.installHint')}
          </Text>
        </div>
        <Button variant="light" onClick={() => void offer.prompt()}>
          {t('settings.installYes')}
        </Button>
      </Group>
    </Card>
  );
}
