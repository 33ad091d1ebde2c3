import type { BetterAuthOptions } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { AccountAuditing } from './account-audit.ts';
import type { SignInOptions } from './auth-options.ts';
import { type Letters, signUpAgain } from './sign-up-again.ts';

type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** What happens around requests to the sign-in library: passwords are not guessed, account events are written down. */
export function signInHooks(
  { guard, warn }: Pick<SignInOptions, 'guard' | 'warn'>,
  { audit, letters }: { readonly audit: AccountAuditing; readonly letters: Letters },
): NonNullable<BetterAuthOptions['hooks']> {
  return {
    before: createAuthMiddleware(async (context) => {
      const email = emailOf(context);
      const until = email === null ? null : await guard.lockedUntil(email);
      if (until !== null) throw new APIError('TOO_MANY_REQUESTS', { code: 'ADDRESS_LOCKED', message: 'Too many wrong passwords.' });
    }),
    after: createAuthMiddleware(async (context) => {
      const email = emailOf(context);
      const { returned } = context.context;
      if (!(returned instanceof APIError)) {
        if (email !== null) await guard.succeeded(email);
        await signInOperator(context);
        // Not waited for, so that the time of the answer does not tell that there is such an account.
        signUpAgain(context, letters).catch((error: unknown) => warn(error, 'a mail was not sent: to who signed up again'));
        await audit.answered(context);
      } else if (email !== null && REFUSALS.includes(String(returned.status))) {
        await guard.failed(email);
        if ((await guard.lockedUntil(email)) !== null) await audit.locked(email);
      }
    }),
  };
}

/** A right password for an address that is not verified counts as wrong: it must not be told apart from one. */
const REFUSALS = ['UNAUTHORIZED', 'FORBIDDEN'];

/** The first account counts as verified, and there is nobody yet whose address it could give away. */
async function signInOperator(context: AuthContext): Promise<void> {
  const { returned, internalAdapter } = context.context;
  if (context.path !== '/sign-up/email' || !isVerifiedUser(returned)) return;
  const found = await internalAdapter.findUserById(returned.user.id);
  if (!found?.emailVerified) return;
  await setSessionCookie(context, { session: await internalAdapter.createSession(found.id), user: found });
}

function isVerifiedUser(returned: unknown): returned is { readonly user: { readonly id: string } } {
  if (typeof returned !== 'object' || returned === null || !('user' in returned)) return false;
  const { user } = returned;
  return typeof user === 'object' && user !== null && 'id' in user && 'emailVerified' in user && user.emailVerified === true;
}

/** Whose password is tried by this request; null: none. */
function emailOf({ path, body }: { readonly path?: string; readonly body?: unknown }): string | null {
  if (path !== '/sign-in/email' || typeof body !== 'object' || body === null || !('email' in body)) return null;
  return typeof body.email === 'string' ? body.email : null;
}
