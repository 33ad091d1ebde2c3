import { createJobRegistry, defineJob, jobKind } from '@snout/core/jobs';
import { describeJobs } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openJobs } from './open-jobs.ts';
import { openServer } from './open-server.ts';
import { describeOnPostgres } from './testing/index.ts';

const OPTIONS = { attempts: 2, retryAfterSeconds: 1, timeoutSeconds: 60, concurrency: 2 };
const NOTE = jobKind<{ readonly text: string }>('note');
const NIGHTLY = jobKind<Record<never, never>>('nightly');

let database: Database;
beforeAll(async () => {
  database = await openInMemory();
}, 300_000);
afterAll(() => database.close());

describeJobs('pg-boss on the embedded database', async (registry) => {
  const jobs = await openJobs({ database, registry });
  await sql`delete from jobs.job`.execute(database.db);
  return { jobs, close: () => jobs.close() };
});

describeOnPostgres('PostgreSQL server', (url) => {
  let server: Database;
  beforeAll(async () => {
    server = await openServer(url());
  });
  afterAll(() => server.close());

  describeJobs('pg-boss on a PostgreSQL server', async (registry) => {
    const jobs = await openJobs({ database: server, registry });
    await sql`delete from jobs.job`.execute(server.db);
    return { jobs, close: () => jobs.close() };
  });
});

describe('jobs on pg-boss', () => {
  /** The registry of these tests; `onNote` hears of each note. */
  const registryOf = (onNote: (text: string, signal: AbortSignal) => Promise<void> | void, schedule?: string) =>
    createJobRegistry(
      [NOTE, NIGHTLY],
      [
        defineJob({
          kind: NOTE,
          payload: { parse: (stored) => ({ text: String((stored as { text: unknown }).text) }) },
          options: OPTIONS,
          run: async ({ text }, { signal }) => onNote(text, signal),
        }),
        defineJob({
          kind: NIGHTLY,
          payload: { parse: () => ({}) },
          options: OPTIONS,
          run: async () => {},
          ...(schedule ? { schedule } : {}),
        }),
      ],
    );

  it('are there exactly when the transaction that enqueued them is', async () => {
    const notes: string[] = [];
    const jobs = await openJobs({ database, registry: registryOf((text) => void notes.push(text)) });
    await database.db.transaction().execute(async (transaction) => {
      await jobs.within(transaction).enqueue(NOTE, { text: 'kept' });
    });
    const undone = database.db.transaction().execute(async (transaction) => {
      await jobs.within(transaction).enqueue(NOTE, { text: 'undone' });
      throw new Error('the row could not be written');
    });
    await expect(undone).rejects.toThrow('could not be written');
    await jobs.runUntilEmpty();
    expect(notes).toEqual(['kept']);
    await jobs.close();
  });

  it('are done as they come once started, and those under way end before stop resolves', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const ended: string[] = [];
    const jobs = await openJobs({
      database,
      registry: registryOf(async (text) => {
        started.resolve();
        await release.promise;
        ended.push(text);
      }),
    });
    await jobs.start();
    await expect(jobs.runUntilEmpty()).rejects.toThrow('already');
    await jobs.enqueue(NOTE, { text: 'under way' });
    await started.promise;
    const stopped = jobs.stop();
    release.resolve();
    await stopped;
    expect(ended).toEqual(['under way']);
    await jobs.close();
  });

  it('of a process that was stopped in the middle are done by the next', async () => {
    const before = await openJobs({ database, registry: registryOf(() => {}) });
    await before.enqueue(NOTE, { text: 'again' });
    await before.close();
    const notes: string[] = [];
    const after = await openJobs({ database, registry: registryOf((text) => void notes.push(text)) });
    await after.runUntilEmpty();
    expect(notes).toEqual(['again']);
    await after.close();
  });

  it.each([false, true])('whose payload must not outlive them leave nothing behind when they are done (started: %s)', async (isStarted) => {
    const done = Promise.withResolvers<void>();
    const job = defineJob({
      kind: NOTE,
      payload: { parse: (stored) => ({ text: String((stored as { text: unknown }).text) }) },
      options: { ...OPTIONS, isForgottenWhenDone: true },
      run: async () => done.resolve(),
    });
    const jobs = await openJobs({ database, registry: createJobRegistry([NOTE], [job]) });
    if (isStarted) await jobs.start();
    await jobs.enqueue(NOTE, { text: 'a link that signs in' });
    if (!isStarted) await jobs.runUntilEmpty();
    await done.promise;
    await jobs.close();
    const { rows } = await sql`select from jobs.job where data::text like '%signs in%'`.execute(database.db);
    expect(rows).toHaveLength(0);
  });

  it('are scheduled as the registry says, and no longer when it no longer does', async () => {
    const schedules = async () =>
      (await sql<{ name: string; cron: string }>`select name, cron from jobs.schedule`.execute(database.db)).rows;
    const nightly = await openJobs({ database, registry: registryOf(() => {}, '30 3 * * *') });
    await nightly.start();
    expect(await schedules()).toEqual([{ name: 'nightly', cron: '30 3 * * *' }]);
    await nightly.close();
    const never = await openJobs({ database, registry: registryOf(() => {}) });
    await never.start();
    expect(await schedules()).toEqual([]);
    await never.close();
  });
});
