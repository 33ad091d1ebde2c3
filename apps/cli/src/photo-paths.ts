import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './cli-error.ts';

/**
 * The files that the paths name, folders with everything below them, sorted by name within each folder. Every file is taken: which of them
 * are photos is decided by what is in them. Hidden files and folders (a dot first) are left out, links to folders are not followed.
 */
export async function findPhotoFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new UsageError(`There is no file or folder ${path}.`);
    if (found.isDirectory()) await walk(path, files);
    else files.push(path);
  }
  return files;
}

/** Names of the folders directly in a folder, sorted, hidden ones left out. */
export async function findFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) throw new UsageError(`There is no folder ${folder}.`);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

async function walk(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, files);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}
