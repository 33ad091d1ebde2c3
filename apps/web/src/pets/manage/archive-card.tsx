import { Button, Group } from '@mantine/core';
import type { PetProfileDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { ProblemAlert } from '../../problem/problem-alert.tsx';

/** Puts a pet away without losing anything, or brings it back. */
export function ArchiveCard({ profile }: { readonly profile: PetProfileDto }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const archived = profile.archivedAt !== null;
  const change = useMutation({
    mutationFn: () => petApi.archive(profile.id, !archived),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.pets }),
  });
  return (
    <TitledCard title={t(archived ? 'manage.unarchive' : 'manage.archive', { name: profile.name })} text={t('manage.archiveText')}>
      <Group>
        <Button variant="default" loading={change.isPending} onClick={() => change.mutate()}>
          {t(archived ? 'manage.unarchiveYes' : 'manage.archiveYes')}
        </Button>
      </Group>
      {change.isError && <ProblemAlert error={change.error} />}
    </TitledCard>
  );
}
