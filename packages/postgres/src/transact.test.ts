import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { openServer } from './open-server.ts';
import { describeOnPostgres } from './testing/index.ts';
import { transact } from './transact.ts';

describeOnPostgres('transactions that get in each other’s way, on a server', (url) => {
  let database: Database;
  beforeAll(async () => {
    database = await openServer(url());
    await sql`create table counters (id text primary key, count integer not null)`.execute(database.db);
  }, 300_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    await sql`truncate counters`.execute(database.db);
    await sql`insert into counters values ('a', 0), ('b', 0)`.execute(database.db);
  });

  /** Counts both up, in this order; in the first attempt the second one when the other transaction has its first. */
  const countUp = (order: readonly [string, string], together: () => Promise<void>) => {
    let attempts = 0;
    const done = transact(database.db, async (transaction) => {
      attempts++;
      await sql`update counters set count = count + 1 where id = ${order[0]}`.execute(transaction);
      if (attempts === 1) await together();
      await sql`update counters set count = count + 1 where id = ${order[1]}`.execute(transaction);
    });
    return done.then(() => attempts);
  };
  /** Resolves for each of two when both have called. */
  const meeting = () => {
    const both = Promise.withResolvers<void>();
    let here = 0;
    return () => {
      here++;
      if (here === 2) both.resolve();
      return both.promise;
    };
  };

  it('are both done, the one that the server undid a second time', async () => {
    const together = meeting();
    const attempts = await Promise.all([countUp(['a', 'b'], together), countUp(['b', 'a'], together)]);
    expect(attempts.toSorted()).toEqual([1, 2]);
    expect((await sql`select id, count from counters order by id`.execute(database.db)).rows).toEqual([
      { id: 'a', count: 2 },
      { id: 'b', count: 2 },
    ]);
  });

  it('are given up when it happens again and again, with what the server said, and nothing else is repeated', async () => {
    const failing = async (code: string) => {
      let attempts = 0;
      const error = await transact(database.db, async (transaction) => {
        attempts++;
        await sql`update counters set count = count + 1 where id = 'a'`.execute(transaction);
        await sql`do ${sql.lit(`begin raise exception using errcode = '${code}'; end`)}`.execute(transaction);
      }).catch((thrown: unknown) => thrown);
      return [attempts, error];
    };
    expect(await failing('40P01')).toEqual([5, expect.objectContaining({ code: '40P01' })]);
    expect(await failing('40001')).toEqual([5, expect.objectContaining({ code: '40001' })]);
    expect(await failing('23503')).toEqual([1, expect.objectContaining({ code: '23503' })]);
    expect((await sql`select sum(count)::integer as sum from counters`.execute(database.db)).rows).toEqual([{ sum: 0 }]);
  });
});
