import type { DatabaseSnapshot, RowBatch } from '@snout/core/backup';
import { DatabaseError } from '../database.ts';
import { assertKnown, type InMigration, type MigrationConnection, migrate } from '../migrate.ts';
import { digestTable, quoteName, readTables, type Table, tableName } from './tables.ts';

/**
 * Fills a database that holds nothing yet, in one transaction: makes the tables as the snapshot's database had them, writes the rows,
 * and compares the digests. Migrations that came later are applied when it is opened.
 * @throws DatabaseError `database-not-empty`, `database-newer`, `migration-changed`, `snapshot-differs`.
 */
export async function loadSnapshot(inTransaction: InMigration, snapshot: DatabaseSnapshot): Promise<void> {
  await assertKnown(snapshot.migrations);
  const only = new Set(snapshot.migrations.map(({ name }) => name));
  await inTransaction(async (connection) => {
    await assertEmpty(connection);
    await migrate((work) => work(connection), { only });
    const tables = await readTables(connection.query);
    const putBack = await takeOffRules(connection, tables);
    for (const table of tables) await connection.script(`truncate ${tableName(table)}`);
    for await (const batch of snapshot.batches()) await insertBatch(connection, tables, batch);
    await compare(connection, tables, snapshot);
    for (const statement of putBack) await connection.script(statement);
    for (const table of tables) await moveSequences(connection, table);
  });
}

/** @throws DatabaseError `database-not-empty`. */
export async function assertEmpty(connection: MigrationConnection): Promise<void> {
  const found = await connection.query("select 1 from pg_tables where schemaname = 'public' limit 1", []);
  if (found.length === 0) return;
  throw new DatabaseError(
    'database-not-empty',
    'The database to be filled has tables already. Name a new, empty one (or another data folder): nothing is ever written over.',
  );
}

/**
 * Takes off what would hinder rows written table by table: references (checked once when they are put back) and triggers, which saw
 * these rows when they were first written. Gives the statements that put them back.
 */
async function takeOffRules(connection: MigrationConnection, tables: readonly Table[]): Promise<readonly string[]> {
  const references = (await connection.query(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`,
    [],
  )) as readonly { table: string; name: string; definition: string }[];
  for (const { table, name } of references) await connection.script(`alter table ${table} drop constraint ${quoteName(name)}`);
  for (const table of tables) await connection.script(`alter table ${tableName(table)} disable trigger user`);
  return [
    ...references.map(({ table, name, definition }) => `alter table ${table} add constraint ${quoteName(name)} ${definition}`),
    ...tables.map((table) => `alter table ${tableName(table)} enable trigger user`),
  ];
}

async function insertBatch(connection: MigrationConnection, tables: readonly Table[], { table: name, rows }: RowBatch): Promise<void> {
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw differs(`there is no table ${name}`);
  const columns = table.columns.map((column) => quoteName(column.name));
  const values = table.columns.map((column) => `(r ->> '${column.name.replaceAll("'", "''")}')::${column.type}`);
  await connection.query(
    `insert into ${tableName(table)} (${columns.join(', ')}) overriding system value
     select ${values.join(', ')} from jsonb_array_elements($1::text::jsonb) as r`,
    [`[${rows.join(',')}]`],
  );
}

/** Numbers that the database gives out go on after the last one given. */
async function moveSequences(connection: MigrationConnection, table: Table): Promise<void> {
  for (const { name } of table.columns) {
    const [found] = (await connection.query('select pg_get_serial_sequence($1, $2) as sequence', [tableName(table), name])) as readonly {
      sequence: string | null;
    }[];
    if (!found?.sequence) continue;
    const last = `(select max(${quoteName(name)}) from ${tableName(table)})`;
    await connection.query(`select setval($1::regclass, coalesce(${last}, 1), ${last} is not null)`, [found.sequence]);
  }
}

async function compare(connection: MigrationConnection, tables: readonly Table[], snapshot: DatabaseSnapshot): Promise<void> {
  for (const table of tables) {
    const expected = snapshot.tables.find((candidate) => candidate.table === table.name);
    const found = await digestTable(connection.query, table);
    if (expected?.rows !== found.rows || expected.digest !== found.digest) {
      throw differs(`${table.name} should hold ${expected?.rows ?? 0} rows, and ${found.rows} arrived or some differ`);
    }
  }
}

function differs(why: string): DatabaseError {
  return new DatabaseError(
    'snapshot-differs',
    `The copy is not what was read (${why}). Nothing was kept; try again, or take another backup.`,
  );
}
