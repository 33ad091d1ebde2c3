import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { DatabaseSnapshot } from '@snout/core/backup';
import { Kysely, PGliteDialect } from 'kysely';
import { type Database, DatabaseError } from './database.ts';
import { DurableNodeFs } from './durable-node-fs.ts';
import { lockFolder } from './folder-lock.ts';
import { type InMigration, migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { loadSnapshot } from './snapshot/load-snapshot.ts';
import { createTemplateIndex } from './template-index.ts';

/** PGlite switches fsync off (-F): a commit must survive a power cut, so it is left on. */
const START_PARAMETERS = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');

/**
 * Opens (or makes) the database in `folder`, in this process, and applies missing migrations. What is committed survives a killed
 * process and a power cut. @throws DatabaseError `database-in-use` when another process has the folder open.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    await makeWhole(folder);
    const database = await start(await createIn(folder));
    return {
      ...database,
      async close() {
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** @throws DatabaseError `database-not-empty`. */
export function assertNoEmbeddedDatabase(folder: string): void {
  if (!existsSync(folder)) return;
  throw new DatabaseError('database-not-empty', `There is a database in ${folder} already. Name another data folder, or move it away.`);
}

/**
 * Makes the database of `folder` from a snapshot: wholly or not at all. Open it afterwards.
 * @throws DatabaseError `database-not-empty` when there is one, `database-in-use`, those of `loadSnapshot`.
 */
export async function restoreEmbedded(folder: string, snapshot: DatabaseSnapshot): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  const draft = `${folder}.new`;
  try {
    assertNoEmbeddedDatabase(folder);
    await rm(draft, { recursive: true, force: true });
    const pglite = await createIn(draft);
    try {
      await loadSnapshot(inTransactionOf(pglite), snapshot);
    } finally {
      await pglite.close();
    }
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await lock.release();
  }
}

/** A new database is made aside and renamed into place: one half made, by a process killed meanwhile, could not be opened again. */
async function makeWhole(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await (await createIn(draft)).close();
  await rename(draft, folder);
}

function createIn(folder: string): Promise<PGlite> {
  return PGlite.create({ fs: new DurableNodeFs(folder), extensions: { vector }, startParams: START_PARAMETERS });
}

/** A database that is gone when it is closed: for tests and trials. */
export async function openInMemory(): Promise<Database> {
  return start(await PGlite.create({ extensions: { vector } }));
}

async function start(pglite: PGlite): Promise<Database> {
  let migrated: readonly string[];
  try {
    migrated = (await migrate(inTransactionOf(pglite))).applied;
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    index: createTemplateIndex(db),
    approximate: null,
    connection: { kind: 'embedded', pglite },
    migrated,
    async close() {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
    },
  };
}

/** How `migrate` runs its transactions on PGlite. */
export function inTransactionOf(pglite: PGlite): InMigration {
  return (work) =>
    pglite.transaction((transaction: Transaction) =>
      work({
        async script(sql) {
          await transaction.exec(sql);
        },
        async query(sql, parameters) {
          return (await transaction.query(sql, [...parameters])).rows;
        },
      }),
    );
}
