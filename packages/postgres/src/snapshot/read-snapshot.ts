import type { AppliedMigration, DatabaseSnapshot, RowBatch, TableDigest } from '@snout/core/backup';
import { CompiledQuery } from 'kysely';
import type { Database } from '../database.ts';
import { digestTable, MIGRATIONS_TABLE, type Query, readTables, rowAsJson, type Table, tableName } from './tables.ts';

/** Rows read at once: with templates some megabytes. */
const ROWS_AT_ONCE = 500;

/** Hands `work` all rows as they are at one moment, while others go on writing. */
export function readSnapshot<T>({ db }: Pick<Database, 'db'>, work: (snapshot: DatabaseSnapshot) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const query: Query = async (sql, parameters) => (await transaction.executeQuery(CompiledQuery.raw(sql, [...parameters]))).rows;
      // Rows that a policy would hide are an error, not left out. Dates in the one form that every setting reads.
      await query('set local row_security = off', []);
      await query("set local datestyle = 'ISO'", []);
      const tables = await readTables(query);
      const digests: TableDigest[] = [];
      for (const table of tables) digests.push(await digestTable(query, table));
      const migrations = (await query(`select name, sha256 from ${MIGRATIONS_TABLE} order by name`, [])) as readonly AppliedMigration[];
      return work({ migrations, tables: digests, batches: () => readBatches(query, tables) });
    });
}

async function* readBatches(query: Query, tables: readonly Table[]): AsyncGenerator<RowBatch> {
  for (const table of tables) {
    await query(`declare snapshot_rows no scroll cursor for select ${rowAsJson(table, 'r')} as row from ${tableName(table)} as r`, []);
    for (;;) {
      const rows = (await query(`fetch ${ROWS_AT_ONCE} from snapshot_rows`, [])) as readonly { row: string }[];
      if (rows.length > 0) yield { table: table.name, rows: rows.map(({ row }) => row) };
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await query('close snapshot_rows', []);
  }
}
