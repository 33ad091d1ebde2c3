import type { DatabaseSnapshot } from '@snout/core/backup';
import { Kysely, PostgresDialect } from 'kysely';
import { type ApproximateSearchOptions, createApproximateSearch } from './approximate-search.ts';
import { type Database, DatabaseError } from './database.ts';
import { type InMigration, migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { createServerPool, type ServerPool } from './server-pool.ts';
import { assertEmpty, loadSnapshot } from './snapshot/load-snapshot.ts';
import { ensureVectorIndexes } from './vector-index.ts';

/**
 * Opens a database on a PostgreSQL server that has the pgvector extension, applies missing migrations and makes the indexes over the
 * vectors. Several processes may do so at once, and work on it side by side.
 * @throws DatabaseError `database-unavailable`, `database-lacks-vector`.
 */
export async function openServer(url: string, options: ApproximateSearchOptions = {}): Promise<Database> {
  const pool = createServerPool(url);
  try {
    const { applied } = await migrate(inTransactionOf(pool));
    const hasIndex = await inTransactionOf(pool)(ensureVectorIndexes);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    return {
      db,
      index: null,
      approximate: hasIndex ? createApproximateSearch(options) : null,
      connection: { kind: 'server', connectionString: url },
      migrated: applied,
      close: () => db.destroy(),
    };
  } catch (error) {
    await pool.end();
    throw lacksVector(error) ?? error;
  }
}

/**
 * Fills an empty database on a server with a snapshot: wholly or not at all. Open it afterwards.
 * @throws DatabaseError also those of `loadSnapshot`.
 */
export async function restoreServer(url: string, snapshot: DatabaseSnapshot): Promise<void> {
  const pool = createServerPool(url);
  try {
    await loadSnapshot(inTransactionOf(pool), snapshot);
  } catch (error) {
    throw lacksVector(error) ?? error;
  } finally {
    await pool.end();
  }
}

/** @throws DatabaseError `database-not-empty`, `database-unavailable`. */
export async function assertServerEmpty(url: string): Promise<void> {
  const pool = createServerPool(url);
  try {
    await inTransactionOf(pool)(assertEmpty);
  } finally {
    await pool.end();
  }
}

/** SQLSTATE of "create extension" where its files are missing on the server, or where the role may not. */
function lacksVector(error: unknown): DatabaseError | null {
  if (!(error instanceof Error) || !('code' in error) || !['0A000', '58P01', '42501'].includes(String(error.code))) return null;
  return /extension/.test(error.message)
    ? new DatabaseError(
        'database-lacks-vector',
        `The PostgreSQL server has no pgvector, or its role may not add it (${error.message}). Install pgvector on the server and run "create extension vector" as its administrator.`,
        { cause: error },
      )
    : null;
}

function inTransactionOf(pool: ServerPool): InMigration {
  return async (work) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const result = await work({
        async script(sql) {
          await client.query(sql);
        },
        async query(sql, parameters) {
          const { rows } = await client.query(sql, [...parameters]);
          return rows;
        },
      });
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // Thrown away rather than rolled back: it may be dead, and the server rolls back what was on it.
      client.release(true);
      throw error;
    }
  };
}
