import { KEPT_DAYS } from '@snout/core/retention';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRetentionStore } from './create-retention-store.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { describeOnPostgres } from './testing/index.ts';

describe('retention, embedded', () => describeRetention(() => openInMemory()));
describeOnPostgres('retention, on a server', (url) => describeRetention(() => openServer(url())));

function describeRetention(open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.close());

  it('removes what ended long enough ago, and nothing else', async () => {
    const { db } = database;
    const now = new Date('2026-06-01T00:00:00Z');
    const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
    await sql`insert into users (id, name, email) values ('ada', 'Ada', 'ada@example.org')`.execute(db);
    await sql`insert into pets (id, tenant_id, name, species, enrolled_at) values ('mia', 'ada', 'Mia', 'cat', now())`.execute(db);
    // Of each kind one that goes, one that has just ended, and one that is still good.
    for (const [id, days] of [
      ['old', 1.1],
      ['ended', 0.9],
      ['good', -1],
    ] as const) {
      await sql`insert into sessions (id, token, user_id, expires_at) values (${id}, ${id}, 'ada', ${ago(days)})`.execute(db);
      await sql`insert into verifications (id, identifier, value, expires_at) values (${id}, ${id}, 'x', ${ago(days)})`.execute(db);
      await sql`insert into rate_limits (id, key, count, last_request) values (${id}, ${id}, 1, ${ago(days).getTime()})`.execute(db);
      await sql`insert into sign_in_failures (email_sha256, failures, last_at) values (${id}, 1, ${ago(days)})`.execute(db);
      const invited = ago(days * KEPT_DAYS.invitations);
      await sql`
        insert into tenant_invitations (id, tenant_id, email, role, invited_by, created_at, expires_at)
        values (${id}, 'ada', ${id}, 'viewer', 'ada', now(), ${invited})
      `.execute(db);
      await sql`
        insert into pet_invitations (id, pet_id, kind, token_sha256, tenant_id, user_id, author_kind, expires_at, state)
        values (${id}, 'mia', 'carer', ${id}, 'ada', 'ada', 'person', ${invited}, 'open')
      `.execute(db);
      const key = ago(days * KEPT_DAYS.apiKeys);
      await sql`
        insert into api_keys (id, tenant_id, name, prefix, sha256, scopes, created_at, revoked_at, expires_at)
        values (${id}, 'ada', 'key', 'snout_', ${id}, '{}', now(), ${days > 0 ? key : null}, null),
          (${`${id}-2`}, 'ada', 'key', 'snout_', ${`${id}-2`}, '{}', now(), null, ${days > 0 ? key : null})
      `.execute(db);
    }
    const store = createRetentionStore(database);
    expect(await store.removeEnded(now)).toEqual({ sessions: 1, links: 1, rateLimits: 1, signInFailures: 1, invitations: 2, apiKeys: 2 });
    for (const table of ['sessions', 'verifications', 'rate_limits', 'tenant_invitations', 'pet_invitations']) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(db);
      expect([table, ...rows.map(({ id }) => id)]).toEqual([table, 'ended', 'good']);
    }
    await store.tidy();
  });
}
