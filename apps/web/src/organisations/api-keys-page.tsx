import { Anchor, Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ApiKey, organisationApi } from '../api/organisation-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import { PLACES } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';
import { NewApiKey } from './new-api-key.tsx';
import { SCOPE_WORDS } from './organisation-words.ts';
import { TenantRoom } from './tenant-room.tsx';

/** Keys with which programs act for a tenant. */
export function ApiKeysPage({ tenantId }: { readonly tenantId: string }): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="apiKeys">
      {() => <ApiKeys tenantId={tenantId} />}
    </TenantRoom>
  );
}

function ApiKeys({ tenantId }: { readonly tenantId: string }): ReactNode {
  const { t } = useTranslation();
  const keys = useQuery({ queryKey: QUERY_KEYS.apiKeys(tenantId), queryFn: () => organisationApi.keys(tenantId) });
  return (
    <>
      <SectionCard
        title={t('keys.title')}
        intro={t('keys.intro')}
        actions={
          <Anchor component={Link} href={PLACES.apiDocs} size="sm">
            {t('keys.reference')}
          </Anchor>
        }
      >
        {keys.isPending && <Skeleton height={64} />}
        {keys.isError && <ProblemAlert error={keys.error} onRetry={() => void keys.refetch()} />}
        {keys.data?.length === 0 && <Text size="sm">{t('keys.none')}</Text>}
        {keys.data && keys.data.length > 0 && (
          <RowList label={t('keys.title')}>
            {keys.data.map((key) => (
              <KeyRow key={key.id} tenantId={tenantId} apiKey={key} />
            ))}
          </RowList>
        )}
      </SectionCard>
      <NewApiKey tenantId={tenantId} />
    </>
  );
}

function KeyRow({ tenantId, apiKey }: { readonly tenantId: string; readonly apiKey: ApiKey }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { name, prefix, scopes, createdAt, expiresAt, lastUsedAt } = apiKey;
  const revoke = useMutation({
    mutationFn: () => organisationApi.revokeKey(tenantId, apiKey.id),
    onSuccess: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.apiKeys(tenantId) });
    },
  });
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={600} className="break">
            {name}
          </Text>
          <Text size="sm" c="dimmed" ff="monospace">
            {prefix}…
          </Text>
        </Group>
        <Group gap={6} my={4}>
          {scopes.map((scope) => (
            <Badge key={scope} variant="light" tt="none">
              {t(SCOPE_WORDS[scope])}
            </Badge>
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          {t('keys.since', { when: when(createdAt) })} ·{' '}
          {lastUsedAt === null ? t('keys.unused') : t('keys.used', { when: when(lastUsedAt) })} ·{' '}
          {expiresAt === null ? t('keys.forever') : t('keys.until', { when: when(expiresAt) })}
        </Text>
      </div>
      <Button size="xs" variant="light" color="danger" onClick={() => setAsking(true)} aria-label={t('keys.revokeNamed', { name })}>
        {t('keys.revoke')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('keys.revokeNamed', { name })}
        text={t('keys.revokeText')}
        yes={t('keys.revoke')}
        pending={revoke.isPending}
        error={revoke.error}
        onYes={() => revoke.mutate()}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
}
