import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvitationKind, petPeopleApi } from '../../api/pet-people-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';

interface OpenInvitationsProps {
  readonly petId: string;
  readonly kind: InvitationKind;
}

/** Invitations that nobody has answered yet, each to be taken back. */
export function OpenInvitations({ petId, kind }: OpenInvitationsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: QUERY_KEYS.petInvitations(petId), queryFn: () => petPeopleApi.invitations(petId) });
  const withdraw = useMutation({
    mutationFn: (id: string) => petPeopleApi.withdraw(petId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.petInvitations(petId) }),
  });
  const open = (list.data?.invitations ?? []).filter((invitation) => invitation.kind === kind);
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Stack gap="xs">
      {open.map(({ id, expiresAt }) => {
        const until = new Date(expiresAt).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
        return (
          <Group key={id} justify="space-between" gap="sm">
            <Text size="sm">{t(`people.${kind}.open`, { until })}</Text>
            <Button
              size="xs"
              variant="default"
              loading={withdraw.isPending && withdraw.variables === id}
              onClick={() => withdraw.mutate(id)}
            >
              {t('people.withdraw')}
            </Button>
          </Group>
        );
      })}
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
    </Stack>
  );
}
