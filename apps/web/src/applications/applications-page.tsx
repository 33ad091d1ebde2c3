import { Button, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import type { ApplicationDto } from '@snout/contract/application';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationApi } from '../api/application-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { TenantRoom } from '../organisations/tenant-room.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { ApplicationCard } from './application-card.tsx';

const STATES = ['referred', 'accepted', 'declined'] as const satisfies readonly ApplicationDto['state'][];

/** The insurer's desk of applications: those that wait for a person first. */
export function ApplicationsPage({ tenantId }: { readonly tenantId: string }): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="applications">
      {() => <Applications tenantId={tenantId} />}
    </TenantRoom>
  );
}

function Applications({ tenantId }: { readonly tenantId: string }): ReactNode {
  const { t } = useTranslation();
  const [state, setState] = useState<ApplicationDto['state']>('referred');
  const list = useInfiniteQuery({
    queryKey: QUERY_KEYS.applications(tenantId, state),
    queryFn: ({ pageParam }) => applicationApi.list(tenantId, state, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const applications = list.data?.pages.flatMap((page) => page.applications) ?? [];
  return (
    <>
      <SectionCard title={t('applications.title')} intro={t('applications.intro')}>
        <SegmentedControl
          aria-label={t('applications.which')}
          value={state}
          onChange={(value) => setState(STATES.find((known) => known === value) ?? 'referred')}
          data={STATES.map((value) => ({ value, label: t(`applications.states.${value}`) }))}
        />
        {list.isPending && <Skeleton height={120} />}
        {list.isError && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && applications.length === 0 && <Text size="sm">{t(`applications.none.${state}`)}</Text>}
      </SectionCard>
      {applications.map((application) => (
        <ApplicationCard key={application.id} tenantId={tenantId} application={application} />
      ))}
      {list.hasNextPage && (
        <Group>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('applications.more')}
          </Button>
        </Group>
      )}
    </>
  );
}
