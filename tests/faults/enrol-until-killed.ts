import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createFolderPhotoStore } from '@snout/blobs';
import { addPhotos, enrolPet, forgetPet, type PetId, type PhotoFile, type RecognitionDeps } from '@snout/core/recognition';
import { createFakeRecogniser, fakePhoto } from '@snout/core/testing';
import { createGallery, openEmbedded } from '@snout/postgres';

/**
 * Enrols, extends and forgets pets for ever, and says on standard output what it is about to do and what is done:
 * "enrolled ID", "adding ID", "added ID", "forgetting ID", "forgotten ID". Meant to be killed at any moment.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: enrol-until-killed.ts FOLDER');

const database = await openEmbedded(`${folder}/db`);
const deps: RecognitionDeps = {
  gallery: createGallery(database),
  photos: await createFolderPhotoStore(`${folder}/photos`),
  recogniser: createFakeRecogniser(),
  markFinder: null,
  clock: { now: () => new Date() },
  ids: { next: () => randomUUID() },
};
say('ready');
await Promise.all([keepBusy(), keepBusy()]);

async function keepBusy(): Promise<never> {
  for (;;) {
    const animal = randomUUID();
    const first = await enrolOne(animal);
    await enrolOne(randomUUID());
    say(`adding ${first}`);
    await addPhotos(deps, { petId: first, photos: [photoOf(animal, 3)] });
    say(`added ${first}`);
    const second = await enrolOne(randomUUID());
    say(`forgetting ${second}`);
    await forgetPet(deps, second);
    say(`forgotten ${second}`);
  }
}

async function enrolOne(animal: string): Promise<PetId> {
  const result = await enrolPet(deps, { name: animal, photos: [0, 1, 2].map((view) => photoOf(animal, view)), allowDuplicate: true });
  if (result.kind !== 'enrolled') throw new Error(`Not enrolled: ${result.kind}`);
  say(`enrolled ${result.pet.id}`);
  return result.pet.id;
}

function photoOf(animal: string, view: number): PhotoFile {
  return { name: `${view}.jpg`, bytes: fakePhoto({ heads: [{ animal, view, noise: 0.3 }] }) };
}

/** Past the stream's buffer: what is said has left the process before the next step. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
