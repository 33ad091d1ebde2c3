import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { poolingShares, TEMPLATE_DIMENSIONS, type TemplateMaker, type UnitVector } from '@snout/core/recognition';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { madeUpTemplate, speciesOf } from './made-up-templates.ts';

export interface ServerFill {
  readonly url: string;
  readonly pets: number;
  readonly photosEach: number;
  readonly maker: TemplateMaker;
  /** For the build of an index, in PostgreSQL's words: "8GB". */
  readonly buildMemory: string;
}

/** How long each part took, s. */
export interface FillTimes {
  readonly copy: number;
  readonly build: number;
}

/**
 * Fills an empty, migrated database: pets and photos by SQL, templates by COPY in its binary form, then the indexes over the vectors. As
 * its administrator would fill a gallery in bulk: references are not checked row by row.
 */
export async function fillServer(fill: ServerFill): Promise<FillTimes> {
  const client = new pg.Client({ connectionString: fill.url });
  await client.connect();
  try {
    const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
      "select indexname, indexdef from pg_indexes where tablename = 'templates' and indexdef like '% USING hnsw %' order by 1",
    );
    if (indexes.length === 0) throw new Error('The database has no index over the vectors.');
    for (const { indexname } of indexes) await client.query(`drop index ${indexname}`);
    await client.query('set session_replication_role = replica');
    const copied = performance.now();
    await insertPetsAndPhotos(client, fill);
    const into = client.query(copyFrom(`copy templates (${COLUMNS.join(', ')}) from stdin binary`));
    await pipeline(Readable.from(copyRows(fill)), into);
    await client.query('analyze');
    const built = performance.now();
    await client.query(`set maintenance_work_mem = '${fill.buildMemory}'; set max_parallel_maintenance_workers = 2`);
    for (const { indexdef } of indexes) await client.query(indexdef);
    const done = performance.now();
    await client.query('vacuum templates');
    return { copy: (built - copied) / 1000, build: (done - built) / 1000 };
  } finally {
    await client.end();
  }
}

export function petId(pet: number): string {
  return `pet-${String(pet).padStart(7, '0')}`;
}

/** What the search does not read is as short as it may be. */
async function insertPetsAndPhotos(client: pg.Client, { pets, photosEach }: ServerFill): Promise<void> {
  const id = "'pet-' || lpad(pet::text, 7, '0')";
  await client.query(`
    insert into pets (id, tenant_id, name, species, enrolled_at)
    select ${id}, '${TENANT}', 'Pet ' || pet, case when pet % 5 < 3 then 'dog' else 'cat' end, now() from generate_series(0, ${pets - 1}) as pet;
    insert into photos (
      id, pet_id, tenant_id, sha256, blob_key, width, height, box, landmarks, head_score, quality_score, quality_reasons, quality_model
    )
    select ${id} || '-' || photo, ${id}, '${TENANT}', '', ${id} || '-' || photo, 1, 1, '{}', '{}', 0.9, 80, '{}', 'made-up'
    from generate_series(0, ${pets - 1}) as pet, generate_series(0, ${photosEach - 1}) as photo;
  `);
}

/** The tenant that every database has. */
const TENANT = 'local';
const COLUMNS = ['photo_id', 'pet_id', 'tenant_id', 'species', 'model', 'pipeline', 'pooling_share', 'vector'];
/** Rows handed on in one piece. */
const ROWS_AT_ONCE = 500;

/** COPY's binary form: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format". */
function* copyRows({ pets, photosEach, maker }: ServerFill): Generator<Buffer> {
  yield Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
  const rows: Buffer[] = [];
  for (let pet = 0; pet < pets; pet++) {
    const vectors = Array.from({ length: photosEach }, (_, photo) => madeUpTemplate(pet, photo));
    const shares = poolingShares(vectors.map((vector) => ({ template: { vector, ...maker }, quality: 80 })));
    for (const [photo, vector] of vectors.entries()) {
      const id = petId(pet);
      const words = [`${id}-${photo}`, id, TENANT, speciesOf(pet), maker.model, maker.pipeline].map((word) => Buffer.from(word));
      rows.push(row([...words, float8(shares[photo] ?? 0), vectorBytes(vector)]));
    }
    if (rows.length >= ROWS_AT_ONCE || pet === pets - 1) yield Buffer.concat(rows.splice(0));
  }
  yield Buffer.from([0xff, 0xff]);
}

function row(fields: readonly Buffer[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(fields.length);
  const parts = fields.flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(field.length);
    return [length, field];
  });
  return Buffer.concat([count, ...parts]);
}

function float8(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** pgvector's vector_send: dimensions, an unused number, then single floats. */
function vectorBytes(vector: UnitVector): Buffer {
  const bytes = Buffer.alloc(4 + 4 * TEMPLATE_DIMENSIONS);
  bytes.writeInt16BE(TEMPLATE_DIMENSIONS);
  vector.forEach((value, i) => {
    bytes.writeFloatBE(value, 4 + 4 * i);
  });
  return bytes;
}
