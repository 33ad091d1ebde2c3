import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { accountApi } from '../api/account-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { Page } from '../navigation/page.tsx';
import { PLACES } from '../navigation/places.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useTenant } from '../tenant/use-tenant.ts';
import { linkArrivalOf } from './link-arrival.ts';

/** Where the link that verifies an address leads, once it has signed in: what to do next, or how to get another link. */
export function ConfirmedPage(): ReactNode {
  const { t } = useTranslation();
  const [arrival] = useState(() => linkArrivalOf(window.location));
  const { me } = useTenant();
  if (me && !me.emailVerified) return <NotConfirmed email={me.email} isOver={arrival === 'over'} />;
  return (
    <Page title={t('account.confirmed.title')} intro={t('account.confirmed.intro')}>
      <Invitations />
      <Group>
        <Button component={Link} href={PLACES.newPet}>
          {t('pets.addFirst')}
        </Button>
        <Button component={Link} href={PLACES.settings} variant="default">
          {t('account.confirmed.passkey')}
        </Button>
      </Group>
    </Page>
  );
}

/** Somebody who was invited came here first to make an account. */
function Invitations(): ReactNode {
  const { t } = useTranslation();
  const invitations = useQuery({ queryKey: QUERY_KEYS.myInvitations, queryFn: accountApi.invitations });
  const count = invitations.data?.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert color="teal" title={t('account.confirmed.invited', { count })}>
      <Button component={Link} href={PLACES.invitations} size="xs">
        {t('account.confirmed.see')}
      </Button>
    </Alert>
  );
}

function NotConfirmed({ email, isOver }: { readonly email: string; readonly isOver: boolean }): ReactNode {
  const { t } = useTranslation();
  const send = useMutation({ mutationFn: () => accountApi.sendVerification(email) });
  return (
    <Page title={t('account.confirmed.notYet')}>
      <Stack align="flex-start">
        {isOver && <Text>{t('account.arrival.over')}</Text>}
        {send.isError && <ProblemAlert error={send.error} />}
        {send.isSuccess ? (
          <Alert color="teal" role="status">
            {t('account.verifySent', { email })}
          </Alert>
        ) : (
          <Button loading={send.isPending} onClick={() => send.mutate()}>
            {t('account.confirmed.sendAgain', { email })}
          </Button>
        )}
      </Stack>
    </Page>
  );
}
