import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the photos that figures are measured on. They are kept beside the repository, never in it. */
export type DataFolder =
  | 'heads'
  | 'cat-head-boxes'
  | 'unlabelled-cats'
  | 'unlabelled-dogs'
  | 'dog-faces'
  | 'cat-faces'
  | 'campus-cats'
  | 'cattle-muzzles';

/** The folder that SNOUT_DATA_ROOT names, when all of the wanted folders lie in it. */
export function findDataRoot(
  wanted: readonly DataFolder[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const root = environment['SNOUT_DATA_ROOT'];
  return root && wanted.every((folder) => existsSync(join(root, folder))) ? root : null;
}
