import { Badge, Button, Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import type { RoleDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { type Member, organisationApi } from '../api/organisation-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import { PLACES, tenantPlace } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { chooseTenant } from '../tenant/chosen-tenant.ts';
import { type Membership, useTenant } from '../tenant/use-tenant.ts';
import { useWhen } from '../time/use-when.ts';
import { InvitePeople } from './invite-people.tsx';
import { ROLES } from './organisation-words.ts';
import { RoleTable } from './role-table.tsx';
import { TenantRoom } from './tenant-room.tsx';

/** At the end of the page and seldom used: the page does not wait for it. */
const OrganisationData = lazy(async () => ({ default: (await import('./organisation-data.tsx')).OrganisationData }));

/** Who belongs to an organisation, with which role; inviting and removing people, and leaving. */
export function MembersPage({ tenantId }: { readonly tenantId: string }): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="members">
      {(mine) => (mine.tenant.kind === 'personal' ? <Redirect to={tenantPlace('apiKeys', tenantId)} replace /> : <Members mine={mine} />)}
    </TenantRoom>
  );
}

function Members({ mine }: { readonly mine: Membership }): ReactNode {
  const { t } = useTranslation();
  const { id } = mine.tenant;
  const members = useQuery({ queryKey: QUERY_KEYS.members(id), queryFn: () => organisationApi.members(id) });
  const isManager = mine.role === 'owner' || mine.role === 'admin';
  return (
    <>
      <SectionCard title={t('team.members')}>
        {members.isPending && <Skeleton height={64} />}
        {members.isError && <ProblemAlert error={members.error} onRetry={() => void members.refetch()} />}
        {members.data && (
          <RowList label={t('team.members')}>
            {members.data.map((member) => (
              <MemberRow key={member.userId} mine={mine} member={member} />
            ))}
          </RowList>
        )}
        <RoleTable />
      </SectionCard>
      {isManager && <InvitePeople mine={mine} />}
      <Suspense fallback={null}>{isManager && <OrganisationData mine={mine} />}</Suspense>
    </>
  );
}

function MemberRow({ mine, member }: { readonly mine: Membership; readonly member: Member }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const { me } = useTenant();
  const isMe = me?.id === member.userId;
  // As the service has it: owners change everybody, admins everybody but owners.
  const isOverThem = mine.role === 'owner' || (mine.role === 'admin' && member.role !== 'owner');
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={600} className="break">
            {member.name}
          </Text>
          {isMe && <Badge tt="none">{t('team.you')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed" className="break">
          {member.email} · {t('team.memberSince', { when: when(member.since) })}
        </Text>
      </div>
      <Group gap="xs">
        {isOverThem ? <RoleChoice mine={mine} member={member} /> : <Text size="sm">{t(`team.roles.${member.role}`)}</Text>}
        {(isOverThem || isMe) && <RemoveMember mine={mine} member={member} isMe={isMe} />}
      </Group>
    </Group>
  );
}

function RoleChoice({ mine, member }: { readonly mine: Membership; readonly member: Member }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: (role: RoleDto) => organisationApi.setRole(mine.tenant.id, member.userId, role),
    // A person who gives up being an owner sees less afterwards.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: QUERY_KEYS.members(mine.tenant.id) }),
        queries.invalidateQueries({ queryKey: QUERY_KEYS.me }),
      ]),
  });
  return (
    <div>
      <NativeSelect
        aria-label={t('team.roleOf', { name: member.name })}
        value={set.isPending ? set.variables : member.role}
        data={ROLES.filter((role) => mine.role === 'owner' || role !== 'owner').map((value) => ({
          value,
          label: t(`team.roles.${value}`),
        }))}
        onChange={(event) => {
          const role = ROLES.find((known) => known === event.currentTarget.value);
          if (role) set.mutate(role);
        }}
      />
      {set.isError && <ProblemAlert error={set.error} />}
    </div>
  );
}

interface RemoveMemberProps {
  readonly mine: Membership;
  readonly member: Member;
  readonly isMe: boolean;
}

function RemoveMember({ mine, member, isMe }: RemoveMemberProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => organisationApi.removeMember(mine.tenant.id, member.userId),
    onSuccess: async () => {
      setAsking(false);
      if (!isMe) return queries.invalidateQueries({ queryKey: QUERY_KEYS.members(mine.tenant.id) });
      chooseTenant(null);
      go(PLACES.organisations);
      return queries.invalidateQueries();
    },
  });
  const names = { name: member.name, organisation: mine.tenant.name };
  return (
    <>
      <Button
        size="xs"
        variant="light"
        color="danger"
        onClick={() => setAsking(true)}
        aria-label={t(isMe ? 'team.leaveNamed' : 'team.removeNamed', names)}
      >
        {t(isMe ? 'team.leave' : 'team.remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t(isMe ? 'team.leaveNamed' : 'team.removeNamed', names)}
        text={t(isMe ? 'team.leaveText' : 'team.removeText', names)}
        yes={t(isMe ? 'team.leave' : 'team.remove')}
        pending={remove.isPending}
        error={remove.error}
        onYes={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
