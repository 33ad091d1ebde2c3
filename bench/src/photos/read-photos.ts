import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The photos of a folder, sorted by name. */
export async function readPhotos(folder: string): Promise<readonly Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}
