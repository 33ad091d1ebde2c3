import { join } from 'node:path';
import { type Database, openEmbedded, openServer } from '@snout/postgres';
import { haveAllCome } from './check-messages.ts';
import { bringForward } from './check-rows.ts';
import type { Lives } from './lives.ts';
import type { Messages } from './messages.ts';
import type { Tally } from './tally.ts';

/** A job of a process that died on a shared database is taken up within about a minute by a process that runs meanwhile; ms. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 100;
/** Between two looks at the rows of a shared database, while the service runs; ms. */
const LOOK_AT_ROWS_MS = 2000;

/** Longer than the service lets a job lie that is due; ms. */
const PICK_UP_MS = 5000;

/**
 * Lets the service do what it still has to do, until nothing is missing or it takes too long; then stops it. A job whose message came, and
 * which was killed before it could say so, waits for its next attempt, so that no job is left is looked up as well.
 */
export async function settle(lives: Lives, { messages, tally }: { readonly messages: Messages; readonly tally: Tally }): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const haveCome = () => haveAllCome(messages.webhooks, tally.webhooks) && haveAllCome(messages.mails, tally.mails);
  // A start takes up what is left in an own database. On a shared one only a process that goes on running notices a job that fell silent.
  const isDone = async () => haveCome() && (lives.databaseUrl === null || (await withDatabase(lives, bringForward)) === 0);
  const pause = lives.databaseUrl === null ? LOOK_MS : LOOK_AT_ROWS_MS;
  for (
    let waiting = await withDatabase(lives, bringForward);
    waiting > 0 || !haveCome();
    waiting = await withDatabase(lives, bringForward)
  ) {
    const life = await lives.begin().ready;
    const atLeast = Date.now() + PICK_UP_MS;
    while (Date.now() < atLeast || (Date.now() < until && !(await isDone()))) await new Promise((resolve) => setTimeout(resolve, pause));
    // Jobs that end with what has come are let end.
    await life.end('SIGTERM');
    if (Date.now() >= until) return;
  }
}

/** An own database is there for one process only: then the service is stopped. */
export async function withDatabase<T>({ folder, databaseUrl }: Lives, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await (databaseUrl === null ? openEmbedded(join(folder, 'database')) : openServer(databaseUrl));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
