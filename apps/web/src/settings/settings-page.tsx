import { Card, SegmentedControl, Stack, Text, Title, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountCard } from '../account/account-card.tsx';
import { NotificationsCard } from '../account/notifications-card.tsx';
import { PasskeysCard } from '../account/passkeys-card.tsx';
import { PasswordCard } from '../account/password-card.tsx';
import { SessionsCard } from '../account/sessions-card.tsx';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { Page } from '../navigation/page.tsx';
import { InstallCard } from '../pwa/install-card.tsx';
import { YourDataCard } from './your-data-card.tsx';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** What a person chooses for this browser, and what runs here. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')} intro={t('settings.intro')}>
      <Card withBorder radius="lg" padding="lg">
        <Stack gap="lg">
          <div>
            <Title order={2} size="h4" mb="xs">
              {t('language.label')}
            </Title>
            <LanguageSwitch size="md" />
          </div>
          <SchemeChoice />
        </Stack>
      </Card>
      <AccountCard />
      <PasskeysCard />
      <PasswordCard />
      <SessionsCard />
      <NotificationsCard />
      <InstallCard />
      <YourDataCard />
      <AboutCard />
    </Page>
  );
}

function SchemeChoice(): ReactNode {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div>
      <Title order={2} size="h4" mb="xs" id="scheme-label">
        {t('settings.scheme')}
      </Title>
      <SegmentedControl
        aria-labelledby="scheme-label"
        value={colorScheme}
        onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? 'auto')}
        data={SCHEMES.map((value) => ({ value, label: t(`settings.schemes.${value}`) }))}
      />
    </div>
  );
}

/** Which Snout this is, of what models, under which licences: what a report of a mistake has to say. */
function AboutCard(): ReactNode {
  const { t } = useTranslation();
  const about = useQuery({ queryKey: QUERY_KEYS.about, queryFn: snoutApi.about, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Card withBorder radius="lg" padding="lg">
      <Title order={2} size="h4" mb="xs">
        {t('settings.about')}
      </Title>
      <Stack gap={4}>
        <Text size="sm">{t('app.local')}</Text>
        {about.data && (
          <>
            <Text size="sm">{`${t('app.name')} ${about.data.version}`}</Text>
            <Text size="sm" className="break">
              {t('app.models', { ...about.data.models })}
            </Text>
            <Text size="sm">{t('app.licence', { ...about.data.licence })}</Text>
          </>
        )}
      </Stack>
    </Card>
  );
}
