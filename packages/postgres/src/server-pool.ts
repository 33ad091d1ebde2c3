import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { DatabaseError } from './database.ts';

/** Connections per process. */
const MAX_CONNECTIONS = 10;
/** A request waits this long for a connection before it is told to come again, ms. */
const CONNECT_MS = 5_000;

/**
 * Settings of every connection. hnsw.ef_search: how many vectors the index looks at for one search, twice the length of the shortlist: with
 * as many as that, the best of 1,000,000 templates was missed in 3 of 100 searches. hnsw.iterative_scan (pgvector 0.8): goes on until enough
 * rows pass the filter, up to hnsw.max_scan_tuples; an older pgvector warns and goes without. jit: compiling a search takes longer than it.
 */
const SETTINGS = {
  'hnsw.ef_search': 400,
  'hnsw.iterative_scan': 'relaxed_order',
  'hnsw.max_scan_tuples': 40_000,
  jit: 'off',
};

/** Classes and codes of SQLSTATE by which a server says that it goes, comes, or has no room: 08, 53300, 57P01 to 57P03. */
const UNAVAILABLE_STATE = /^(08|53300|57P0[1-3])/;
/** Of the system, while connecting or connected. */
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** pg has no codes for these. */
const UNAVAILABLE_WORDS = /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;

/** Connections to a server. What fails because the server is away fails with DatabaseError `database-unavailable`. */
export interface ServerPool extends PostgresPool {
  connect(): Promise<pg.PoolClient>;
}

/** No connection is made yet. */
export function createServerPool(url: string): ServerPool {
  const options = Object.entries(SETTINGS)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const pool = new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, options });
  // A connection that dies, idle or at work, is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    explainErrors(client);
  });
  return {
    options: pool.options,
    connect: () => pool.connect().catch(throwExplained),
    end: () => pool.end(),
  };
}

/** Patches the one method through which every statement goes: Kysely hands its own clients on. */
function explainErrors(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
  const explained = (...args: readonly unknown[]) => {
    const result = query(...args);
    return result instanceof Promise ? result.catch(throwExplained) : result;
  };
  client.query = explained as typeof client.query;
}

function throwExplained(error: unknown): never {
  throw isUnavailable(error)
    ? new DatabaseError('database-unavailable', 'The database does not answer. It may be restarting: try again in a moment.', {
        cause: error,
      })
    : error;
}

function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return UNAVAILABLE_STATE.test(code) || UNAVAILABLE_CODES.has(code) || UNAVAILABLE_WORDS.test(error.message);
}
