import { createHash } from 'node:crypto';
import type { RateLimits } from '@snout/core/accounts';
import type { Clock } from '@snout/core/recognition';
import { sql } from 'kysely';
import type { Executor } from './database.ts';

/** Windows that ended are removed each time. */
export function createRateLimits(db: Executor, clock: Clock): RateLimits {
  return {
    async take(what, who, { most, windowMs }) {
      const now = clock.now();
      const key = createHash('sha256').update(`${what} ${who}`).digest('hex');
      const end = new Date(now.getTime() + windowMs).toISOString();
      // One statement, so that those who come at once are all counted.
      const { rows } = await sql<{ count: number; ends_at: Date }>`
        insert into rate_windows as kept (key_sha256, count, ends_at) values (${key}, 1, ${end})
        on conflict (key_sha256) do update set
          count = case when kept.ends_at <= ${now.toISOString()} then 1 else kept.count + 1 end,
          ends_at = case when kept.ends_at <= ${now.toISOString()} then ${end} else kept.ends_at end
        returning count, ends_at
      `.execute(db);
      await db.deleteFrom('rate_windows').where('ends_at', '<=', now).execute();
      const [counted] = rows;
      if (counted === undefined || counted.count <= most) return null;
      return Math.ceil((counted.ends_at.getTime() - now.getTime()) / 1000);
    },
  };
}
