import { Alert, Button, Group, Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accountApi, type MailPreference } from '../api/account-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { PushError, pushState, switchPushOff, switchPushOn } from '../pwa/push-subscription.ts';

/** Which mails the person wants, and messages to this browser. */
export function NotificationsCard(): ReactNode {
  const { t } = useTranslation();
  const mails = useQuery({ queryKey: QUERY_KEYS.mails, queryFn: accountApi.mails });
  return (
    <SectionCard title={t('notify.title')} intro={t('notify.intro')}>
      {mails.isPending && <Skeleton height={72} />}
      {mails.isError && <ProblemAlert error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data && (
        <Stack gap="sm">
          {mails.data.map((mail) => (
            <MailSwitch key={mail.kind} mail={mail} />
          ))}
        </Stack>
      )}
      <PushSection />
    </SectionCard>
  );
}

function MailSwitch({ mail: { kind, isWanted } }: { readonly mail: MailPreference }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: (wanted: boolean) => accountApi.setMail(kind, wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.mails }),
  });
  return (
    <>
      <Switch
        label={t(`notify.mails.${kind}`)}
        description={t(`notify.mails.${kind}Hint`)}
        checked={set.isPending ? set.variables : isWanted}
        onChange={(event) => set.mutate(event.currentTarget.checked)}
      />
      {set.isError && <ProblemAlert error={set.error} />}
    </>
  );
}

function PushSection(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const state = useQuery({ queryKey: QUERY_KEYS.push, queryFn: pushState, retry: false });
  const settled = () => queries.invalidateQueries({ queryKey: QUERY_KEYS.push });
  const on = useMutation({ mutationFn: switchPushOn, onSettled: settled });
  const off = useMutation({ mutationFn: switchPushOff, onSettled: settled });
  const failed = on.error ?? off.error;
  return (
    <div>
      <Title order={3} size="h5">
        {t('notify.push')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`notify.pushState.${state.data ?? 'off'}`)}
      </Text>
      {failed instanceof PushError && <Alert color="danger">{t(`notify.pushTrouble.${failed.trouble}`)}</Alert>}
      {failed && !(failed instanceof PushError) && <ProblemAlert error={failed} />}
      <Group mt="xs">
        {state.data === 'off' && (
          <Button variant="default" loading={on.isPending} onClick={() => on.mutate()}>
            {t('notify.pushOn')}
          </Button>
        )}
        {state.data === 'on' && (
          <Button variant="default" loading={off.isPending} onClick={() => off.mutate()}>
            {t('notify.pushOff')}
          </Button>
        )}
      </Group>
    </div>
  );
}
