import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@snout/postgres';
import { sql } from 'kysely';

/** Rows, in whatever table of whatever schema of ours (the queue's too), in whose text one of the words is found: "table: word". */
export async function rowsThatName({ db }: Database, words: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ schema: string; table: string }>`
    select table_schema as schema, table_name as table from information_schema.tables
    where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'
    order by table_schema, table_name
  `.execute(db);
  const found = new Set<string>();
  for (const { schema, table } of tables) {
    const { rows } = await sql<{ word: string }>`
      select distinct word from ${sql.table(`${schema}.${table}`)} as r, unnest(${[...words]}::text[]) as word
      where strpos(lower(to_jsonb(r)::text), lower(word)) > 0
    `.execute(db);
    for (const { word } of rows) found.add(`${table}: ${word}`);
  }
  return [...found].sort();
}

/** Tables with a column that names tenants or persons, and no row in it that names this one. */
export async function tablesWithout({ db }: Database, id: string): Promise<readonly string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and (column_name ~ '(tenant|user|person|owner)_ids?$' or column_name ~ '_by$' or column_name in ('carers', 'asker'))
    order by table_name, column_name
  `.execute(db);
  const without: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await sql`select from ${sql.table(table)} where strpos(${sql.ref(column)}::text, ${id}) > 0 limit 1`.execute(db);
    if (rows.length === 0) without.push(`${table}.${column}`);
  }
  return without;
}

/** Files in whose name or content the word is found, as bytes. */
export async function filesThatName(folder: string, word: string): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const content = (await readFile(file)).toString('latin1').toLowerCase();
    if (file.toLowerCase().includes(word.toLowerCase()) || content.includes(word.toLowerCase())) found.push(entry.name);
  }
  return found.sort();
}
