import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_IN_BANDS, sharesABand } from './copy-bands.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { describeOnPostgres } from './testing/index.ts';

describe('copies by bands, embedded', () => describeBands(() => openInMemory()));
describeOnPostgres('copies by bands, on a server', (url) => describeBands(() => openServer(url())));

/** Enough that the indexes are worth it. */
const PHOTOS = 20_000;

function describeBands(open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    const { db } = database;
    await sql`insert into pets (id, tenant_id, name, species, enrolled_at) values ('mia', 'local', 'Mia', 'cat', now())`.execute(db);
    // Every tenth is within 0 to 14 bits of the first; all others are made up.
    await sql`
      insert into photos (id, pet_id, tenant_id, sha256, blob_key, width, height, box, landmarks, head_score, quality_score, quality_reasons,
        quality_model, trace_method, trace_hash, trace_screen)
      select n, 'mia', 'local', '', n, 1, 1, '{0,0,1,1}', '{}', 1, 1, '{}', 'q', 'm',
        case when n % 10 = 0 then near.hash else ('x' || substr(md5(n::text), 1, 16))::bit(64) end, 0
      from generate_series(1, ${PHOTOS}::integer) as n,
        lateral (
          select coalesce(bit_xor(set_bit(repeat('0', 64)::bit(64), ((k * 37 + n * 11 + hashint4(n + k) % 64 + 64) % 64)::integer, 1)), repeat('0', 64)::bit(64))
            # ('x' || substr(md5('first'), 1, 16))::bit(64) as hash
          from generate_series(1, n / 10 % 15) as k
        ) as near
    `.execute(db);
    await sql`analyze photos`.execute(db);
  }, 300_000);
  afterAll(() => database.close());

  const probe = async () => {
    const { rows } = await sql<{ bits: string }>`select ('x' || substr(md5('first'), 1, 16))::bit(64)::text as bits`.execute(database.db);
    return rows[0]?.bits ?? '';
  };

  it('finds by the bands every photo that counting the bits of all finds', async () => {
    const bits = await probe();
    const near = sql<boolean>`bit_count(trace_hash # ${bits}::bit(64)) <= ${MOST_IN_BANDS}`;
    const all = await sql<{ id: string }>`select id from photos where ${near} order by id`.execute(database.db);
    const found = await sql<{ id: string }>`select id from photos where ${near} and ${sharesABand(bits)} order by id`.execute(database.db);
    expect(all.rows.length).toBeGreaterThan(PHOTOS / 30);
    expect(found.rows).toEqual(all.rows);
  });

  it('looks at few of the photos', async () => {
    const bits = [...(await probe())].reverse().join('');
    const { rows } = await sql<Record<string, string>>`explain select id from photos where ${sharesABand(bits)}`.execute(database.db);
    expect(rows.map((row) => Object.values(row).join(' ')).join('\n')).toMatch(/photos_by_band_1[\s\S]*photos_by_band_5/);
  });
}
