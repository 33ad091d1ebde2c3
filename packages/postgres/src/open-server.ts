import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { type InMigration, migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** Connections per process. */
const MAX_CONNECTIONS = 10;

/** Opens a database on a PostgreSQL server that has the pgvector extension, and applies missing migrations. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await migrate(inTransactionOf(pool));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, index: null, close: () => db.destroy() };
}

function inTransactionOf(pool: pg.Pool): InMigration {
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
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
}
