import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { PetProfileDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type CarerList, petPeopleApi } from '../../api/pet-people-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { PLACES } from '../../navigation/places.ts';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import classes from './carers-card.module.css';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';

/** Who cares for a pet. The owner invites and removes; a carer may leave. */
export function CarersCard({ profile }: { readonly profile: PetProfileDto }): ReactNode {
  const { t } = useTranslation();
  const petId = profile.id;
  const isOwner = profile.role === 'owner';
  const carers = useQuery({ queryKey: QUERY_KEYS.petCarers(petId), queryFn: () => petPeopleApi.carers(petId) });
  return (
    <TitledCard title={t('people.carers')} text={t('people.carersHint')}>
      {carers.isError && <ProblemAlert error={carers.error} onRetry={() => void carers.refetch()} />}
      {carers.data && (
        <ul className={classes['list']}>
          {carers.data.carers.map((carer) => (
            <Carer key={carer.tenantId} petId={petId} carer={carer} isOwner={isOwner} />
          ))}
        </ul>
      )}
      {isOwner && (
        <>
          <OpenInvitations petId={petId} kind="carer" />
          <InviteForm petId={petId} kind="carer" />
        </>
      )}
    </TitledCard>
  );
}

interface CarerProps {
  readonly petId: string;
  readonly carer: CarerList['carers'][number];
  /** Whether the person who looks is the owner. */
  readonly isOwner: boolean;
}

function Carer({ petId, carer, isOwner }: CarerProps): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const leaves = carer.role === 'carer' && carer.isMine && !isOwner;
  const remove = useMutation({
    mutationFn: () => petPeopleApi.removeCarer(petId, carer.tenantId),
    onSuccess: () => {
      if (!leaves) return queries.invalidateQueries({ queryKey: QUERY_KEYS.pet(petId) });
      goTo(PLACES.pets, { replace: true });
      queries.removeQueries({ queryKey: QUERY_KEYS.pet(petId) });
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.pets });
    },
  });
  const name = carer.name || t('people.somebody');
  const since = new Date(carer.since).toLocaleDateString(i18n.language, { dateStyle: 'medium' });
  return (
    <li>
      <Group justify="space-between" gap="sm">
        <Stack gap={0}>
          <Group gap="xs">
            <Text fw={600}>{carer.isMine ? t('people.you', { name }) : name}</Text>
            <Badge variant="light">{t(`people.roles.${carer.role}`)}</Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {t('people.since', { date: since })}
          </Text>
        </Stack>
        {carer.role === 'carer' && (isOwner || leaves) && (
          <Button
            size="xs"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
            aria-label={leaves ? t('people.leave') : t('people.removeNamed', { name })}
          >
            {t(leaves ? 'people.leave' : 'people.remove')}
          </Button>
        )}
      </Group>
      {remove.isError && <ProblemAlert error={remove.error} />}
    </li>
  );
}
