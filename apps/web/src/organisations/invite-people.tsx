import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import type { RoleDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MemberInvitation, organisationApi } from '../api/organisation-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import type { Membership } from '../tenant/use-tenant.ts';
import { useWhen } from '../time/use-when.ts';
import { ROLES } from './organisation-words.ts';

/** Inviting by mail, and the invitations that nobody has accepted yet. */
export function InvitePeople({ mine }: { readonly mine: Membership }): ReactNode {
  const { t } = useTranslation();
  const { id } = mine.tenant;
  const invitations = useQuery({ queryKey: QUERY_KEYS.memberInvitations(id), queryFn: () => organisationApi.invitations(id) });
  return (
    <SectionCard title={t('team.invite')} intro={t('team.inviteIntro')}>
      <InviteForm mine={mine} />
      {invitations.isPending && <Skeleton height={48} />}
      {invitations.isError && <ProblemAlert error={invitations.error} onRetry={() => void invitations.refetch()} />}
      {invitations.data && invitations.data.length > 0 && (
        <RowList label={t('team.open_')}>
          {invitations.data.map((invitation) => (
            <OpenInvitation key={invitation.id} tenantId={id} invitation={invitation} />
          ))}
        </RowList>
      )}
    </SectionCard>
  );
}

function InviteForm({ mine }: { readonly mine: Membership }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<RoleDto>('staff');
  const invite = useMutation({
    mutationFn: () => organisationApi.invite(mine.tenant.id, { email, role }),
    onSuccess: () => {
      setEmail('');
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.memberInvitations(mine.tenant.id) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('account.email')}
            type="email"
            autoComplete="off"
            required
            flex="1 1 14rem"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('team.role')}
            value={role}
            data={ROLES.filter((value) => mine.role === 'owner' || value !== 'owner').map((value) => ({
              value,
              label: t(`team.roles.${value}`),
            }))}
            onChange={(event) => setRole(ROLES.find((known) => known === event.currentTarget.value) ?? 'staff')}
          />
          <Button type="submit" loading={invite.isPending}>
            {t('team.inviteYes')}
          </Button>
        </Group>
        {invite.isError && <ProblemAlert error={invite.error} />}
        {invite.isSuccess && (
          <Alert color="teal" role="status">
            {t('team.invited', { email: invite.data.email })}
          </Alert>
        )}
      </Stack>
    </form>
  );
}

interface OpenInvitationProps {
  readonly tenantId: string;
  readonly invitation: MemberInvitation;
}

function OpenInvitation({ tenantId, invitation }: OpenInvitationProps): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = useQueryClient();
  const { email, role, expiresAt } = invitation;
  const withdraw = useMutation({
    mutationFn: () => organisationApi.withdraw(tenantId, invitation.id),
    onSettled: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.memberInvitations(tenantId) }),
  });
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text fw={600} className="break">
          {email}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`team.roles.${role}`)} · {t('team.validUntil', { when: when(expiresAt) })}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate()}
        aria-label={t('team.withdrawNamed', { email })}
      >
        {t('team.withdraw')}
      </Button>
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
    </Group>
  );
}
