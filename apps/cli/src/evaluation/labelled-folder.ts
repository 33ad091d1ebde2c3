import { join, relative } from 'node:path';
import type { Species } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import { findFolders, findPhotoFiles } from '../photo-paths.ts';

/** A folder of photos of one individual. */
export interface LabelledIndividual {
  /** Unique within its species: the folder's name. */
  readonly individual: string;
  /** Said by the folder above or by the caller; null when nobody says. */
  readonly species: Species | null;
  /** Paths relative to the evaluated folder, with forward slashes: the same on every machine. */
  readonly files: readonly string[];
}

/** Folders of this name hold the individuals of a species. */
const SPECIES_FOLDERS: Readonly<Record<string, Species>> = { dog: 'dog', dogs: 'dog', cat: 'cat', cats: 'cat' };

/**
 * FOLDER/<individual>/… or, when all its folders are named after species, FOLDER/<dog|cat>/<individual>/…
 * Files that lie in no individual's folder are left out. @throws UsageError when there is no individual.
 */
export async function readLabelledFolder(folder: string, species: Species | null): Promise<LabelledIndividual[]> {
  const names = await findFolders(folder);
  if (names.length === 0) throw new UsageError(`${folder} has no folders: one folder of photos per individual is expected.`);
  const bySpecies = names.every((name) => SPECIES_FOLDERS[name.toLowerCase()] !== undefined);
  if (!bySpecies) return readIndividuals(folder, '', species);
  const individuals: LabelledIndividual[] = [];
  for (const name of names) {
    const told = SPECIES_FOLDERS[name.toLowerCase()] ?? null;
    if (species === null || species === told) individuals.push(...(await readIndividuals(folder, name, told)));
  }
  if (individuals.length === 0) throw new UsageError(`${folder} has no individuals of the species ${species}.`);
  return individuals;
}

async function readIndividuals(folder: string, below: string, species: Species | null): Promise<LabelledIndividual[]> {
  const individuals: LabelledIndividual[] = [];
  for (const individual of await findFolders(join(folder, below))) {
    const files = await findPhotoFiles([join(folder, below, individual)]);
    individuals.push({ individual, species, files: files.map((file) => relative(folder, file).replaceAll('\\', '/')) });
  }
  return individuals;
}
