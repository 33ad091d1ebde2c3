import { Card, Text } from '@mantine/core';
import type { PetProfileDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pet-facts.module.css';
import { useBreeds } from './use-breeds.ts';

/** The facts of a pet that were told; what nobody told is left out. */
export function PetFacts({ profile }: { readonly profile: PetProfileDto }): ReactNode {
  const { t } = useTranslation();
  const facts = useFacts(profile);
  return (
    <Card withBorder radius="lg" padding="lg">
      {facts.every(({ isTold }) => !isTold) && (
        <Text c="dimmed" mb="sm">
          {t('details.nothing', { name: profile.name })}
        </Text>
      )}
      {facts.length > 0 && (
        <dl className={classes['facts']}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

interface Fact {
  /** By a person; when photos are due is worked out. */
  readonly isTold: boolean;
  readonly name: string;
  readonly value: string;
}

function useFacts(profile: PetProfileDto): readonly Fact[] {
  const { t, i18n } = useTranslation();
  const { breeds, nameOf } = useBreeds(profile.species);
  const breed = breeds.find(({ id }) => id === profile.breed && id !== 'unknown');
  const coat = [
    ...profile.colours.map((colour) => t(`details.colours.${colour}`)),
    ...(profile.pattern ? [t(`details.patterns.${profile.pattern}`)] : []),
  ];
  const { face, nose } = profile.nextPhotos;
  const day = (date: string | null) => (date ? new Date(`${date}T12:00`).toLocaleDateString(i18n.language, { dateStyle: 'long' }) : '');
  const all: readonly (Fact | null)[] = [
    fact(t('details.breed'), breed ? nameOf(breed) : ''),
    fact(t('details.sex'), profile.sex === 'unknown' ? '' : t(`details.sexes.${profile.sex}`)),
    fact(t('details.neutered'), profile.neutered === 'unknown' ? '' : t(`details.neuteredWords.${profile.neutered}`)),
    fact(t('details.birth'), profile.birth?.estimated ? t('details.about', { date: profile.birth.date }) : (profile.birth?.date ?? '')),
    fact(t('details.coat'), coat.join(', ')),
    fact(t('details.marks'), profile.marks),
    fact(t('details.microchips'), profile.microchips.map(({ number, words }) => `${number} (${words})`).join('\n')),
    fact(t('details.nextPhoto'), day(face), false),
    fact(t('details.nextNosePhoto'), day(nose), false),
    fact(t('details.medicalNotes'), profile.medicalNotes),
    fact(t('details.contactNotes'), profile.contactNotes),
  ];
  return all.filter((one) => one !== null);
}

function fact(name: string, value: string, isTold = true): Fact | null {
  return value === '' ? null : { name, value, isTold };
}
