import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import type { WebhookDto } from '@snout/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { webhookApi } from '../api/webhook-api.ts';
import { webhookPlace } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';
import { NewWebhook } from './new-webhook.tsx';
import { TenantRoom } from './tenant-room.tsx';

/** Addresses of other programs that are told of a tenant's events. */
export function WebhooksPage({ tenantId }: { readonly tenantId: string }): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="webhooks">
      {() => <Webhooks tenantId={tenantId} />}
    </TenantRoom>
  );
}

function Webhooks({ tenantId }: { readonly tenantId: string }): ReactNode {
  const { t } = useTranslation();
  const webhooks = useQuery({ queryKey: QUERY_KEYS.webhooks(tenantId), queryFn: () => webhookApi.list(tenantId) });
  return (
    <>
      <SectionCard title={t('hooks.title')} intro={t('hooks.intro')}>
        {webhooks.isPending && <Skeleton height={64} />}
        {webhooks.isError && <ProblemAlert error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
        {webhooks.data?.length === 0 && <Text size="sm">{t('hooks.none')}</Text>}
        {webhooks.data && webhooks.data.length > 0 && (
          <RowList label={t('hooks.title')}>
            {webhooks.data.map((webhook) => (
              <WebhookRow key={webhook.id} tenantId={tenantId} webhook={webhook} />
            ))}
          </RowList>
        )}
      </SectionCard>
      <NewWebhook tenantId={tenantId} />
    </>
  );
}

function WebhookRow({ tenantId, webhook }: { readonly tenantId: string; readonly webhook: WebhookDto }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const { url, description, isOn, lastDeliveredAt } = webhook;
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={600} className="break">
            {url}
          </Text>
          <Badge tt="none" color={isOn ? 'pine' : 'danger'}>
            {t(isOn ? 'hooks.on' : 'hooks.off')}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {description !== '' && `${description} · `}
          {lastDeliveredAt === null ? t('hooks.neverDelivered') : t('hooks.delivered', { when: when(lastDeliveredAt) })}
        </Text>
      </div>
      <Button
        size="xs"
        variant="light"
        component={Link}
        href={webhookPlace(tenantId, webhook.id)}
        aria-label={t('hooks.openNamed', { url })}
      >
        {t('team.open')}
      </Button>
    </Group>
  );
}
