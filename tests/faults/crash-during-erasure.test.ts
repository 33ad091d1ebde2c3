import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enrol, MARKER } from '../api/everything-of.ts';
import { filesThatName, rowsThatName } from '../api/scan-everything.ts';
import { openWholeService } from '../api/whole-service.ts';
import { signUp } from '../api/with-accounts.ts';

const PROGRAM = fileURLToPath(new URL('./erase-until-killed.ts', import.meta.url));
const PETS = 30;
const ROUNDS = 3;
/** The kill comes at a random moment up to this long after the work began; all of it takes about twice as long. */
const MOST_WORK_MS = 500;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snout-crash-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('erases everything, and counts it once, however often the process is killed meanwhile', { timeout: 600_000 }, async () => {
  const before = await openWholeService(folder);
  await signUp(before, 'Operator');
  const ada = await signUp(before, MARKER);
  for (let number = 0; number < PETS; number++) await enrol(ada, `${MARKER}-${number}`, { allowDuplicate: 'true' });
  expect((await ada.tell(`/api/tenants/${ada.id}/erasure`, { confirmation: `${MARKER}@example.org` })).status).toBe(202);
  await before.close();

  for (let round = 0; round < ROUNDS; round++) await workUntilKilled();

  const after = await openWholeService(folder);
  const outcomes = await after.jobs.runUntilEmpty({ ahead: true });
  expect(outcomes.filter(({ kind }) => kind === 'failed')).toEqual([]);
  expect((await rowsThatName(after.database, [MARKER, ada.id])).filter((row) => !row.startsWith('audit_entries'))).toEqual([
    `erasures: ${ada.id}`,
  ]);
  expect(await filesThatName(join(folder, 'photos'), MARKER)).toEqual([]);
  const { rows } = await sql`select pets, files, finished_at is not null as done from erasures`.execute(after.database.db);
  expect(rows).toEqual([{ pets: PETS, files: 2 * PETS, done: true }]);
  await after.close();
});

function workUntilKilled(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * MOST_WORK_MS));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`The process ended by itself: ${errors}`));
    });
  });
}
