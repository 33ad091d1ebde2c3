import { Badge, Button, Code, Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import type { WebhookDeliveryDto } from '@snout/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { type DeliveryState, webhookApi } from '../api/webhook-api.ts';
import { MoreButton } from '../navigation/more-button.tsx';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';

const STATES = ['waiting', 'delivered', 'failed'] as const satisfies readonly DeliveryState[];
const COLOURS = { waiting: 'gray', delivered: 'pine', failed: 'danger' } as const;
/** While something waits to be sent, in milliseconds. */
const LOOK_AGAIN_MS = 2000;

interface DeliveryLogProps {
  readonly tenantId: string;
  readonly webhookId: string;
}

/** What was sent to a webhook in the last 30 days, newest first, what came of it, and sending it again. */
export function DeliveryLog({ tenantId, webhookId }: DeliveryLogProps): ReactNode {
  const { t } = useTranslation();
  const [state, setState] = useState<DeliveryState | null>(null);
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.deliveries(tenantId, webhookId, state ?? 'all'),
    queryFn: ({ pageParam }) => webhookApi.deliveries(tenantId, webhookId, { state, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state: { data } }) => (data?.pages[0]?.deliveries.some((one) => one.state === 'waiting') ? LOOK_AGAIN_MS : false),
  });
  const deliveries = pages.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <SectionCard
      title={t('hooks.log')}
      intro={t('hooks.logIntro')}
      actions={
        <NativeSelect
          aria-label={t('hooks.state')}
          value={state ?? ''}
          data={[{ value: '', label: t('hooks.states.all') }, ...STATES.map((value) => ({ value, label: t(`hooks.states.${value}`) }))]}
          onChange={(event) => setState(STATES.find((known) => known === event.currentTarget.value) ?? null)}
        />
      }
    >
      {pages.isPending && <Skeleton height={96} />}
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && deliveries.length === 0 && <Text size="sm">{t('hooks.nothingSent')}</Text>}
      {deliveries.length > 0 && (
        <RowList label={t('hooks.log')}>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} tenantId={tenantId} delivery={delivery} />
          ))}
        </RowList>
      )}
      <MoreButton pages={pages} />
    </SectionCard>
  );
}

function DeliveryRow({ tenantId, delivery }: { readonly tenantId: string; readonly delivery: WebhookDeliveryDto }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = useQueryClient();
  const { id, webhookId, event, state, createdAt, attempts, body } = delivery;
  const replay = useMutation({
    mutationFn: () => webhookApi.replay(tenantId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: [...QUERY_KEYS.webhooks(tenantId), webhookId] }),
  });
  const last = attempts.at(-1);
  return (
    <>
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600}>{event}</Text>
            <Badge tt="none" color={COLOURS[state]}>
              {t(`hooks.states.${state}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {when(createdAt)} · {t('hooks.attempts', { count: attempts.length })}
            {last && ` · ${last.status === null ? (last.problem ?? '') : t('hooks.answered', { status: last.status })}`}
          </Text>
        </div>
        {state !== 'waiting' && (
          <Button
            size="xs"
            variant="default"
            loading={replay.isPending}
            onClick={() => replay.mutate()}
            aria-label={t('hooks.replayNamed', { event, when: when(createdAt) })}
          >
            {t('hooks.replay')}
          </Button>
        )}
      </Group>
      {replay.isError && <ProblemAlert error={replay.error} />}
      <details>
        <summary>
          <Text span size="sm">
            {t('hooks.what')}
          </Text>
        </summary>
        <Code block tabIndex={0}>
          {body}
        </Code>
        {attempts.map(({ at, status, problem, milliseconds }) => (
          <Text key={at} size="sm">
            {when(at)}: {status ?? problem} ({Math.round(milliseconds)} ms)
          </Text>
        ))}
      </details>
    </>
  );
}
