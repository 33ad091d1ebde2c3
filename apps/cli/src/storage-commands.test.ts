import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderPhotoStore, createS3PhotoStore } from '@snout/blobs';
import { describeOnS3 } from '@snout/blobs/testing';
import type { PhotoStore } from '@snout/core/recognition';
import { enrolPet, type Pet } from '@snout/core/recognition';
import { createFakeRecogniser, fakePhoto } from '@snout/core/testing';
import { createGallery, type Database, openEmbedded, openServer, readSnapshot } from '@snout/postgres';
import { describeOnPostgres } from '@snout/postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnCli } from './testing/spawn-cli.ts';

// The real command, on databases and photo stores filled by the real use cases.

const SLOW = { timeout: 300_000 };
const PETS = 12;

let folder: string;
let data: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snout-storage-'));
  data = join(folder, 'data');
  const database = await openEmbedded(join(data, 'database'));
  await enrolPets(database, await createFolderPhotoStore(join(data, 'photos')));
  await database.close();
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => spawnCli(args, { environment });

it('says that there is no such tenant, rather than what the database says', SLOW, async () => {
  const asked = await cli(['pets', '--data', data, '--tenant', 'nobody']);
  expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('There is no account or organisation nobody')]);
  expect((await cli(['pets', '--data', data, '--tenant', 'local'])).out).toHaveLength(PETS);
});

describe('snout backup and restore', () => {
  it('give back every row and photo', SLOW, async () => {
    const file = join(folder, 'whole.tar');
    const made = await cli(['backup', '--json', '--data', data, file]);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(JSON.parse(made.out[0] ?? '')).toMatchObject({ photos: 2 * PETS });
    expect((await stat(file)).mode & 0o077).toBe(0);

    const copy = join(folder, 'copy');
    const restored = await cli(['restore', '--json', '--data', copy, file]);
    expect([restored.code, restored.err]).toEqual([0, '']);
    await expectSame(await whatIsIn({ data }), await whatIsIn({ data: copy }));

    const again = await cli(['restore', '--data', copy, file]);
    expect(again.code).toBe(4);
    expect(again.err).toContain('already');
    expect((await cli(['backup', '--data', data, file])).code).toBe(2);
  });

  it('refuse a file that was cut off, changed, exchanged or is something else, and write nothing', SLOW, async () => {
    const file = join(folder, 'sound.tar');
    await cli(['backup', '--data', data, file]);
    const bytes = await readFile(file);
    const target = join(folder, 'nothing');
    const cut = join(folder, 'cut.tar');
    await copyFile(file, cut);
    await truncate(cut, Math.floor(bytes.length / 2));
    const changed = join(folder, 'changed.tar');
    const at = bytes.indexOf('Pet 3');
    await writeFile(changed, bytes.fill('X', at, at + 1));
    const other = join(folder, 'other.tar');
    await writeFile(other, 'no backup at all');
    const empty = join(folder, 'empty.tar');
    await writeFile(empty, '');
    for (const bad of [cut, changed, other, empty]) {
      const refused = await cli(['restore', '--data', target, bad]);
      expect([bad, refused.code]).toEqual([bad, 4]);
      expect(refused.err).toMatch(/no whole backup/);
    }
    expect((await cli(['restore', '--data', target, join(folder, 'missing.tar')])).code).toBe(2);
    expect(await readdir(folder)).not.toContain('nothing');
  });
});

describeOnPostgres('snout move, migrate and backup on a PostgreSQL server', (url) => {
  it('move a folder to the server, leave the folder as it was, and take a backup back', SLOW, async () => {
    const before = await whatIsIn({ data });
    const moved = await cli(['move', '--json', '--data', data, '--to', url()]);
    expect([moved.code, moved.err]).toEqual([0, '']);
    expect(await whatIsIn({ data })).toEqual(before);
    await expectSame(before, await whatIsIn({ data, url: url() }));
    expect((await cli(['move', '--data', data, '--to', url()])).code).toBe(4);

    const onServer = { DATABASE_URL: url() };
    expect((await cli(['migrate', '--json'], onServer)).out).toEqual(['{"migrated":[]}']);
    expect((await cli(['pets', '--data', data], onServer)).out).toHaveLength(PETS);
    const file = join(folder, 'server.tar');
    expect((await cli(['backup', '--data', data, file], onServer)).code).toBe(0);
    const back = join(folder, 'back');
    expect((await cli(['restore', '--data', back, file])).code).toBe(0);
    await expectSame(before, await whatIsIn({ data: back }));
  });
});

describeOnPostgres('snout move with photos', (url) => {
  describeOnS3('to object storage', (freshBucket) => {
    it('copies every photo into the bucket', SLOW, async () => {
      const settings = freshBucket();
      const moved = await cli(['move', '--with-photos', '--json', '--data', data, '--to', url()], {
        S3_ENDPOINT: settings.endpoint ?? '',
        S3_BUCKET: settings.bucket,
        S3_REGION: settings.region,
        S3_ACCESS_KEY_ID: settings.accessKeyId,
        S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
      });
      expect([moved.code, moved.err]).toEqual([0, '']);
      expect(JSON.parse(moved.out[0] ?? '').photos).toBe(2 * PETS);
      const [before, after] = [await whatIsIn({ data }), await contentOf(await createS3PhotoStore(settings))];
      expect(after).toEqual(before.photos);
    });
  });
});

async function enrolPets(database: Database, photos: PhotoStore): Promise<readonly Pet[]> {
  let ids = 0;
  const deps = {
    gallery: createGallery(database),
    photos,
    recogniser: createFakeRecogniser(),
    markFinder: null,
    clock: { now: () => new Date() },
    ids: { next: () => `id-${String(++ids).padStart(4, '0')}` },
  };
  const pets: Pet[] = [];
  for (let pet = 0; pet < PETS; pet++) {
    const files = [0, 1].map((view) => ({
      name: `${view}.jpg`,
      bytes: fakePhoto({ heads: [{ animal: `animal ${pet}`, view, noise: 0.3 }] }),
    }));
    const result = await enrolPet(deps, { name: `Pet ${pet}`, photos: files, allowDuplicate: true });
    if (result.kind !== 'enrolled') throw new Error(`Not enrolled: ${result.kind}`);
    pets.push(result.pet);
  }
  return pets;
}

interface Content {
  readonly tables: unknown;
  readonly pets: readonly unknown[];
  readonly photos: ReadonlyMap<string, string>;
}

async function whatIsIn(place: { readonly data: string; readonly url?: string }): Promise<Content> {
  const database = await (place.url === undefined ? openEmbedded(join(place.data, 'database')) : openServer(place.url));
  try {
    const gallery = createGallery(database);
    const listed = await gallery.listPets({ limit: 1000 });
    return {
      tables: await readSnapshot(database, async ({ tables, migrations }) => ({ tables, migrations })),
      pets: await Promise.all(listed.map(({ id }) => gallery.findPet(id))),
      photos: await contentOf(await createFolderPhotoStore(join(place.data, 'photos'))),
    };
  } finally {
    await database.close();
  }
}

/** Base64 by key. */
async function contentOf(store: PhotoStore): Promise<ReadonlyMap<string, string>> {
  const found: [string, string][] = [];
  for await (const { key } of store.list()) found.push([key, Buffer.from((await store.get(key)) ?? []).toString('base64')]);
  return new Map(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function expectSame(before: Content, after: Content): Promise<void> {
  expect(before.pets).toHaveLength(PETS);
  expect(before.photos.size).toBe(2 * PETS);
  expect(after).toEqual(before);
}
