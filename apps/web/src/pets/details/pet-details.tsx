import { Button, Group, Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { editPetPlace } from '../../navigation/places.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import { PetFacts } from './pet-facts.tsx';

/** What is known of a pet beside its photos: facts, and what happened to it. */
export function PetDetails({ petId }: { readonly petId: string }): ReactNode {
  const { t } = useTranslation();
  const profile = useQuery({ queryKey: QUERY_KEYS.petProfile(petId), queryFn: () => petApi.profile(petId) });
  if (profile.isPending) return <Skeleton height={180} radius="lg" />;
  if (profile.isError) return <ProblemAlert error={profile.error} onRetry={() => void profile.refetch()} />;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('details.title')}
        </Title>
        <Button component={Link} href={editPetPlace(petId)} variant="default">
          {t('details.edit')}
        </Button>
      </Group>
      <PetFacts profile={profile.data} />
    </Stack>
  );
}
