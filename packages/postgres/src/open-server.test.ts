import { TEMPLATE_DIMENSIONS, toUnitVector } from '@snout/core/recognition';
import { describeGallery } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApproximateSearchOptions } from './approximate-search.ts';
import { createGallery } from './create-gallery.ts';
import type { Database } from './database.ts';
import { openServer } from './open-server.ts';
import { addTenants, describeOnPostgres } from './testing/index.ts';
import { indexedDistance } from './vector-index.ts';

const SEARCHES: ReadonlyArray<readonly [name: string, options: ApproximateSearchOptions]> = [
  ['few templates, all compared', {}],
  ['shortlist from the index', { exactMost: 0, countsKeptMs: 0 }],
];

describeOnPostgres('PostgreSQL server', (url) => {
  describe.each(SEARCHES)('%s', (name, options) => {
    let database: Database;
    beforeAll(async () => {
      database = await openServer(url(), options);
      await addTenants(database);
    });
    afterAll(() => database.close());

    describeGallery(`on a PostgreSQL server, ${name}`, async () => {
      await sql`truncate pets cascade`.execute(database.db);
      return { gallery: createGallery(database), close: async () => {} };
    });
  });

  it('is migrated once when several services start together', async () => {
    const first = await openServer(url());
    await sql`drop schema public cascade`.execute(first.db);
    await sql`create schema public`.execute(first.db);
    const services = await Promise.all(Array.from({ length: 4 }, () => openServer(url())));
    const { rows } = await sql<{ name: string }>`select name from schema_migrations`.execute(first.db);
    expect(rows.length).toBeGreaterThan(0);
    await Promise.all([first, ...services].map((service) => service.close()));
  });

  it('has an index over the vectors of each species, in place of the one of earlier versions, which a shortlist is read from', async () => {
    const first = await openServer(url());
    await sql`create index templates_by_vector on templates using hnsw (vector vector_ip_ops)`.execute(first.db);
    await first.close();
    const { db, close } = await openServer(url());
    const names = await sql<{ name: string }>`
      select indexname as name from pg_indexes where tablename = 'templates' and indexdef like '% USING hnsw %' order by 1
    `.execute(db);
    const probe = toUnitVector(Array.from({ length: TEMPLATE_DIMENSIONS }, (_, i) => Number(i === 0)));
    const plan = await db.transaction().execute(async (transaction) => {
      await sql`set local enable_seqscan = off`.execute(transaction);
      await sql`set local enable_bitmapscan = off`.execute(transaction);
      return sql`explain select pet_id from templates where species = ${'cat'} order by ${indexedDistance(probe)} limit 5`.execute(
        transaction,
      );
    });
    await close();
    expect(names.rows.map(({ name }) => name)).toEqual(['templates_by_cat_vector', 'templates_by_dog_vector']);
    expect(JSON.stringify(plan.rows)).toContain('Index Scan using templates_by_cat_vector');
  });
});

describe('a server that is not there', () => {
  it('is refused with a code and a word about trying again', async () => {
    await expect(openServer('postgresql://snout@127.0.0.1:1/snout')).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringContaining('try again'),
    });
  });
});
