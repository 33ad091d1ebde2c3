import { type createAuthMiddleware, createEmailVerificationToken } from 'better-auth/api';

type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Mails that answer who signs up. */
export interface Letters {
  /** `token`: the library's, with which the address is confirmed. */
  confirm(to: string, token: string): Promise<void>;
  alreadyRegistered(to: string): Promise<void>;
}

/**
 * Whoever signs up again before the address is confirmed waits for a mail that never came: it was lost, or the process ended between the
 * account and the mail. With the same password they get another. With another one they do not: a stranger may have signed up first, and
 * whoever has the address would confirm the stranger's password. They are told that there is an account, to which a sign-in link gives them
 * the way and takes it from the stranger.
 */
export async function signUpAgain(context: AuthContext, letters: Letters): Promise<void> {
  const { path, body, context: library } = context;
  if (path !== '/sign-up/email' || typeof body?.email !== 'string' || typeof body.password !== 'string') return;
  const found = await library.internalAdapter.findUserByEmail(body.email.toLowerCase());
  if (!found || found.user.emailVerified || idOf(library.returned) === found.user.id) return;
  const { user } = found;
  const hash = (await library.internalAdapter.findCredentialAccount(user.id))?.password ?? null;
  if (hash === null || !(await library.password.verify({ hash, password: body.password }))) return letters.alreadyRegistered(user.email);
  const token = await createEmailVerificationToken(library.secret, user.email, undefined, library.options.emailVerification?.expiresIn);
  await letters.confirm(user.email, token);
}

/** Of the account that was just made; that of an answer about one that was there already is made up. */
function idOf(returned: unknown): unknown {
  if (typeof returned !== 'object' || returned === null || !('user' in returned)) return null;
  const { user } = returned;
  return typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
}
