import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { ArrivalProvider } from '../navigation/arrival.tsx';
import { PLACES } from '../navigation/places.ts';
import { PawMark } from '../photo/paw-mark.tsx';
import classes from './public-frame.module.css';

/** What surrounds a page for people without an account. */
export function PublicFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={classes['frame']}>
      <header className={classes['brand']}>
        <Link href={PLACES.home} className={classes['home']}>
          <span className={classes['mark']}>
            <PawMark size={22} />
          </span>
          {t('app.name')}
        </Link>
        <LanguageSwitch />
      </header>
      <main className={classes['main']}>
        <ArrivalProvider>{children}</ArrivalProvider>
      </main>
      <footer className={classes['footer']}>
        <Anchor component={Link} href={PLACES.found} size="sm">
          {t('found.link')}
        </Anchor>
        <Anchor component={Link} href={PLACES.home} size="sm">
          {t('found.toApp')}
        </Anchor>
      </footer>
    </div>
  );
}
