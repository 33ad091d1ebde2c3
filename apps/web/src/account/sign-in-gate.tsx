import { Anchor, Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { problemOf } from '../api/api-error.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { PLACES } from '../navigation/places.ts';
import { SignInPanel } from './sign-in-panel.tsx';

/** Shows its children to people who are signed in, and everybody else how to sign in. */
export function SignInGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useQuery({ queryKey: QUERY_KEYS.me, queryFn: snoutApi.me, staleTime: 60_000, retry: false });
  if (me.isPending) {
    return (
      <Center component="main" mih="100vh">
        <Loader aria-label={t('account.checking')} />
      </Center>
    );
  }
  if (problemOf(me.error)?.code === 'sign-in-required') {
    return (
      <>
        <SignInPanel onSignedIn={() => queries.resetQueries()} />
        <Center component="footer" pb="xl">
          <Anchor component={Link} href={PLACES.found}>
            {t('found.link')}
          </Anchor>
        </Center>
      </>
    );
  }
  // Without an answer the pages say so themselves, and show what they keep.
  return children;
}
