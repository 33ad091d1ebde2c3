import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { Kysely, PGliteDialect } from 'kysely';
import type { Database } from './database.ts';
import { DurableNodeFs } from './durable-node-fs.ts';
import { lockFolder } from './folder-lock.ts';
import { type InMigration, migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

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
    const database = await start(
      await PGlite.create({ fs: new DurableNodeFs(folder), extensions: { vector }, startParams: START_PARAMETERS }),
    );
    return {
      db: database.db,
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

/** A database that is gone when it is closed: for tests and trials. */
export async function openInMemory(): Promise<Database> {
  return start(await PGlite.create({ extensions: { vector } }));
}

async function start(pglite: PGlite): Promise<Database> {
  try {
    await migrate(inTransactionOf(pglite));
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    async close() {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
    },
  };
}

function inTransactionOf(pglite: PGlite): InMigration {
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
