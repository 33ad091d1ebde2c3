import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSnapshot, RowBatch } from '@snout/core/backup';
import { petFixture, photoFixture } from '@snout/core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery } from '../create-gallery.ts';
import type { Database } from '../database.ts';
import { openEmbedded, openInMemory, restoreEmbedded } from '../open-embedded.ts';
import { openServer, restoreServer } from '../open-server.ts';
import { describeOnPostgres } from '../testing/index.ts';
import { readSnapshot } from './read-snapshot.ts';

const PETS = 40;

let source: Database;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snout-snapshot-'));
  source = await openInMemory();
  await fill(source);
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

describe('a snapshot in an embedded database', () => {
  it('holds the same rows, goes on counting, and still keeps its rules', { timeout: 300_000 }, async () => {
    const target = join(folder, 'round', 'database');
    await readSnapshot(source, (snapshot) => restoreEmbedded(target, snapshot));
    await using copy = await opened(openEmbedded(target));
    await expectSame(copy.database);
    await expect(readSnapshot(source, (snapshot) => restoreEmbedded(target, snapshot))).rejects.toMatchObject({ code: 'database-in-use' });
  });

  it('is refused where a database lies already', { timeout: 300_000 }, async () => {
    const target = join(folder, 'taken', 'database');
    await (await openEmbedded(target)).close();
    await expect(readSnapshot(source, (snapshot) => restoreEmbedded(target, snapshot))).rejects.toMatchObject({
      code: 'database-not-empty',
    });
  });

  it('that lost a row, or whose migrations are unknown, leaves nothing behind', { timeout: 300_000 }, async () => {
    const target = join(folder, 'broken', 'database');
    const losing = (snapshot: DatabaseSnapshot) => ({ ...snapshot, batches: () => withoutLastPet(snapshot.batches()) });
    await expect(readSnapshot(source, (snapshot) => restoreEmbedded(target, losing(snapshot)))).rejects.toMatchObject({
      code: 'snapshot-differs',
    });
    const newer = { name: '9999-later.sql', sha256: 'x' };
    const fromLater = (snapshot: DatabaseSnapshot) => ({ ...snapshot, migrations: [...snapshot.migrations, newer] });
    await expect(readSnapshot(source, (snapshot) => restoreEmbedded(target, fromLater(snapshot)))).rejects.toMatchObject({
      code: 'database-newer',
    });
    await readSnapshot(source, (snapshot) => restoreEmbedded(target, snapshot));
  });
});

describeOnPostgres('a snapshot on a PostgreSQL server', (url) => {
  it('holds the same rows, goes on counting, keeps its rules, and can be read back', { timeout: 300_000 }, async () => {
    await readSnapshot(source, (snapshot) => restoreServer(url(), snapshot));
    await using copy = await opened(openServer(url()));
    await expectSame(copy.database);
    await expect(readSnapshot(source, (snapshot) => restoreServer(url(), snapshot))).rejects.toMatchObject({ code: 'database-not-empty' });
    const back = join(folder, 'back', 'database');
    await readSnapshot(copy.database, (snapshot) => restoreEmbedded(back, snapshot));
  });
});

async function fill(database: Database): Promise<void> {
  const gallery = createGallery(database);
  for (let i = 0; i < PETS; i++) {
    const pet = petFixture(`pet-${i}`, { name: `"Mia", {米娅} \\ ${i}\n' null` });
    await gallery.addPet(pet, [photoFixture(`a-${i}`, pet, { takenAt: '2025-12-24T18:00:00' }), photoFixture(`b-${i}`, pet)]);
  }
  await sql`
    insert into audit_entries (at, actor_kind, action, record_kind, record_id, after)
    select now() + i * interval '1.000001 second', 'service', 'made', 'pet', i::text, jsonb_build_object('é"', i)
    from generate_series(1, 1200) as i
  `.execute(database.db);
}

/** Compared by the stores that the product uses, and table by table. */
async function expectSame(copy: Database): Promise<void> {
  const [before, after] = [createGallery(source), createGallery(copy)];
  const pets = await before.listPets({ limit: 1000 });
  expect(pets).toHaveLength(PETS);
  expect(await after.listPets({ limit: 1000 })).toEqual(pets);
  for (const { id } of pets) expect(await after.findPet(id)).toEqual(await before.findPet(id));
  const tables = (database: Database) => readSnapshot(database, async (snapshot) => snapshot.tables);
  const found = await tables(copy);
  expect(found.find(({ table }) => table === 'audit_entries')?.rows).toBe(1200);
  expect(found).toEqual(await tables(source));

  const entry = sql<{ position: string }>`
    insert into audit_entries (at, actor_kind, action, record_kind, record_id) values (now(), 'service', 'made', 'pet', 'x') returning position
  `;
  expect(Number((await entry.execute(copy.db)).rows[0]?.position)).toBe(1201);
  await expect(sql`delete from audit_entries`.execute(copy.db)).rejects.toThrow('append-only');
  await expect(sql`insert into photos (id, pet_id) values ('x', 'nobody')`.execute(copy.db)).rejects.toThrow();
}

async function* withoutLastPet(batches: AsyncIterable<RowBatch>): AsyncGenerator<RowBatch> {
  for await (const batch of batches) yield batch.table === 'pets' ? { ...batch, rows: batch.rows.slice(1) } : batch;
}

async function opened(opening: Promise<Database>) {
  const database = await opening;
  return { database, [Symbol.asyncDispose]: () => database.close() };
}
