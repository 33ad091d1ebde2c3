import { Anchor, Image, SimpleGrid, Stack, Text } from '@mantine/core';
import type { CandidateDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { petPlace } from '../navigation/places.ts';

interface ComparisonProps {
  readonly probe: ReactNode;
  readonly candidate: CandidateDto;
}

/** The head asked about beside the enrolled one: people look for themselves. */
export function Comparison({ probe, candidate }: ComparisonProps): ReactNode {
  const { t } = useTranslation();
  const { pet } = candidate;
  return (
    <SimpleGrid cols={2} spacing="sm" maw={340}>
      <Stack gap={4}>
        {probe}
        <Text size="sm">{t('verdict.yourPhoto')}</Text>
      </Stack>
      <Stack gap={4}>
        <Image src={candidate.cropUrl} alt={t('verdict.candidateAlt', { name: pet.name })} radius="md" />
        <Anchor component={Link} size="sm" href={petPlace(pet.id)}>
          {t('verdict.openPet', { name: pet.name })}
        </Anchor>
      </Stack>
    </SimpleGrid>
  );
}
