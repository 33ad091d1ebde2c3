import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** SQLSTATE deadlock_detected and serialization_failure: the server has undone the transaction for the sake of another. */
const UNDONE_FOR_ANOTHER = new Set(['40P01', '40001']);
/** Each waits until the other one of before has ended: more than a few in a row are somebody's fault. */
const MOST_ATTEMPTS = 5;

/**
 * Runs `work` in one transaction, and once more from the start when the server ended it to let another one pass: PostgreSQL asks that of
 * those who use it (https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html). Two that lock the same rows in
 * another order are rare, and cannot all be ruled out: a foreign key locks the row that it names, whenever that is. So `work` may run
 * several times, and what it does beside its statements must not add up.
 */
export async function transact<T>(db: Kysely<Schema>, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isUndoneForAnother(error)) throw error;
    }
  }
}

function isUndoneForAnother(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNDONE_FOR_ANOTHER.has(String(error.code));
}
