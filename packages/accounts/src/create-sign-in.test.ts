import { LOCKOUT, type SignIn } from '@snout/core/accounts';
import type { Mail } from '@snout/core/notifications';
import { createAccountStore, createAuditLog, createSignInGuard, type Database, openInMemory } from '@snout/postgres';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authOptions, type SignInOptions } from './auth-options.ts';
import { createSignIn } from './create-sign-in.ts';

const ORIGIN = 'http://127.0.0.1:4873';
const PUBLIC = 'http://localhost:4873';
const PASSWORD = 'a long password';

describe('signing in, on the embedded database', () => {
  let database: Database;
  let options: SignInOptions;
  let signIn: SignIn;
  const mails: Mail[] = [];
  const warnings: unknown[] = [];
  let now = new Date('2026-01-01T00:00:00Z');

  beforeAll(async () => {
    database = await openInMemory();
    const { db } = database;
    options = {
      db,
      secret: 'a secret of the tests, long enough',
      publicUrl: PUBLIC,
      accounts: createAccountStore(db),
      guard: createSignInGuard(db, { now: () => now }),
      audit: createAuditLog(db),
      mail: {
        send: async (mail) => {
          mails.push(mail);
        },
      },
      warn: (error, message) => warnings.push([error, message]),
    };
    signIn = createSignIn(options);
  }, 300_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    await run('truncate users, rate_limits, sign_in_failures, verifications cascade');
    mails.length = 0;
  });

  const run = async (statement: string) => {
    if (database.connection.kind === 'embedded') await database.connection.pglite.exec(statement);
  };
  const ask = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    signIn.handle(
      new Request(`${ORIGIN}/api/auth${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { host: '127.0.0.1:4873', origin: ORIGIN, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      '203.0.113.7',
    );
  const follow = (link: URL) => ask(`${link.pathname.replace('/api/auth', '')}${link.search}`);
  const signUp = (email: string, more: object = {}) => ask('/sign-up/email', { name: 'Ada', email, password: PASSWORD, ...more });
  const who = (response: Response) => signIn.sessionOf(new Headers({ cookie: cookieOf(response) }));

  it('finds in the database the tables and columns it expects, and none is missing', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(authOptions(options));
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  it('throws what the database throws, instead of saying that nobody is signed in or that something went wrong', async () => {
    const answer = await signUp('ada@example.org');
    expect(await who(answer)).not.toBeNull();
    await run('alter table sessions rename to sessions_away');
    const printed = vi.spyOn(console, 'error');
    try {
      await expect(who(answer)).rejects.toMatchObject({ code: '42P01' });
      await expect(ask('/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).rejects.toMatchObject({ code: '42P01' });
      // It names the session's token.
      expect(printed).not.toHaveBeenCalled();
    } finally {
      printed.mockRestore();
      await run('alter table sessions_away rename to sessions');
      warnings.length = 0;
    }
    expect(await who(answer)).not.toBeNull();
  });

  it('makes an account with a tenant of its own and signs the person in; the first one runs the installation', async () => {
    const answer = await signUp('Ada@Example.org');
    expect([answer.status, warnings]).toEqual([200, []]);
    const session = await who(answer);
    const actor = session && (await createAccountStore(database.db).findActor(session.userId, session.sessionId));
    expect(actor).toMatchObject({ email: 'ada@example.org', emailVerified: true, isOperator: true });
    expect(actor?.memberships.map(({ tenant, role }) => [tenant, role])).toEqual([
      [session?.userId, 'owner'],
      ['local', 'owner'],
    ]);
    expect(mails).toEqual([]);
  });

  it('sets cookies that scripts cannot read and other sites cannot use', async () => {
    const cookies = (await signUp('ada@example.org')).headers.getSetCookie().join('\n');
    expect(cookies).toMatch(/snout\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect(cookies).not.toMatch(/Secure/);
    signIn = createSignIn({ ...options, publicUrl: 'https://snout.example' });
    const secure = await ask('/sign-in/email', { email: 'ada@example.org', password: PASSWORD }, { origin: 'https://snout.example' });
    signIn = createSignIn(options);
    expect(secure.headers.getSetCookie().join('\n')).toMatch(/__Secure-snout\.session_token=.*Secure/);
  });

  it('asks everybody after the first to verify the address, in their language, and signs them in by the mailed link', async () => {
    await signUp('operator@example.org');
    expect(cookieOf(await signUp('ada@example.org', { locale: 'zh-CN' }))).toBe('');
    expect(mails).toMatchObject([{ to: 'ada@example.org', kind: 'verify-address', locale: 'zh-CN' }]);
    expect((await ask('/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).status).toBe(403);
    expect(mails.map(({ kind }) => kind)).toEqual(['verify-address', 'verify-address']);
    const link = linkIn(mails[0]);
    // Not what the request called the service: whoever asks could have made that up.
    expect(link.origin).toBe(PUBLIC);
    const session = await who(await follow(link));
    const actor = await createAccountStore(database.db).findActor(session?.userId ?? '', '');
    expect(actor).toMatchObject({ email: 'ada@example.org', emailVerified: true, isOperator: false });
  });

  it('tells an address that has an account, and nobody else, that somebody signed up with it', async () => {
    await signUp('ada@example.org');
    const again = await signUp('Ada@example.org', { password: 'another long password' });
    expect([again.status, cookieOf(again)]).toEqual([200, '']);
    expect(mails).toMatchObject([{ to: 'ada@example.org', kind: 'already-registered', sendBefore: expect.any(String) }]);
    expect((await ask('/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).status).toBe(200);
  });

  describe('when the process dies while somebody signs up', () => {
    const ADA = 'ada@example.org';
    const kinds = () => mails.map(({ to, kind }) => [to, kind]);
    /** A service whose process dies before the mail is in the queue: nobody takes it, and nothing else happens. */
    const dyingBeforeTheMail = () => createSignIn({ ...options, mail: { send: () => new Promise(() => {}) } });
    const actorOf = async (response: Response) => createAccountStore(database.db).findActor((await who(response))?.userId ?? '', '');
    beforeEach(async () => {
      await signUp('operator@example.org');
      signIn = dyingBeforeTheMail();
      expect((await signUp(ADA)).status).toBe(200);
      signIn = createSignIn(options);
      expect(mails).toEqual([]);
    });

    it('before the mail is queued, another one comes when they sign up again', async () => {
      expect((await signUp('Ada@example.org')).status).toBe(200);
      await vi.waitFor(() => expect(kinds()).toEqual([[ADA, 'verify-address']]));
      const link = linkIn(mails[0]);
      expect([link.origin, link.searchParams.get('callbackURL')]).toEqual([PUBLIC, '/confirmed']);
      expect(await actorOf(await follow(link))).toMatchObject({ email: ADA, emailVerified: true });
      expect((await ask('/sign-in/email', { email: ADA, password: PASSWORD })).status).toBe(200);
    });

    it('before the mail is queued, another one comes when they sign in', async () => {
      expect((await ask('/sign-in/email', { email: ADA, password: PASSWORD })).status).toBe(403);
      expect(kinds()).toEqual([[ADA, 'verify-address']]);
      expect(await actorOf(await follow(linkIn(mails[0])))).toMatchObject({ emailVerified: true });
    });

    it('and then signs up with another password, no link confirms the first one: it may be a stranger’s', async () => {
      await signUp(ADA, { password: 'another long password' });
      await vi.waitFor(() => expect(kinds()).toEqual([[ADA, 'already-registered']]));
      await ask('/sign-in/magic-link', { email: ADA, callbackURL: '/' });
      expect(await actorOf(await follow(linkIn(mails[1])))).toMatchObject({ email: ADA, emailVerified: true });
      expect((await ask('/sign-in/email', { email: ADA, password: PASSWORD })).status).toBe(401);
    });

    it('between the account and its password, they are told of the account, and get in by a link', async () => {
      await run('delete from credentials using users where users.id = credentials.user_id and not users.is_operator');
      await signUp(ADA);
      await vi.waitFor(() => expect(kinds()).toEqual([[ADA, 'already-registered']]));
      await ask('/sign-in/magic-link', { email: ADA, callbackURL: '/' });
      expect(await actorOf(await follow(linkIn(mails[1])))).toMatchObject({ emailVerified: true });
      await ask('/request-password-reset', { email: ADA });
      const token = linkIn(mails[2]).hash.slice(1);
      expect((await ask('/reset-password', { token, newPassword: 'another long password' })).status).toBe(200);
      expect((await ask('/sign-in/email', { email: ADA, password: 'another long password' })).status).toBe(200);
    });

    it('whoever signs up once gets one mail, and another one who signs up after them its own', async () => {
      await signUp('bob@example.org');
      await signUp('bob@example.org', { password: 'a wrong long password' });
      await vi.waitFor(() =>
        expect(kinds()).toEqual([
          ['bob@example.org', 'verify-address'],
          ['bob@example.org', 'already-registered'],
        ]),
      );
    });
  });

  it('writes down what happens to the account, without its address', async () => {
    const { userId = '' } = (await who(await signUp('ada@example.org'))) ?? {};
    const signedIn = await ask('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    const cookie = { cookie: cookieOf(signedIn) };
    const passwords = { currentPassword: PASSWORD, newPassword: 'another long password' };
    expect((await ask('/change-password', passwords, cookie)).status).toBe(200);
    await ask('/update-user', { name: 'Ada L.' }, cookie);
    for (let attempt = 0; attempt < LOCKOUT.failures; attempt++) {
      await run('truncate rate_limits');
      await ask('/sign-in/email', { email: 'ada@example.org', password: `wrong password ${attempt}` });
    }
    const entries = await createAuditLog(database.db).list({ tenantId: userId, limit: 20 });
    expect(entries.map(({ action, actor, after }) => [action, actor.kind, after]).reverse()).toEqual([
      ['account-made', 'person', null],
      ['signed-in', 'person', { by: 'password' }],
      ['signed-in', 'person', { by: 'password' }],
      ['password-changed', 'person', {}],
      ['account-changed', 'person', { fields: 'name' }],
      ['sign-in-locked', 'public', null],
    ]);
    expect(JSON.stringify(entries)).not.toContain('ada@');
  });

  it('signs in by a link that works once, and writes to nobody without an account', async () => {
    await signUp('ada@example.org');
    expect((await ask('/sign-in/magic-link', { email: 'stranger@example.org' })).status).toBe(200);
    expect(mails).toEqual([]);
    expect((await ask('/sign-in/magic-link', { email: 'ada@example.org', callbackURL: '/' })).status).toBe(200);
    const link = linkIn(mails[0]);
    const first = await follow(link);
    expect(first.status).toBe(302);
    expect(await who(first)).not.toBeNull();
    expect(cookieOf(await follow(link))).toBe('');
  });

  it('sets a new password by a mailed link, which ends all sessions', async () => {
    const before = await signUp('ada@example.org');
    await ask('/request-password-reset', { email: 'ada@example.org' });
    expect(mails[0]?.kind).toBe('reset-password');
    const token = linkIn(mails[0]).hash.slice(1);
    expect((await ask('/reset-password', { token, newPassword: 'another long password' })).status).toBe(200);
    expect(await who(before)).toBeNull();
    expect((await ask('/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).status).toBe(401);
    expect((await ask('/sign-in/email', { email: 'ada@example.org', password: 'another long password' })).status).toBe(200);
  });

  it('refuses passwords for an address after too many wrong ones, also the right one, until the time is over', async () => {
    await signUp('ada@example.org');
    const tryWith = async (password: string) => {
      await run('truncate rate_limits');
      return (await ask('/sign-in/email', { email: 'ada@example.org', password })).status;
    };
    for (let attempt = 0; attempt < LOCKOUT.failures; attempt++) expect(await tryWith(`wrong password ${attempt}`)).toBe(401);
    expect(await tryWith(PASSWORD)).toBe(429);
    now = new Date(now.getTime() + LOCKOUT.windowMs + 1000);
    expect(await tryWith(PASSWORD)).toBe(200);
  });

  it('limits how often one client may try', async () => {
    await signUp('ada@example.org');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      statuses.push((await ask('/sign-in/email', { email: `nobody-${attempt}@example.org`, password: PASSWORD })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });

  it('offers passkeys for the name the service has', async () => {
    const signedUp = await signUp('ada@example.org');
    const answer = await ask('/passkey/generate-register-options', undefined, { cookie: cookieOf(signedUp) });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { rp: { id: 'localhost', name: 'Snout' }, user: { name: 'ada@example.org' } },
    ]);
  });
});

/** What a browser would send back. */
function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => /session_token=./.test(cookie))
    .join('; ');
}

function linkIn(mail: Mail | undefined): URL {
  return new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'none:');
}
