import { randomUUID } from 'node:crypto';
import { createJobRegistry } from '@snout/core/jobs';
import type { PetsUnitOfWork } from '@snout/core/pets';
import type { Gallery } from '@snout/core/recognition';
import { createFixedClock, createInMemoryJobs } from '@snout/core/testing';
import { createGallery, createPetsUnitOfWork, openInMemory } from '@snout/postgres';
import { addPeople } from '@snout/postgres/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { OPERATOR } from './signed-in.ts';

/** Pets in a database, for the service's two ways to them. */
export interface StoredPets {
  readonly gallery: Gallery;
  readonly petsUnitOfWork: PetsUnitOfWork;
}

/** Pets in an embedded database for the tests of a file, none before each. */
export function withPets(): () => StoredPets {
  let pets: StoredPets | undefined;
  let close: (() => Promise<void>) | undefined;
  const opened = () => {
    if (!pets) throw new Error('Only within a test.');
    return pets;
  };
  beforeAll(async () => {
    const database = await openInMemory();
    close = () => database.close();
    // Whoever is signed in in these tests: what is written down of pets says who did it.
    await addPeople(database, [OPERATOR.id]);
    const clock = createFixedClock();
    const jobs = createInMemoryJobs(createJobRegistry([], []), clock);
    const petsUnitOfWork = createPetsUnitOfWork(database, { clock, ids: { next: () => randomUUID() }, jobsWithin: () => jobs });
    pets = { gallery: createGallery(database), petsUnitOfWork };
  });
  beforeEach(async () => {
    const { gallery } = opened();
    for (const pet of await gallery.listPets({ limit: 1000 })) await gallery.removePet(pet.id);
  });
  afterAll(() => close?.());
  return opened;
}
