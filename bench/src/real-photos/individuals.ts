import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HELD_OUT_DOGS, nameFold } from './name-fold.ts';

/** An animal and its photos. */
export interface Individual {
  readonly individual: string;
  /** Paths, sorted. */
  readonly files: readonly string[];
}

/** The animals of a folder with one folder per individual, sorted by name. */
export async function individualsIn(folder: string): Promise<readonly Individual[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (individual) => {
      const files = await readdir(join(folder, individual));
      return { individual, files: files.sort().map((file) => join(folder, individual, file)) };
    }),
  );
}

/** The sixth of the dogs that neither training nor tuning has seen. */
export async function heldOutDogs(root: string): Promise<readonly Individual[]> {
  const all = await individualsIn(join(root, 'dog-faces'));
  return all.filter(({ individual }) => nameFold(`dog ${individual}`) < HELD_OUT_DOGS);
}
