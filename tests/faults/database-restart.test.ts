import { createHash, randomUUID } from 'node:crypto';
import { problemSchema } from '@snout/contract';
import { createJobRegistry } from '@snout/core/jobs';
import type { Gallery, PetId, PhotoStore } from '@snout/core/recognition';
import { createFixedClock, createInMemoryJobs, createInMemoryPhotoStore, fakePhoto } from '@snout/core/testing';
import { createGallery, createPetsUnitOfWork, type Database, openServer } from '@snout/postgres';
import { addPeople } from '@snout/postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../tools/find-postgres.mjs';
import { startPostgresCluster } from '../../tools/postgres-cluster.mjs';
import { createService, form, type Service } from '../api/service.ts';
import { OPERATOR } from '../api/signed-in.ts';

const RESTARTS = 5;
/** Requests that are always under way. */
const LANES = 6;
/** Answers between two restarts, so that each comes in the middle of work. */
const ANSWERS_BETWEEN = 25;

const postgres = findPostgres();

describe('a PostgreSQL server that is restarted under load', () => {
  if (!postgres?.hasVector) {
    // biome-ignore lint/suspicious/noSkippedTests: there is no server on every machine; skipped aloud
    it.skip('skipped: PostgreSQL with pgvector is not installed (tools/install-postgres.mjs)', () => {});
    return;
  }
  let cluster: Awaited<ReturnType<typeof startPostgresCluster>>;
  let database: Database;
  let photos: PhotoStore;
  beforeAll(async () => {
    // A commit that was acknowledged must be on disk: what the throw-away server otherwise does without.
    cluster = await startPostgresCluster({ bin: postgres.bin, settings: { synchronous_commit: 'on', fsync: 'on' } });
    database = await openServer(cluster.url);
    await addPeople(database, [OPERATOR.id]);
    photos = createInMemoryPhotoStore(createFixedClock());
  });
  afterAll(async () => {
    await database?.close();
    await cluster?.close();
  });

  it('makes requests answer 503 with Retry-After, loses nothing acknowledged, and is used again once it is back', {
    timeout: 180_000,
  }, async () => {
    const gallery = createGallery(database);
    const clock = createFixedClock();
    // No webhooks here: nothing is enqueued.
    const jobs = createInMemoryJobs(createJobRegistry([], []), clock);
    const petsUnitOfWork = createPetsUnitOfWork(database, { clock, ids: { next: () => randomUUID() }, jobsWithin: () => jobs });
    const load = startLoad(createService(gallery, { photos, petsUnitOfWork }));
    for (let restart = 0; restart < RESTARTS; restart++) {
      await load.answers(ANSWERS_BETWEEN);
      await cluster.stop();
      await load.answers(LANES, 503);
      await cluster.start();
    }
    await load.answers(ANSWERS_BETWEEN);
    await load.stop();

    expect(load.others).toEqual([]);
    expect(load.unavailable.length).toBeGreaterThanOrEqual(RESTARTS * LANES);
    for (const { body, retryAfter } of load.unavailable) {
      expect(problemSchema.parse(body).code).toBe('unavailable');
      expect(Number(retryAfter)).toBeGreaterThan(0);
    }
    expect(load.enrolled.length).toBeGreaterThan(ANSWERS_BETWEEN);
    await expectWhole(gallery, photos, load.enrolled);
  });
});

/** Every pet that was acknowledged is there, and every pet that is there has its photos' files. */
async function expectWhole(gallery: Gallery, photos: PhotoStore, enrolled: readonly string[]): Promise<void> {
  const present = await gallery.listPets({ limit: 100_000 });
  const ids = new Set<string>(present.map(({ id }) => id));
  expect(enrolled.filter((id) => !ids.has(id))).toEqual([]);
  for (const id of ids) {
    const pet = await gallery.findPet(id as PetId);
    expect(pet?.photos).toHaveLength(1);
    for (const { blobKey, sha256 } of pet?.photos ?? []) {
      const bytes = await photos.get(blobKey);
      expect(bytes && createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  }
}

interface Load {
  /** Ids of pets whose enrolment was acknowledged. */
  readonly enrolled: string[];
  readonly unavailable: { readonly body: unknown; readonly retryAfter: string | null }[];
  /** Answers that should not be. */
  readonly others: unknown[];
  /** Resolves after so many more answers (of a status). */
  answers(count: number, status?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Lanes that enrol one pet after the other, each of another animal. */
function startLoad(service: Service): Load {
  const enrolled: string[] = [];
  const unavailable: Load['unavailable'] = [];
  const others: unknown[] = [];
  const waiting = new Set<(status: number) => void>();
  let isStopped = false;
  let animals = 0;

  const enrolNext = async () => {
    animals++;
    const photo = Uint8Array.from(fakePhoto({ heads: [{ animal: `animal ${animals}`, species: 'dog' }] }));
    const response = await service.request('/api/pets', {
      method: 'POST',
      body: form([photo], { name: `Pet ${animals}`, allowDuplicate: 'true' }),
    });
    const body: unknown = await response.json();
    if (response.status === 201) enrolled.push((body as { readonly pet: { readonly id: string } }).pet.id);
    else if (response.status === 503) unavailable.push({ body, retryAfter: response.headers.get('retry-after') });
    else others.push({ status: response.status, body });
    for (const heard of waiting) heard(response.status);
  };
  const lanes = Array.from({ length: LANES }, async () => {
    while (!isStopped) await enrolNext();
  });

  return {
    enrolled,
    unavailable,
    others,
    answers: (count, status) =>
      new Promise((resolve) => {
        let left = count;
        const heard = (given: number) => {
          if (status !== undefined && given !== status) return;
          left--;
          if (left > 0) return;
          waiting.delete(heard);
          resolve();
        };
        waiting.add(heard);
      }),
    async stop() {
      isStopped = true;
      await Promise.all(lanes);
    },
  };
}
