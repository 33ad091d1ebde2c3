import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Switch } from 'wouter';
import { z } from 'zod';
import { ResetPasswordPage } from './account/reset-password-page.tsx';
import { SignInGate } from './account/sign-in-gate.tsx';
import { problemOf } from './api/api-error.ts';
import { QUERY_KEYS } from './api/query-keys.ts';
import { App } from './app.tsx';
import { startI18n } from './i18n/start-i18n.ts';
import { PLACES } from './navigation/places.ts';
import { PublicPages } from './public/public-pages.tsx';
import { registerServiceWorker } from './pwa/register-service-worker.ts';
import { FarewellHost } from './settings/farewell-host.tsx';
import { cssVariables, theme } from './theme.ts';

// Zod would try to compile its parsers, which the content security policy forbids.
z.config({ jitless: true });

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);
startI18n();

const queries = new QueryClient({
  defaultOptions: {
    // The service may stand on this very machine: what the browser says of the internet does not hold a request back.
    queries: { retry: 1, staleTime: 10_000, networkMode: 'always', refetchOnReconnect: true },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({
    // The session was ended elsewhere: the gate asks who is there, and shows how to sign in.
    onError(error, { queryKey }) {
      const isOver = problemOf(error)?.code === 'sign-in-required' && queryKey[0] !== QUERY_KEYS.me[0];
      if (isOver) void queries.invalidateQueries({ queryKey: QUERY_KEYS.me });
    },
  }),
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={queries}>
          <PublicPages>
            <Switch>
              <Route path={PLACES.resetPassword} component={ResetPasswordPage} />
              <Route>
                <SignInGate>
                  <App />
                </SignInGate>
              </Route>
            </Switch>
          </PublicPages>
          <FarewellHost />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
registerServiceWorker();
