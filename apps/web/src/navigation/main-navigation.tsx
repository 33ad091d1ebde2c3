import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { PawMark } from '../photo/paw-mark.tsx';
import { LineIcon, type LineIconName } from './line-icon.tsx';
import classes from './main-navigation.module.css';
import { PLACES } from './places.ts';

interface Section {
  readonly name: 'pets' | 'newPet' | 'identify' | 'organisations' | 'settings';
  readonly icon: LineIconName | 'paw';
  readonly holds: (path: string) => boolean;
}

const SECTIONS: readonly Section[] = [
  { name: 'pets', icon: 'paw', holds: (path) => path.startsWith(PLACES.pets) && path !== PLACES.newPet },
  { name: 'newPet', icon: 'add', holds: (path) => path === PLACES.newPet },
  { name: 'identify', icon: 'identify', holds: (path) => path === PLACES.identify },
  {
    name: 'organisations',
    icon: 'team',
    holds: (path) => [PLACES.organisations, PLACES.invitations, '/tenants/'].some((place) => path.startsWith(place)),
  },
  { name: 'settings', icon: 'settings', holds: (path) => path.startsWith(PLACES.settings) },
];

/** The sections of the app: below the page on a phone, within reach of the thumb, else at its side. */
export function MainNavigation(): ReactNode {
  const { t } = useTranslation();
  const [path] = useLocation();
  return (
    <nav aria-label={t('navigation.label')} className={classes['navigation']}>
      <ul className={classes['list']}>
        {SECTIONS.map(({ name, icon, holds }) => (
          <li key={name}>
            <Link href={PLACES[name]} className={classes['link']} aria-current={holds(path) ? 'page' : undefined}>
              {icon === 'paw' ? <PawMark size={22} /> : <LineIcon name={icon} />}
              <span>{t(`navigation.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
