import { List, Stack, Text, Title } from '@mantine/core';
import type { PetDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GOOD_QUALITY_FROM } from '../photo/quality-word.ts';

/** Photos from which more add little: the intro of enrolment asks for as many. */
const ENOUGH_GOOD_PHOTOS = 3;

/** In words, how well the pet's photos serve to tell it from others, and what would serve more. Nothing is decided by it. */
export function IdentityStrength({ pet }: { readonly pet: PetDto }): ReactNode {
  const { t } = useTranslation();
  const good = pet.photos.filter(({ quality }) => quality.score >= GOOD_QUALITY_FROM).length;
  const word = good >= ENOUGH_GOOD_PHOTOS ? 'strong' : good > 0 ? 'growing' : 'weak';
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t(`pets.identity.${word}`)}
      </Title>
      <Text>{t(`pets.identity.${word}Hint`, { name: pet.name })}</Text>
      <List size="sm" c="dimmed">
        <List.Item>{t('pets.photoCount', { count: pet.photos.length })}</List.Item>
        <List.Item>{t('pets.identity.good', { count: good })}</List.Item>
        {pet.noses.length > 0 && <List.Item>{t('pets.noseCount', { count: pet.noses.length })}</List.Item>}
      </List>
    </Stack>
  );
}
