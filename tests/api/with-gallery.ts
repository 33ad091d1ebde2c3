import type { Gallery } from '@snout/core/recognition';
import { createGallery, openInMemory } from '@snout/postgres';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** A gallery in an embedded database for the tests of a file, empty before each. */
export function withGallery(): () => Gallery {
  let gallery: Gallery | undefined;
  let close: (() => Promise<void>) | undefined;
  const opened = () => {
    if (!gallery) throw new Error('Only within a test.');
    return gallery;
  };
  beforeAll(async () => {
    const database = await openInMemory();
    close = () => database.close();
    gallery = createGallery(database);
  });
  beforeEach(async () => {
    for (const pet of await opened().listPets({ limit: 1000 })) await opened().removePet(pet.id);
  });
  afterAll(() => close?.());
  return opened;
}
