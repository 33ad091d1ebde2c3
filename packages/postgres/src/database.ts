import { type Kysely, sql, type Transaction } from 'kysely';
import type { ApproximateSearch } from './approximate-search.ts';
import type { Schema } from './schema.ts';
import type { TemplateIndex } from './template-index.ts';
import { transact } from './transact.ts';

/** An open database, embedded or on a server. */
export interface Database {
  readonly db: Kysely<Schema>;
  /** Where this process alone writes to the database: its templates in memory. Null on a server, which others write to as well. */
  readonly index: TemplateIndex | null;
  /** Where the database has an index over the vectors: search through it. Null where it has none, and search is exact. */
  readonly approximate: ApproximateSearch | null;
  /** For the job queue, whose library brings its own statements. */
  readonly connection: RawConnection;
  /** Migrations that opening it has applied, by name. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** How to reach the database beside Kysely: the embedded one itself, or the address of the server. */
export type RawConnection =
  | { readonly kind: 'embedded'; readonly pglite: EmbeddedConnection }
  | { readonly kind: 'server'; readonly connectionString: string };

/** The part of PGlite that the job queue stands on. Its statements wait for a transaction under way to end. */
export interface EmbeddedConnection {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>;
  exec(sql: string): Promise<{ rows: { [key: string]: unknown }[] }[]>;
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
}

/** Where a store sends its statements: the database, or the transaction that its caller has begun. */
export type Executor = Kysely<Schema> | Transaction<Schema>;

/**
 * Runs `work` in the caller's transaction, or else in one of its own. The embedded database has one connection: inside a
 * transaction, a statement sent past it to the outer handle waits for ever.
 */
export function inTransaction<T>(executor: Executor, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  return executor.isTransaction ? work(executor as Transaction<Schema>) : transact(executor, work);
}

/** Whether the database answers, within `withinMs` (2 s). */
export async function answers({ db }: Pick<Database, 'db'>, withinMs = 2_000): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), withinMs);
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether nobody has an account or a pet here. */
export async function holdsNothing({ db }: Pick<Database, 'db'>): Promise<boolean> {
  const account = await db.selectFrom('users').select('id').limit(1).executeTakeFirst();
  const pet = await db.selectFrom('pets').select('id').limit(1).executeTakeFirst();
  return account === undefined && pet === undefined;
}

export type DatabaseErrorCode =
  | 'database-in-use'
  | 'migration-changed'
  | 'database-newer'
  | 'database-lacks-vector'
  | 'database-not-empty'
  | 'snapshot-differs'
  /** The server does not answer now. Whether what was under way is done cannot be known (`outcome`). */
  | 'database-unavailable';

/** The database cannot be opened or reached; the message says what to do. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  /** `unknown`: a commit may have been done although its answer was lost. */
  readonly outcome: 'nothing-done' | 'unknown';

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
    this.outcome = code === 'database-unavailable' ? 'unknown' : 'nothing-done';
  }
}
