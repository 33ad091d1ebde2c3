import { Image, Text } from '@mantine/core';
import type { PetListItemDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { petPlace } from '../navigation/places.ts';
import classes from './pet-card.module.css';

/** A pet in the list: its face, its name, what it is. */
export function PetCard({ pet }: { readonly pet: PetListItemDto }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <Link href={petPlace(pet.id)} className={classes['card']}>
        <Image src={pet.portraitUrl} alt="" loading="lazy" className={classes['portrait'] ?? ''} />
        <span className={classes['words']}>
          <Text fw={650} truncate>
            {pet.name}
          </Text>
          <Text size="sm" c="dimmed">
            {`${t(`enrol.${pet.species}`)} · ${t('pets.photoCount', { count: pet.photoCount })}`}
            {pet.role === 'carer' && ` · ${t('people.roles.carer')}`}
          </Text>
        </span>
      </Link>
    </li>
  );
}
