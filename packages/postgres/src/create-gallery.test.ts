import { describeGallery } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { createGallery } from './create-gallery.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';

let database: Database;
beforeAll(async () => {
  database = await openInMemory();
});
afterAll(() => database.close());

describeGallery('embedded database', async () => {
  await sql`truncate pets cascade`.execute(database.db);
  return { gallery: createGallery(database.db), close: async () => {} };
});
