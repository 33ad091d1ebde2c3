import { writeSync } from 'node:fs';
import { createJobRegistry, defineJob, jobKind } from '@snout/core/jobs';
import { type Database, type Jobs, openEmbedded, openJobs } from '@snout/postgres';
import { sql } from 'kysely';

const NOTE = jobKind<{ readonly number: number }>('note-number');

/** Numbers that were asked for, each with a job, and those whose job was done. */
export async function openNumbers(folder: string): Promise<{ readonly database: Database; readonly jobs: Jobs }> {
  const database = await openEmbedded(`${folder}/db`);
  await sql`create table if not exists asked (number integer primary key)`.execute(database.db);
  await sql`create table if not exists done (number integer primary key, times integer not null)`.execute(database.db);
  const job = defineJob({
    kind: NOTE,
    payload: { parse: (stored) => ({ number: Number((stored as { number: unknown }).number) }) },
    options: { attempts: 20, retryAfterSeconds: 1, timeoutSeconds: 60, concurrency: 3 },
    run: async ({ number }) => {
      await sql`insert into done values (${number}, 1) on conflict (number) do update set times = done.times + 1`.execute(database.db);
    },
  });
  return { database, jobs: await openJobs({ database, registry: createJobRegistry([NOTE], [job]) }) };
}

/**
 * Asks for numbers for ever, each in one transaction with its job, while jobs are being done; says "asked N" when that is committed. Meant
 * to be killed at any moment.
 */
async function askForEver(folder: string): Promise<never> {
  const { database, jobs } = await openNumbers(folder);
  await jobs.start();
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from asked`.execute(database.db);
  writeSync(1, 'ready\n');
  for (let number = (rows[0]?.last ?? 0) + 1; ; number++) {
    await database.db.transaction().execute(async (transaction) => {
      await sql`insert into asked values (${number})`.execute(transaction);
      await jobs.within(transaction).enqueue(NOTE, { number });
    });
    writeSync(1, `asked ${number}\n`);
  }
}

const [, program, folder] = process.argv;
if (program === import.meta.filename && folder !== undefined) await askForEver(folder);
