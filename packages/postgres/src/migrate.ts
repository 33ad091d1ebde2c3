import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseError } from './database.ts';

/** A connection inside one transaction: SQL scripts of several statements, and single queries. */
export interface MigrationConnection {
  script(sql: string): Promise<void>;
  query(sql: string, parameters: readonly unknown[]): Promise<readonly unknown[]>;
}

/** Runs `work` in one transaction: all of it, or nothing. */
export type InMigration = <T>(work: (connection: MigrationConnection) => Promise<T>) => Promise<T>;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Any number that only this uses: two services starting at once on one server apply each migration once. */
const MIGRATION_LOCK = 7_686_685;

const FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));

export interface MigrateOptions {
  /** Of the migrations; default: this package's. */
  readonly folder?: string;
  /** Names of the migrations to apply; default: all. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Applies the migrations that are missing, each in a transaction of its own, by name.
 * @throws DatabaseError `migration-changed` when one that was applied reads otherwise now; `database-newer` when the database has
 * migrations this program does not know.
 */
export async function migrate(inTransaction: InMigration, options: MigrateOptions = {}): Promise<{ readonly applied: readonly string[] }> {
  const migrations = await readMigrations(options.folder ?? FOLDER);
  await inTransaction(async (connection) => {
    await lockMigrations(connection);
    await connection.script(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    checkApplied(await appliedOf(connection), migrations);
  });
  const applied: string[] = [];
  for (const migration of migrations.filter(({ name }) => options.only?.has(name) ?? true)) {
    const done = await inTransaction(async (connection) => {
      await lockMigrations(connection);
      if ((await appliedOf(connection)).has(migration.name)) return false;
      await connection.script(migration.sql);
      await connection.query('insert into schema_migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
      return true;
    });
    if (done) applied.push(migration.name);
  }
  return { applied };
}

/** @throws DatabaseError `migration-changed`, `database-newer` when this program does not know one of these migrations. */
export async function assertKnown(applied: readonly { readonly name: string; readonly sha256: string }[]): Promise<void> {
  checkApplied(new Map(applied.map(({ name, sha256 }) => [name, sha256])), await readMigrations(FOLDER));
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      // A checkout may have turned the line ends; the statements are the same.
      const sql = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Until the transaction ends, no other process changes tables or indexes. */
export async function lockMigrations(connection: MigrationConnection): Promise<void> {
  await connection.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
}

async function appliedOf(connection: MigrationConnection): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.query('select name, sha256 from schema_migrations', []);
  return new Map(rows.map((row) => parseApplied(row)));
}

function parseApplied(row: unknown): readonly [string, string] {
  if (typeof row === 'object' && row !== null && 'name' in row && 'sha256' in row) return [String(row.name), String(row.sha256)];
  throw new TypeError('A row of schema_migrations has a name and a sha256.');
}

function checkApplied(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  for (const [name, sha256] of applied) {
    const migration = migrations.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new DatabaseError(
        'database-newer',
        `The database has the migration ${name}, which this version does not know: use the newer version of Snout that made it.`,
      );
    }
    if (migration.sha256 !== sha256) {
      throw new DatabaseError(
        'migration-changed',
        `The migration ${name} was changed after it was applied: restore the file, and put the change into a new migration.`,
      );
    }
  }
}
