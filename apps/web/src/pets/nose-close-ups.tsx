import { Image, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { PetDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QualityHints } from '../photo/quality-hints.tsx';
import card from './pet-photo-card.module.css';
import classes from './pet-profile.module.css';

/** Close-ups of the nose, each leading to the whole photo, with what they are for and how useful they are. */
export function NoseCloseUps({ pet: { name, noses } }: { readonly pet: Pick<PetDto, 'name' | 'noses'> }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h3">
          {t('pets.noses')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('pets.nosesHint', { name })}
        </Text>
      </div>
      <SimpleGrid component="ul" cols={{ base: 2, sm: 3, lg: 4 }} spacing="md" className={classes['photos'] ?? ''}>
        {noses.map(({ id, url, cropUrl, nose }, index) => (
          <li key={id} className={card['card']}>
            <a href={url} target="_blank" rel="noreferrer">
              <Image src={cropUrl} alt={t('pets.noseAlt', { name, number: index + 1 })} loading="lazy" className={card['crop'] ?? ''} />
            </a>
            <div className={card['words']}>
              <QualityHints quality={nose.quality} of="nose" />
            </div>
          </li>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
