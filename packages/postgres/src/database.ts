import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import type { TemplateIndex } from './template-index.ts';

/** An open database, embedded or on a server. */
export interface Database {
  readonly db: Kysely<Schema>;
  /** Where this process alone writes to the database: its templates in memory. Null on a server, which others write to as well. */
  readonly index: TemplateIndex | null;
  close(): Promise<void>;
}

/** Where a store sends its statements: the database, or the transaction that its caller has begun. */
export type Executor = Kysely<Schema> | Transaction<Schema>;

/**
 * Runs `work` in the caller's transaction, or else in one of its own. The embedded database has one connection: inside a
 * transaction, a statement sent past it to the outer handle waits for ever.
 */
export function inTransaction<T>(executor: Executor, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  return executor.isTransaction ? work(executor as Transaction<Schema>) : executor.transaction().execute(work);
}

export type DatabaseErrorCode = 'database-in-use' | 'migration-changed' | 'database-newer';

/** The database cannot be opened; the message says what to do. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string) {
    super(message);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
