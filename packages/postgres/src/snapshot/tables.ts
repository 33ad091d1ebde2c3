import type { TableDigest } from '@snout/core/backup';

/** Runs one statement and gives its rows. */
export type Query = (sql: string, parameters: readonly unknown[]) => Promise<readonly unknown[]>;

/** A table of ours, and its columns by name: two databases may have added them in another order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

interface Column {
  readonly name: string;
  /** As a cast writes it: "timestamp with time zone", "vector(256)". */
  readonly type: string;
}

/** Says which migrations were applied; every database writes its own. */
export const MIGRATIONS_TABLE = 'schema_migrations';

/** The tables that migrations make, by name, without columns that the database computes itself. */
export async function readTables(query: Query): Promise<readonly Table[]> {
  const rows = await query(
    `select class.relname as table, attribute.attname as column, format_type(attribute.atttypid, attribute.atttypmod) as type
     from pg_class as class
     join pg_namespace as namespace on namespace.oid = class.relnamespace
     join pg_attribute as attribute on attribute.attrelid = class.oid
     where namespace.nspname = 'public' and class.relkind in ('r', 'p') and not class.relispartition and class.relname <> $1
       and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
     order by class.relname collate "C", attribute.attname collate "C"`,
    [MIGRATIONS_TABLE],
  );
  const tables = Map.groupBy(rows as readonly { table: string; column: string; type: string }[], ({ table }) => table);
  return [...tables].map(([name, columns]) => ({ name, columns: columns.map(({ column, type }) => ({ name: column, type })) }));
}

/** A row of the table as JSON text, from `row`, its alias. */
export function rowAsJson({ columns }: Table, row: string): string {
  const names = columns.map(({ name }) => quoteText(name));
  const values = columns.map(({ name }) => `${row}.${quoteName(name)}::text`);
  return `json_object(array[${names.join(', ')}]::text[], array[${values.join(', ')}]::text[])::text`;
}

/** The sum of 60 bits of each row's MD5: no order, and no two rows that cancel each other out. */
export async function digestTable(query: Query, table: Table): Promise<TableDigest> {
  const [digest] = (await query(
    `select count(*)::integer as rows, coalesce(sum(('x' || substr(md5(${rowAsJson(table, 'r')}), 1, 15))::bit(60)::bigint), 0)::text as digest
     from ${tableName(table)} as r`,
    [],
  )) as readonly { rows: number; digest: string }[];
  return { table: table.name, rows: digest?.rows ?? 0, digest: digest?.digest ?? '' };
}

export function tableName({ name }: Pick<Table, 'name'>): string {
  return `public.${quoteName(name)}`;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
