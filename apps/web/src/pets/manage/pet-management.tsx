import { Alert, SimpleGrid, Stack, Title } from '@mantine/core';
import type { PetDto } from '@snout/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { CarersCard } from '../people/carers-card.tsx';
import { TransferCard } from '../people/transfer-card.tsx';
import { FindableCard } from '../sharing/findable-card.tsx';
import { ShareCard } from '../sharing/share-card.tsx';
import { ArchiveCard } from './archive-card.tsx';
import { ForgetCard } from './forget-card.tsx';
import { MergeCard } from './merge-card.tsx';

const COLUMNS = { base: 1, md: 2 };

/** With whom a pet is shared, and what its owner can do with the entry. Carers see who else cares for it. */
export function PetManagement({ pet }: { readonly pet: PetDto }): ReactNode {
  const { t } = useTranslation();
  const profile = useQuery({ queryKey: QUERY_KEYS.petProfile(pet.id), queryFn: () => petApi.profile(pet.id) });
  // Why there is none is said where the facts are.
  if (!profile.data) return null;
  const isOwner = profile.data.role === 'owner';
  const archived = profile.data.archivedAt !== null;
  return (
    <>
      <Stack gap="md">
        <Title order={2} size="h3">
          {t('people.title')}
        </Title>
        {archived && isOwner && <Alert color="yellow">{t('manage.isArchived')}</Alert>}
        <SimpleGrid cols={COLUMNS} spacing="md">
          <CarersCard profile={profile.data} />
          {isOwner && (
            <>
              <ShareCard petId={pet.id} name={pet.name} />
              <FindableCard profile={profile.data} />
              <TransferCard petId={pet.id} name={pet.name} />
            </>
          )}
        </SimpleGrid>
      </Stack>
      {isOwner && (
        <Stack gap="md">
          <Title order={2} size="h3">
            {t('manage.title')}
          </Title>
          <SimpleGrid cols={COLUMNS} spacing="md">
            <MergeCard profile={profile.data} />
            <ArchiveCard profile={profile.data} />
            <ForgetCard pet={pet} />
          </SimpleGrid>
        </Stack>
      )}
    </>
  );
}
