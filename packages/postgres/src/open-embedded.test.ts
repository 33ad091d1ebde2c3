import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { petFixture, photoFixture, templateFixture } from '@snout/core/testing';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGallery } from './create-gallery.ts';
import { type Database, inTransaction } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { openEmbedded } from './open-embedded.ts';

let data: string;
let folder: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'snout-postgres-'));
  folder = join(data, 'db');
});
afterEach(() => rm(data, { recursive: true }));

describe('embedded database in a folder', () => {
  it('is made although a process was killed while making it, keeps what is committed, and opens once at a time', {
    timeout: 300_000,
  }, async () => {
    await mkdir(`${folder}.new`);
    await writeFile(join(`${folder}.new`, 'PG_VERSION'), 'half');
    const first = await openEmbedded(folder);
    try {
      expect((await sql<{ fsync: string }>`show fsync`.execute(first.db)).rows).toEqual([{ fsync: 'on' }]);
      const mia = petFixture('mia');
      await createGallery(first).addPet(mia, [photoFixture('p1', mia)]);
      await expect(openEmbedded(folder)).rejects.toMatchObject({
        code: 'database-in-use',
        message: expect.stringContaining(`process ${process.pid}`),
      });
    } finally {
      await first.close();
    }
    expect(await readdir(data)).toEqual(['db']);
    const second = await openEmbedded(folder);
    expect(await createGallery(second).findPet(petFixture('mia').id)).toMatchObject({ photos: [{ id: 'p1' }] });
    await joinsTheTransactionOfItsCaller(second);
    await second.close();
  });
});

async function joinsTheTransactionOfItsCaller(database: Database): Promise<void> {
  const max = petFixture('max');
  const search = { ...templateFixture('p2'), species: 'cat', limit: 1 } as const;
  const failing = inTransaction(database.db, async (transaction) => {
    const gallery = createGallery({ db: transaction, index: database.index });
    await gallery.addPet(max, [photoFixture('p2', max)]);
    expect(await gallery.search(search)).toMatchObject({ hits: [{ pet: max }], searched: 2 });
    throw new Error('changed my mind');
  });
  const meanwhile = createGallery(database).search(search);
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await createGallery(database).findPet(max.id)).toBeNull();
  expect((await meanwhile).hits).toMatchObject([{ pet: { id: 'mia' } }]);
  expect(await createGallery(database).search(search)).toMatchObject({ hits: [{ pet: { id: 'mia' } }], searched: 1 });
}

describe('lock of a database folder', () => {
  const lockFile = () => `${folder}.lock`;
  const holder = (fields: object) => JSON.stringify({ pid: process.pid, host: hostname(), birth: null, token: 'other', ...fields });
  const taken = expect.objectContaining({ code: 'database-in-use' });

  it('is held by one at a time, and free again after release', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toEqual(taken);
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(await readdir(data)).toEqual([]);
  });

  it('of a process that is dead is taken over', async () => {
    await writeFile(lockFile(), holder({ pid: await pidOfADeadProcess() }));
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('of an earlier process with the same number is taken over', async () => {
    await writeFile(lockFile(), holder({ birth: 'another boot 123' }));
    await (await lockFolder(folder)).release();
  });

  it('of another machine is respected while it is touched, and taken over when it is silent', async () => {
    await writeFile(lockFile(), holder({ host: 'elsewhere' }));
    await expect(lockFolder(folder)).rejects.toEqual(taken);
    const minuteAgo = new Date(Date.now() - 60_000);
    await utimes(lockFile(), minuteAgo, minuteAgo);
    await (await lockFolder(folder)).release();
  });

  it('cut short by a crash is taken over', async () => {
    await writeFile(lockFile(), '{"pid": 1');
    await (await lockFolder(folder)).release();
  });

  it('that is dead goes to one of many who want it', async () => {
    await writeFile(lockFile(), holder({ pid: await pidOfADeadProcess() }));
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const won = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.release();
    expect(await readdir(data)).toEqual([]);
  });

  it('is not removed by one who lost it', async () => {
    const lost = await lockFolder(folder);
    await writeFile(lockFile(), holder({}));
    await lost.release();
    expect(await readdir(data)).toEqual(['db.lock']);
  });
});

function pidOfADeadProcess(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve(child.pid ?? 0));
  });
}
