import { KEPT_DAYS, type RetentionStore } from '@snout/core/retention';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

const DAY_MS = 24 * 3_600_000;

export function createRetentionStore({ db, connection }: Pick<Database, 'db' | 'connection'>): RetentionStore {
  const remove = async (statement: RawBuilder<unknown>) => Number((await statement.execute(db)).numAffectedRows ?? 0n);
  return {
    async removeEnded(now) {
      const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
      const { signIn, invitations, apiKeys } = KEPT_DAYS;
      return {
        sessions: await remove(sql`delete from sessions where expires_at < ${before(signIn)}`),
        links: await remove(sql`delete from verifications where expires_at < ${before(signIn)}`),
        rateLimits: await remove(sql`delete from rate_limits where last_request < ${before(signIn).getTime()}`),
        signInFailures: await remove(sql`delete from sign_in_failures where last_at < ${before(signIn)}`),
        invitations:
          (await remove(sql`delete from tenant_invitations where expires_at < ${before(invitations)}`)) +
          (await remove(sql`delete from pet_invitations where expires_at < ${before(invitations)}`)),
        apiKeys: await remove(sql`delete from api_keys where least(revoked_at, expires_at) < ${before(apiKeys)}`),
      };
    },
    async tidy() {
      // A server has its autovacuum.
      if (connection.kind === 'embedded') await connection.pglite.exec('vacuum');
    },
  };
}
