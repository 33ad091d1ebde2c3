import { passkey } from '@better-auth/passkey';
import type { AccountStore, SignInGuard } from '@snout/core/accounts';
import type { AuditLog } from '@snout/core/audit';
import { composeMail, type MailData, type MailKind, type MailSender } from '@snout/core/notifications';
import type { BetterAuthOptions } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { auditing } from './account-audit.ts';
import { AUTH_SCHEMA, PASSKEY_SCHEMA } from './auth-schema.ts';
import { signInHooks } from './sign-in-hooks.ts';
import type { Letters } from './sign-up-again.ts';

export interface SignInOptions {
  /** An open database (Kysely) whose tables are those of 0002-accounts.sql. */
  readonly db: Extract<NonNullable<BetterAuthOptions['database']>, { db: unknown }>['db'];
  /** Signs cookies and tokens; at least 32 characters. */
  readonly secret: string;
  /** Where links in mails lead, without a slash at the end: "https://snout.example". Never what a request says. */
  readonly publicUrl: string;
  readonly accounts: Pick<AccountStore, 'localeOf' | 'idOf'>;
  readonly guard: SignInGuard;
  /** Takes the mail and keeps it until it is delivered: a mail server may be away, and this process may end. */
  readonly mail: MailSender;
  readonly audit: Pick<AuditLog, 'append'>;
  /** Hears of what went wrong, without anything secret. */
  readonly warn: (error: unknown, message: string) => void;
}

/** Where the sign-in library answers. */
export const BASE_PATH = '/api/auth';
/** Header in which the server tells the library who asks; it never comes from outside. */
export const CLIENT_ADDRESS_HEADER = 'x-snout-client-address';

/** Page that says that an address is verified now, or with `?error=` that a link is not good any more. */
const CONFIRMED_PATH = '/confirmed';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const VERIFY_HOURS = 24;
const LINK_MINUTES = 15;
const RESET_MINUTES = 60;

/** The library as we use it: our tables, our mails, nothing sent anywhere, and limits on guessing. */
export function authOptions(options: SignInOptions): BetterAuthOptions {
  const { publicUrl } = options;
  const { protocol, hostname } = new URL(publicUrl);
  const post = postOffice(options);
  const audit = auditing(options);
  const linkTo = (url: string) => {
    const { pathname, searchParams } = new URL(url);
    return `${publicUrl}${pathname}?${searchParams}`;
  };
  const letters: Letters = {
    confirm(to, token) {
      const query = new URLSearchParams({ token, callbackURL: CONFIRMED_PATH });
      const data = { link: `${publicUrl}${BASE_PATH}/verify-email?${query}`, validHours: VERIFY_HOURS };
      return post(to, 'verify-address', { data, validSeconds: VERIFY_HOURS * HOUR });
    },
    alreadyRegistered: (to) => post(to, 'already-registered', { data: { link: `${publicUrl}/` }, validSeconds: DAY }),
  };
  return {
    appName: 'Snout',
    secret: options.secret,
    basePath: BASE_PATH,
    // Whoever runs the page on this machine may call it by another name or number; the server has checked the host and the origin.
    baseURL: { allowedHosts: ['*'], protocol: protocol === 'https:' ? 'https' : 'http', fallback: publicUrl },
    // Not in transactions: some of its statements go past them, and the embedded database has one connection.
    database: { db: options.db, type: 'postgres', transaction: false },
    ...AUTH_SCHEMA,
    session: { ...AUTH_SCHEMA.session, expiresIn: 30 * DAY, updateAge: DAY },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * MINUTE,
      sendResetPassword: ({ user, token }) => {
        const data = { link: `${publicUrl}/reset-password#${token}`, validMinutes: RESET_MINUTES };
        return post(user.email, 'reset-password', { data, validSeconds: RESET_MINUTES * MINUTE });
      },
      onPasswordReset: ({ user }) => audit.did('password-reset', user.id),
      // Nobody learns by signing up or in who has an account: what was found out is told to the address alone.
      requireEmailVerification: true,
      // Of an address that nobody has confirmed yet, see sign-up-again.ts.
      onExistingUserSignUp: async ({ user }) => {
        if (user.emailVerified) await letters.alreadyRegistered(user.email);
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: VERIFY_HOURS * HOUR,
      // The operator's address counts as verified from the start.
      sendVerificationEmail: async ({ user, token }) => {
        if (!user.emailVerified) await letters.confirm(user.email, token);
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: LINK_MINUTES * MINUTE,
        sendMagicLink: ({ email, url }) => {
          const data = { link: linkTo(url), validMinutes: LINK_MINUTES };
          return post(email, 'sign-in-link', { data, validSeconds: LINK_MINUTES * MINUTE });
        },
      }),
      passkey({
        rpName: 'Snout',
        rpID: hostname,
        schema: PASSKEY_SCHEMA,
        // Signing in with one asks for no address: the device must know whose it is.
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      }),
    ],
    hooks: signInHooks(options, { audit, letters }),
    databaseHooks: audit.databaseHooks,
    rateLimit: { ...AUTH_SCHEMA.rateLimit, enabled: true, storage: 'database', window: MINUTE, max: 100, customRules: RATES },
    advanced: {
      cookiePrefix: 'snout',
      useSecureCookies: protocol === 'https:',
      // The server's own check is stricter (see same-origin.ts in apps/server), and addresses to go on to are paths (see the contract).
      disableOriginCheck: true,
      disableCSRFCheck: true,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => options.warn(undefined, message) },
  };
}

/** Requests of one client within seconds. */
const RATES = {
  '/sign-in/email': { window: MINUTE, max: 10 },
  '/sign-in/magic-link': { window: 10 * MINUTE, max: 5 },
  '/sign-up/email': { window: 10 * MINUTE, max: 10 },
  '/request-password-reset': { window: 10 * MINUTE, max: 5 },
  '/send-verification-email': { window: 10 * MINUTE, max: 5 },
};

interface Letter<Kind extends MailKind> {
  readonly data: MailData[Kind];
  /** From now on; what it leads to is of no use later, and the mail neither. */
  readonly validSeconds: number;
}

/**
 * Sends a mail to whoever has the address, in their language, and to nobody else: strangers get no mail because somebody typed their
 * address. Not waited for, so that the time of an answer does not tell whether there is an account.
 */
function postOffice({ accounts, mail, warn }: SignInOptions) {
  return async <Kind extends MailKind>(to: string, kind: Kind, { data, validSeconds }: Letter<Kind>): Promise<void> => {
    const locale = await accounts.localeOf(to);
    if (locale === null) return;
    const sendBefore = new Date(Date.now() + validSeconds * 1000).toISOString();
    const composed = composeMail({ to, kind, locale, data });
    mail.send({ ...composed, sendBefore }).catch((error: unknown) => warn(error, `a mail was not sent: ${kind}`));
  };
}
