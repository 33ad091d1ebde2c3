import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';

/** A server whose role may create databases: `npm test` starts a throw-away one where PostgreSQL is installed. */
const SERVER = process.env['SNOUT_TEST_POSTGRES_URL'];

/**
 * Tests that need a PostgreSQL server with pgvector. They get an empty database of their own, which is dropped afterwards; where there is
 * no server they are skipped, and say so. `url`: to be called within hooks and tests.
 */
export function describeOnPostgres(name: string, body: (url: () => string) => void): void {
  describe(name, () => {
    if (SERVER === undefined || SERVER === '') {
      // biome-ignore lint/suspicious/noSkippedTests: there is no server on every machine; skipped aloud
      it.skip('skipped: no PostgreSQL server (see tools/install-postgres.mjs, or set SNOUT_TEST_POSTGRES_URL)', () => {});
      return;
    }
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      database = await createTestDatabase(SERVER);
    });
    afterAll(() => database?.drop());
    body(() => {
      if (database === undefined) throw new Error('Only within a hook or a test.');
      return database.url;
    });
  });
}

/** An empty database on a server. */
export interface TestDatabase {
  readonly url: string;
  /** Whoever is still connected is thrown out. */
  drop(): Promise<void>;
}

/** @param server URL of a database whose role may create others. */
export async function createTestDatabase(server: string): Promise<TestDatabase> {
  const name = `snout_test_${randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database if exists ${name} with (force)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
