import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { PawMark } from '../photo/paw-mark.tsx';
import { TenantSwitch } from '../tenant/tenant-switch.tsx';
import classes from './app-frame.module.css';
import { MainNavigation } from './main-navigation.tsx';
import { PLACES } from './places.ts';

/** What surrounds every page: on a phone a bar above and the sections below, else everything at the side. */
export function AppFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={classes['frame']}>
      <Anchor className={classes['skip'] ?? ''} href="#main" onClick={focusMain}>
        {t('app.skip')}
      </Anchor>
      <div className={classes['side']}>
        <header>
          <div className={classes['brand']}>
            <Link href={PLACES.home} className={classes['home']}>
              <span className={classes['mark']}>
                <PawMark size={24} />
              </span>
              {t('app.name')}
            </Link>
            <div className={classes['language']}>
              <LanguageSwitch />
            </div>
          </div>
          <TenantSwitch />
        </header>
        <MainNavigation />
      </div>
      <div className={classes['content']}>
        <main id="main" tabIndex={-1} className={classes['main']}>
          {children}
        </main>
        <Footer />
      </div>
    </div>
  );
}

function Footer(): ReactNode {
  const { t } = useTranslation();
  const about = useQuery({ queryKey: QUERY_KEYS.about, queryFn: snoutApi.about, staleTime: Number.POSITIVE_INFINITY });
  return (
    <footer className={classes['footer']}>
      <Text size="xs">
        {t('app.local')}
        {about.data && ` ${t('app.name')} ${about.data.version}.`}
      </Text>
    </footer>
  );
}

/** Moves the keyboard to the content without touching the address. */
function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
