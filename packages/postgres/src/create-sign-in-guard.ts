import { createHash } from 'node:crypto';
import { LOCKOUT, type SignInGuard } from '@snout/core/accounts';
import type { Clock } from '@snout/core/recognition';
import { sql } from 'kysely';
import type { Executor } from './database.ts';

/** Addresses are kept as hashes: also of those who only mistyped theirs. */
export function createSignInGuard(db: Executor, clock: Clock): SignInGuard {
  return {
    async lockedUntil(email) {
      const row = await db.selectFrom('sign_in_failures').select('locked_until').where('email_sha256', '=', hash(email)).executeTakeFirst();
      const until = row?.locked_until ?? null;
      return until !== null && until > clock.now() ? until : null;
    },
    async failed(email) {
      const now = clock.now();
      const windowStart = new Date(now.getTime() - LOCKOUT.windowMs).toISOString();
      const until = new Date(now.getTime() + LOCKOUT.windowMs).toISOString();
      const at = now.toISOString();
      // One statement, so that guesses sent at once are all counted. Counting starts anew after a window, or a lock that has ended.
      await sql`
        insert into sign_in_failures as kept (email_sha256, failures, last_at) values (${hash(email)}, 1, ${at})
        on conflict (email_sha256) do update set
          failures = case when kept.last_at < ${windowStart} or kept.locked_until <= ${at} then 1 else kept.failures + 1 end,
          locked_until = case
            when kept.last_at < ${windowStart} or kept.locked_until <= ${at} then null
            when kept.failures + 1 >= ${LOCKOUT.failures} then ${until}::timestamptz
          end,
          last_at = ${at}
      `.execute(db);
      await db
        .deleteFrom('sign_in_failures')
        .where('last_at', '<', new Date(now.getTime() - 2 * LOCKOUT.windowMs))
        .execute();
    },
    async succeeded(email) {
      await db.deleteFrom('sign_in_failures').where('email_sha256', '=', hash(email)).execute();
    },
  };
}

function hash(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}
