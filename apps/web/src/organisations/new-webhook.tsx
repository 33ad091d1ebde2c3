import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import type { WebhookDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { webhookApi } from '../api/webhook-api.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { SecretOnce } from './secret-once.tsx';
import { WEBHOOK_EVENTS } from './webhook-events.ts';

/** Adds an address; the secret that signs its messages is shown once. */
export function NewWebhook({ tenantId }: { readonly tenantId: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [events, setEvents] = useState<WebhookDto['events']>([]);
  const add = useMutation({
    mutationFn: () => webhookApi.add(tenantId, { url, description, events }),
    onSuccess: () => {
      setUrl('');
      setDescription('');
      setEvents([]);
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.webhooks(tenantId), exact: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <SectionCard title={t('hooks.add')}>
      {add.isSuccess && (
        <SecretOnce title={t('hooks.made')} text={t('hooks.madeHint')} secret={add.data.secret} onSeen={() => add.reset()} />
      )}
      <form onSubmit={submit}>
        <Stack gap="md" maw={560}>
          <TextInput
            label={t('hooks.url')}
            description={t('hooks.urlHint')}
            placeholder="https://example.org/snout"
            type="url"
            required
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextInput
            label={t('hooks.description')}
            maxLength={200}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={t('hooks.events')}
            description={t('hooks.eventsHint')}
            value={events}
            onChange={(chosen) => setEvents(WEBHOOK_EVENTS.filter((event) => chosen.includes(event)))}
          >
            <Stack gap="xs" mt="xs">
              {WEBHOOK_EVENTS.map((event) => (
                <Checkbox key={event} value={event} label={event} />
              ))}
            </Stack>
          </Checkbox.Group>
          {add.isError && <ProblemAlert error={add.error} />}
          <Group>
            <Button type="submit" loading={add.isPending}>
              {t('hooks.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
