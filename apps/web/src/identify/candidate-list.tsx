import { Image, Stack, Text } from '@mantine/core';
import type { CandidateDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { petPlace } from '../navigation/places.ts';
import classes from './candidate-list.module.css';

/** The nearest pets, best first, each with its photo and how likely it is, in words. */
export function CandidateList({ candidates }: { readonly candidates: readonly CandidateDto[] }): ReactNode {
  const { t } = useTranslation();
  if (candidates.length === 0) return null;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('verdict.nearest')}
      </Text>
      <ol className={classes['list']}>
        {candidates.map(({ pet, cropUrl, likelihood }) => (
          <li key={pet.id}>
            <Link className={classes['card']} href={petPlace(pet.id)}>
              <Image src={cropUrl} alt="" radius="md" className={classes['photo'] ?? ''} />
              <Text size="sm" fw={600} truncate>
                {pet.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`verdict.likelihood.${likelihood}`)}
              </Text>
            </Link>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
