import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { accountApi, type MyInvitation } from '../api/account-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { tenantPlace } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { chooseTenant } from '../tenant/chosen-tenant.ts';
import { useWhen } from '../time/use-when.ts';

/** Invitations to the person's address; without any nothing, unless `empty` says what to show. */
export function MyInvitations({ empty }: { readonly empty?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const invitations = useQuery({ queryKey: QUERY_KEYS.myInvitations, queryFn: accountApi.invitations });
  if (invitations.isPending) return empty ? <Skeleton height={96} /> : null;
  if (invitations.isError) return <ProblemAlert error={invitations.error} onRetry={() => void invitations.refetch()} />;
  if (invitations.data.length === 0) return empty;
  return (
    <SectionCard title={t('team.invitations')}>
      <RowList label={t('team.invitations')}>
        {invitations.data.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </RowList>
    </SectionCard>
  );
}

function InvitationRow({ invitation }: { readonly invitation: MyInvitation }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { organisation, inviter, role, expiresAt } = invitation;
  const accept = useMutation({
    mutationFn: () => accountApi.acceptInvitation(invitation.id),
    onSuccess: async () => {
      chooseTenant(organisation.id);
      await queries.invalidateQueries();
      go(tenantPlace('members', organisation.id));
    },
  });
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text fw={600} className="break">
          {organisation.name}
        </Text>
        <Text size="sm">{t('team.invitedBy', { inviter, role: t(`team.roles.${role}`) })}</Text>
        <Text size="sm" c="dimmed">
          {t(`team.roleHints.${role}`)} {t('team.validUntil', { when: when(expiresAt) })}
        </Text>
      </div>
      <Button loading={accept.isPending} onClick={() => accept.mutate()} aria-label={t('team.acceptNamed', { name: organisation.name })}>
        {t('team.accept')}
      </Button>
      {accept.isError && <ProblemAlert error={accept.error} />}
    </Group>
  );
}
