import { Alert, Anchor, Button, Group, Skeleton, Switch, Text } from '@mantine/core';
import type { WebhookDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { webhookApi } from '../api/webhook-api.ts';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import { tenantPlace } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { SecretOnce } from './secret-once.tsx';
import { TenantRoom } from './tenant-room.tsx';

interface WebhookPageProps {
  readonly tenantId: string;
  readonly webhookId: string;
}

/** One webhook: on or off, its secret, a test, and what was sent. The mail about one that was switched off leads here. */
export function WebhookPage({ tenantId, webhookId }: WebhookPageProps): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="webhooks">
      {() => <WebhookParts tenantId={tenantId} webhookId={webhookId} />}
    </TenantRoom>
  );
}

function WebhookParts({ tenantId, webhookId }: WebhookPageProps): ReactNode {
  const { t } = useTranslation();
  const webhooks = useQuery({ queryKey: QUERY_KEYS.webhooks(tenantId), queryFn: () => webhookApi.list(tenantId) });
  const webhook = webhooks.data?.find(({ id }) => id === webhookId);
  return (
    <>
      <Anchor component={Link} href={tenantPlace('webhooks', tenantId)} size="sm">
        {t('hooks.toAll')}
      </Anchor>
      {webhooks.isPending && <Skeleton height={160} />}
      {webhooks.isError && <ProblemAlert error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.isSuccess && !webhook && <Text>{t('problem.code.webhook-not-found')}</Text>}
      {webhook && (
        <>
          <WebhookCard tenantId={tenantId} webhook={webhook} />
          <DeliveryLog tenantId={tenantId} webhookId={webhookId} />
        </>
      )}
    </>
  );
}

function WebhookCard({ tenantId, webhook }: { readonly tenantId: string; readonly webhook: WebhookDto }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [asking, setAsking] = useState<'rotate' | 'remove' | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: QUERY_KEYS.webhooks(tenantId) });
  const { id, url, events, disabled, isOn } = webhook;
  const set = useMutation({ mutationFn: (on: boolean) => webhookApi.change(tenantId, id, { isOn: on }), onSettled: changed });
  const test = useMutation({ mutationFn: () => webhookApi.test(tenantId, id), onSettled: changed });
  const rotate = useMutation({ mutationFn: () => webhookApi.rotate(tenantId, id), onSuccess: () => setAsking(null) });
  const remove = useMutation({
    mutationFn: () => webhookApi.remove(tenantId, id),
    onSuccess: async () => {
      await changed();
      go(tenantPlace('webhooks', tenantId));
    },
  });
  const failed = set.error ?? test.error;
  return (
    <SectionCard title={url} intro={events.length === 0 ? t('hooks.allEvents') : events.join(', ')}>
      {disabled !== null && <Alert color={disabled === 'person' ? 'gray' : 'danger'}>{t(`hooks.disabled.${disabled}`)}</Alert>}
      <Switch
        label={t('hooks.isOn')}
        checked={set.isPending ? set.variables : isOn}
        onChange={(event) => set.mutate(event.currentTarget.checked)}
      />
      {failed && <ProblemAlert error={failed} />}
      {rotate.isSuccess && (
        <SecretOnce title={t('hooks.rotated')} text={t('hooks.rotatedHint')} secret={rotate.data.secret} onSeen={() => rotate.reset()} />
      )}
      <Group>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {t('hooks.test')}
        </Button>
        <Button variant="default" onClick={() => setAsking('rotate')}>
          {t('hooks.rotate')}
        </Button>
        <Button variant="light" color="danger" onClick={() => setAsking('remove')}>
          {t('hooks.remove')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking === 'rotate'}
        title={t('hooks.rotate')}
        text={t('hooks.rotateText')}
        yes={t('hooks.rotateYes')}
        pending={rotate.isPending}
        error={rotate.error}
        onYes={() => rotate.mutate()}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        opened={asking === 'remove'}
        title={t('hooks.removeTitle')}
        text={t('hooks.removeText')}
        yes={t('hooks.remove')}
        pending={remove.isPending}
        error={remove.error}
        onYes={() => remove.mutate()}
        onClose={() => setAsking(null)}
      />
    </SectionCard>
  );
}
