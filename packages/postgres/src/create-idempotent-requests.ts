import type { Claim, ClaimResult, IdempotentRequests, KeyedRequest } from '@snout/core/idempotency';
import { sql } from 'kysely';
import type { Database, Executor } from './database.ts';

export function createIdempotentRequests(executor: Executor): IdempotentRequests {
  const held = ({ asker, keySha256, holder }: Claim) => ({ asker, key_sha256: keySha256, holder });
  return {
    async claim(request, { now, until, holder, creationId }) {
      const { asker, keySha256, tenantId, route, bodySha256 } = request;
      const row = {
        asker,
        key_sha256: keySha256,
        tenant_id: tenantId,
        route,
        body_sha256: bodySha256,
        creation_id: creationId,
        holder,
        claimed_until: until,
        created_at: now,
      };
      const taken = await executor
        .insertInto('idempotent_requests')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['asker', 'key_sha256'])
            .doUpdateSet({ holder, claimed_until: until })
            .where('idempotent_requests.answer', 'is', null)
            .where('idempotent_requests.claimed_until', '<=', now)
            .where('idempotent_requests.route', '=', route)
            .where('idempotent_requests.body_sha256', '=', bodySha256),
        )
        .returning('creation_id')
        .executeTakeFirst();
      if (!taken) return whatIsThere(executor, request);
      const claim = { asker, keySha256, holder };
      return { kind: 'claimed', claim, creationId: taken.creation_id, again: taken.creation_id !== creationId };
    },
    async renew(claim, until) {
      const { numUpdatedRows } = await executor
        .updateTable('idempotent_requests')
        .set({ claimed_until: until })
        .where((is) => is.and(held(claim)))
        .where('answer', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    async complete(claim, answer) {
      await executor
        .updateTable('idempotent_requests')
        .set({ answer: Buffer.from(answer) })
        .where((is) => is.and(held(claim)))
        .where('answer', 'is', null)
        .execute();
    },
    async release(claim) {
      await executor
        .deleteFrom('idempotent_requests')
        .where((is) => is.and(held(claim)))
        .where('answer', 'is', null)
        .execute();
    },
    async removeBefore(time) {
      const { numDeletedRows } = await executor.deleteFrom('idempotent_requests').where('created_at', '<', time).executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
    async forgetTenant(tenantId) {
      await executor.deleteFrom('idempotent_requests').where('tenant_id', '=', tenantId).execute();
    },
    async forgetAsker(id) {
      await executor.deleteFrom('idempotent_requests').where(sql<boolean>`strpos(asker, ${id}) > 0`).execute();
    },
  };
}

/**
 * Nobody else has the embedded database open: requests that are said to be under way were so when the process before was killed. Whoever
 * repeats one need not wait until its claim runs out. To be called before requests are taken.
 */
export async function endLeftClaims({ db, connection }: Pick<Database, 'db' | 'connection'>): Promise<void> {
  if (connection.kind !== 'embedded') return;
  await db
    .updateTable('idempotent_requests')
    .set({ claimed_until: new Date(0) })
    .where('answer', 'is', null)
    .execute();
}

/** Released between the two statements: to the one who asks that is as good as under way, and asking again finds it free. */
async function whatIsThere(executor: Executor, { asker, keySha256, route, bodySha256 }: KeyedRequest): Promise<ClaimResult> {
  const row = await executor
    .selectFrom('idempotent_requests')
    .select(['route', 'body_sha256', 'answer'])
    .where('asker', '=', asker)
    .where('key_sha256', '=', keySha256)
    .executeTakeFirst();
  if (!row) return { kind: 'under-way' };
  if (row.route !== route || row.body_sha256 !== bodySha256) return { kind: 'key-reused' };
  return row.answer ? { kind: 'answered', answer: row.answer } : { kind: 'under-way' };
}
