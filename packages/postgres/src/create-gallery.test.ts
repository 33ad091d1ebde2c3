import { describeGallery } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { createGallery } from './create-gallery.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { createTemplateIndex } from './template-index.ts';
import { addTenants } from './testing/index.ts';

let database: Database;
beforeAll(async () => {
  database = await openInMemory();
  await addTenants(database);
}, 300_000);
afterAll(() => database.close());

describeGallery('embedded database, searched in memory', async () => {
  await sql`truncate pets cascade`.execute(database.db);
  const index = createTemplateIndex(database.db);
  return { gallery: createGallery({ db: database.db, index }), close: async () => {} };
});

describeGallery('embedded database, searched by SQL', async () => {
  await sql`truncate pets cascade`.execute(database.db);
  return { gallery: createGallery({ db: database.db, index: null }), close: async () => {} };
});
