import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openNumbers } from './jobs-until-killed.ts';

const PROGRAM = fileURLToPath(new URL('./jobs-until-killed.ts', import.meta.url));
const ROUNDS = 3;
/** The kill comes at a random moment up to this long after the first work. */
const MOST_WORK_MS = 1500;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snout-crash-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('loses no job and makes none up when the process is killed at any moment', { timeout: 300_000 }, async () => {
  const asked = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) for (const number of await workUntilKilled()) asked.add(number);
  expect(asked.size).toBeGreaterThan(0);

  const { database, jobs } = await openNumbers(folder);
  const outcomes = await jobs.runUntilEmpty({ ahead: true });
  expect(outcomes.filter(({ kind }) => kind === 'failed')).toEqual([]);
  const numbers = async (table: 'asked' | 'done') =>
    (await sql<{ number: number }>`select number from ${sql.table(table)} order by number`.execute(database.db)).rows.map(
      ({ number }) => number,
    );
  const committed = await numbers('asked');
  expect(await numbers('done')).toEqual(committed);
  expect([...asked].filter((number) => !committed.includes(number))).toEqual([]);
  await jobs.close();
  await database.close();
});

/** The numbers that were acknowledged before the end. */
function workUntilKilled(): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.on('data', (chunk) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * MOST_WORK_MS);
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve([...output.matchAll(/^asked (\d+)\n/gm)].map(([, number]) => Number(number)));
      else reject(new Error(`The process ended by itself: ${errors}`));
    });
  });
}
