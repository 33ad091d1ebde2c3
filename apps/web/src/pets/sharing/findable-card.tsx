import { Switch } from '@mantine/core';
import type { PetProfileDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { petSharingApi } from '../../api/pet-sharing-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { ProblemAlert } from '../../problem/problem-alert.tsx';

/** Whether a finder's photo may lead to a message to the owner, and what the finder learns: nothing. */
export function FindableCard({ profile }: { readonly profile: PetProfileDto }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (findable: boolean) => petSharingApi.setFindable(profile.id, findable),
    onSuccess: (changed) => {
      queries.setQueryData(QUERY_KEYS.petProfile(profile.id), changed);
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.petHistory(profile.id) });
    },
  });
  return (
    <TitledCard title={t('sharing.findable')} text={t('sharing.findableText', { name: profile.name })}>
      <Switch
        label={t('sharing.findableLabel')}
        checked={change.isPending ? change.variables : profile.findable}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {change.isError && <ProblemAlert error={change.error} />}
    </TitledCard>
  );
}
