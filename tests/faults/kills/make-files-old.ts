import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';

const HOURS_AGO_MS = 2 * 60 * 60 * 1000;

/** As if the files had been written two hours ago. */
export async function makeFilesOld(folder: string): Promise<void> {
  const then = new Date(Date.now() - HOURS_AGO_MS);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), then, then);
  }
}
