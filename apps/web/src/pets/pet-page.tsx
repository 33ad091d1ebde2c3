import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/api-error.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { Page } from '../navigation/page.tsx';
import { PageSkeleton } from '../navigation/page-skeleton.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { BackToPets } from './back-to-pets.tsx';
import { PetProfile } from './pet-profile.tsx';

/** The address of one pet: its profile, or why there is none. */
export function PetPage({ petId }: { readonly petId: string }): ReactNode {
  const { t } = useTranslation();
  const pet = useQuery({
    queryKey: QUERY_KEYS.pet(petId),
    queryFn: () => snoutApi.showPet(petId),
    // A pet that is gone stays gone.
    retry: (failures, error) => failures < 1 && problemOf(error) === null,
  });
  return (
    <Stack gap="md">
      <BackToPets />
      {pet.isPending && <PageSkeleton />}
      {pet.isError && (
        <Page title={t('pets.notShown')}>
          <ProblemAlert error={pet.error} onRetry={() => void pet.refetch()} />
        </Page>
      )}
      {pet.data && <PetProfile pet={pet.data} />}
    </Stack>
  );
}
