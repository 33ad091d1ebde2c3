import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignIn } from '@snout/core/accounts';
import { betterAuth } from 'better-auth';
import { authOptions, CLIENT_ADDRESS_HEADER, type SignInOptions } from './auth-options.ts';

export type { SignInOptions } from './auth-options.ts';

/** What went wrong below a call of the library: it tells its callers only that something did, and its log what. */
interface Heard {
  error: unknown;
}

/**
 * Sign-in by better-auth on our own database. What the database throws is thrown on, so that one that is away does not look like a fault of
 * ours.
 */
export function createSignIn(options: SignInOptions): SignIn {
  const hearing = new AsyncLocalStorage<Heard>();
  const library = authOptions(options);
  const hear = (error: unknown) => {
    const heard = hearing.getStore();
    if (heard) heard.error ??= error;
  };
  const auth = betterAuth({
    ...library,
    // Refusals are answers all the same; what else goes wrong would be printed with what was asked of the database, a session's token among it.
    onAPIError: { throw: true },
    logger: {
      ...library.logger,
      log(level, message, ...details: unknown[]) {
        hear(details.find((detail) => detail instanceof Error));
        library.logger?.log?.(level, message);
      },
    },
  });
  return {
    async handle(request, clientAddress) {
      const headers = new Headers(request.headers);
      headers.set(CLIENT_ADDRESS_HEADER, clientAddress);
      const heard: Heard = { error: undefined };
      const response = await hearing.run(heard, () => auth.handler(new Request(request, { headers })));
      if (response.status >= 500 && heard.error !== undefined) throw heard.error;
      return response;
    },
    async sessionOf(headers) {
      // Without cookies there is nothing to look up.
      if (!headers.has('cookie')) return null;
      const heard: Heard = { error: undefined };
      const asked = { headers, query: { disableRefresh: true } };
      const found = await hearing
        .run(heard, () => auth.api.getSession(asked))
        .catch((error: unknown) => Promise.reject(heard.error ?? error));
      return found === null ? null : { userId: found.user.id, sessionId: found.session.id };
    },
  };
}
