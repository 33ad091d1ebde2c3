import { describeGallery } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery } from './create-gallery.ts';
import type { Database } from './database.ts';
import { openServer } from './open-server.ts';

/** An empty database on a server with pgvector, for this suite alone: it is emptied before each test. */
const url = process.env['SNOUT_TEST_POSTGRES_URL'];

if (url) {
  describe('PostgreSQL server', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openServer(url);
    });
    afterAll(() => database.close());

    describeGallery('on a PostgreSQL server', async () => {
      await sql`truncate pets cascade`.execute(database.db);
      return { gallery: createGallery(database), close: async () => {} };
    });

    it('is migrated once when several services start together', async () => {
      await sql`drop schema public cascade`.execute(database.db);
      await sql`create schema public`.execute(database.db);
      const services = await Promise.all(Array.from({ length: 4 }, () => openServer(url)));
      const { rows } = await sql<{ name: string }>`select name from schema_migrations`.execute(database.db);
      expect(rows.length).toBeGreaterThan(0);
      await Promise.all(services.map((service) => service.close()));
    });
  });
} else {
  describe('PostgreSQL server', () => {
    // biome-ignore lint/suspicious/noSkippedTests: there is no server on every machine; skipped aloud, the same suite runs embedded
    it.skip('skipped: set SNOUT_TEST_POSTGRES_URL to an empty database with pgvector to run this suite on a server', () => {});
  });
}
