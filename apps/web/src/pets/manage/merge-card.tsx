import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { PetProfileDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import { listOwnPets } from './list-own-pets.ts';

/** Two entries of one animal become one; each merge can be undone. */
export function MergeCard({ profile }: { readonly profile: PetProfileDto }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [other, setOther] = useState('');
  const own = useQuery({ queryKey: QUERY_KEYS.ownPets, queryFn: listOwnPets });
  const choices = (own.data ?? []).filter(({ id, species }) => id !== profile.id && species === profile.species);
  const refresh = () => queries.invalidateQueries({ queryKey: QUERY_KEYS.pets });
  const merge = useMutation({
    mutationFn: (petId: string) => petApi.merge(profile.id, petId),
    onSuccess: () => {
      setOther('');
      return refresh();
    },
  });
  return (
    <TitledCard title={t('manage.merge')} text={t('manage.mergeText', { name: profile.name })}>
      {own.isError && <ProblemAlert error={own.error} onRetry={() => void own.refetch()} />}
      {own.data && choices.length === 0 && <Text size="sm">{t('manage.mergeNone')}</Text>}
      {choices.length > 0 && (
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('manage.mergeOther')}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
            data={[{ value: '', label: t('manage.mergeChoose') }, ...choices.map(({ id, name }) => ({ value: id, label: name }))]}
            flex="1 1 12rem"
          />
          <Button variant="default" disabled={other === ''} loading={merge.isPending} onClick={() => merge.mutate(other)}>
            {t('manage.mergeYes')}
          </Button>
        </Group>
      )}
      {merge.isError && <ProblemAlert error={merge.error} />}
      <DoneMerges petId={profile.id} onUndone={refresh} />
    </TitledCard>
  );
}

function DoneMerges({ petId, onUndone }: { readonly petId: string; readonly onUndone: () => Promise<void> }): ReactNode {
  const { t, i18n } = useTranslation();
  const list = useQuery({ queryKey: QUERY_KEYS.petMerges(petId), queryFn: () => petApi.merges(petId) });
  const undo = useMutation({ mutationFn: (mergeId: string) => petApi.undoMerge(petId, mergeId), onSuccess: onUndone });
  const merges = list.data?.merges ?? [];
  if (merges.length === 0) return null;
  return (
    <Stack gap="xs">
      {merges.map(({ id, mergedName, photos, mergedAt }) => (
        <Group key={id} justify="space-between" gap="sm">
          <Text size="sm">
            {t('manage.merged', {
              name: mergedName,
              count: photos,
              date: new Date(mergedAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' }),
            })}
          </Text>
          <Button size="xs" variant="default" loading={undo.isPending && undo.variables === id} onClick={() => undo.mutate(id)}>
            {t('manage.undo')}
          </Button>
        </Group>
      ))}
      {undo.isError && <ProblemAlert error={undo.error} />}
    </Stack>
  );
}
