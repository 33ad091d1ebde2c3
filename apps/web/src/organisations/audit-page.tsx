import { Anchor, Group, Skeleton, Text } from '@mantine/core';
import type { AuditFilterDto } from '@snout/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditApi } from '../api/audit-api.ts';
import { organisationApi } from '../api/organisation-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { MoreButton } from '../navigation/more-button.tsx';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { type Membership, useTenant } from '../tenant/use-tenant.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { TenantRoom } from './tenant-room.tsx';

/** Who did what to a tenant's records. */
export function AuditPage({ tenantId }: { readonly tenantId: string }): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="audit">
      {(mine) => <AuditLog mine={mine} />}
    </TenantRoom>
  );
}

function AuditLog({ mine }: { readonly mine: Membership }): ReactNode {
  const { t } = useTranslation();
  const { id } = mine.tenant;
  const [filter, setFilter] = useState<AuditFilterDto>({});
  const people = usePeople(mine);
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.audit(id, filter),
    queryFn: ({ pageParam }) => auditApi.list(id, filter, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const pets = new Map(pages.data?.pages.flatMap((page) => page.pets.map(({ id: petId, name }) => [petId, name] as const)));
  return (
    <SectionCard
      title={t('audit.title')}
      intro={t('audit.intro')}
      actions={
        <Group gap="md">
          {(['csv', 'ndjson'] as const).map((format) => (
            <Anchor key={format} size="sm" href={auditApi.exportAddress(id, filter, format)} download={`audit.${format}`}>
              {t(`audit.export.${format}`)}
            </Anchor>
          ))}
        </Group>
      }
    >
      <AuditFilters people={people} filter={filter} onChange={setFilter} />
      {pages.isPending && <Skeleton height={160} />}
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && entries.length === 0 && (
        <Text size="sm">{t(Object.keys(filter).length === 0 ? 'audit.empty' : 'audit.emptyFilter')}</Text>
      )}
      {entries.length > 0 && (
        <RowList label={t('audit.title')}>
          {entries.map((entry) => (
            <AuditRow key={entry.position} entry={entry} people={people} pets={pets} />
          ))}
        </RowList>
      )}
      <MoreButton pages={pages} />
    </SectionCard>
  );
}

/** Names of those who may be in the log, by id: the log itself keeps none. People who left are not among them. */
function usePeople({ tenant }: Membership): ReadonlyMap<string, string> {
  const { me } = useTenant();
  const members = useQuery({
    queryKey: QUERY_KEYS.members(tenant.id),
    queryFn: () => organisationApi.members(tenant.id),
    enabled: tenant.kind !== 'personal',
  });
  const keys = useQuery({ queryKey: QUERY_KEYS.apiKeys(tenant.id), queryFn: () => organisationApi.keys(tenant.id) });
  return new Map([
    ...(keys.data ?? []).map(({ id, name }): [string, string] => [id, name]),
    ...(members.data ?? []).map(({ userId, name }): [string, string] => [userId, name]),
    ...(me ? [[me.id, me.name] as const] : []),
  ]);
}
