import { Anchor, Container, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from './api/query-keys.ts';
import { snoutApi } from './api/snout-api.ts';
import classes from './app.module.css';
import { EnrolPanel } from './enrol/enrol-panel.tsx';
import { IdentifyPanel } from './identify/identify-panel.tsx';
import { SECTIONS, usePlace } from './location.ts';
import { PetsPanel } from './pets/pets-panel.tsx';
import { PawMark } from './photo/paw-mark.tsx';

/** The page: three sections, of which the two with photos in hand keep their state while another is looked at. */
export function App(): ReactNode {
  const { t } = useTranslation();
  const [place, goTo] = usePlace();
  return (
    <>
      <Anchor className={classes['skip'] ?? ''} href="#main" onClick={focusMain}>
        {t('app.skip')}
      </Anchor>
      <Container size="md" py="md">
        <Stack gap="lg" mih="calc(100vh - 2rem)">
          <Group component="header" gap="sm" wrap="nowrap">
            <span className={classes['mark']}>
              <PawMark size={30} />
            </span>
            <div>
              <Title order={1} size="h3" lh={1.1}>
                {t('app.name')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('app.tagline')}
              </Text>
            </div>
          </Group>
          <main id="main" tabIndex={-1} className={classes['main']}>
            <Tabs value={place.section} onChange={(value) => goTo(SECTIONS.find((section) => section === value) ?? 'who')} keepMounted>
              <Tabs.List aria-label={t('tabs.label')} grow className={classes['tabs'] ?? ''}>
                {SECTIONS.map((section) => (
                  <Tabs.Tab key={section} value={section}>
                    {t(`tabs.${section}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value="who" pt="lg">
                <IdentifyPanel />
              </Tabs.Panel>
              <Tabs.Panel value="enrol" pt="lg">
                <EnrolPanel />
              </Tabs.Panel>
              <Tabs.Panel value="pets" pt="lg">
                <PetsPanel petId={place.petId} onOpen={(petId) => goTo('pets', petId ?? undefined)} />
              </Tabs.Panel>
            </Tabs>
          </main>
          <Footer />
        </Stack>
      </Container>
    </>
  );
}

function Footer(): ReactNode {
  const { t } = useTranslation();
  const about = useQuery({ queryKey: QUERY_KEYS.about, queryFn: snoutApi.about, staleTime: Number.POSITIVE_INFINITY });
  return (
    <footer className={classes['footer']}>
      <Text size="xs">{t('app.local')}</Text>
      {about.data && (
        <Text size="xs">
          {`${t('app.name')} ${about.data.version} · `}
          {t('app.models', { ...about.data.models })}
          {' · '}
          {t('app.licence', { ...about.data.licence })}
        </Text>
      )}
    </footer>
  );
}

/** Moves the keyboard to the content without touching the address, which names the section. */
function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
