import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { PHOTO_KEY, type PhotoStore, type StoredPhoto } from '@snout/core/recognition';
import { checkedKey } from './checked-key.ts';
import { PhotoStoreError } from './photo-store-error.ts';

/** Files being written lie here, on the same file system as their place, so that a rename moves them whole. */
const INCOMING = '.incoming';

/** A half-written file older than this (1 hour) is a crash's, not a running write's. */
const INCOMING_MAX_AGE_MS = 60 * 60 * 1000;

/**
 * Bytes that photos leave free (64 MiB: four segments of a write-ahead log). The embedded database lies on the same disk, and must be able to
 * write down what it does: without room for that it stops.
 */
const RESERVE_BYTES = 64 * 1024 * 1024;
/** How systems say that a disk, or the quota of its user, is full. */
const FULL_CODES = ['ENOSPC', 'EDQUOT'];

/** What of the file system can be had otherwise in tests. */
export interface FolderFiles {
  readonly open: typeof open;
  /** Bytes that this process may still write to the disk of a folder. */
  freeBytes(folder: string): Promise<number>;
}

const REAL_FILES: FolderFiles = {
  open,
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/**
 * Photos in a folder, one file per key. Created when missing; readable by the owner alone. A crash at any moment leaves each key
 * with its old file, its new file or none, never with half a file; so does a full disk, and `put` rejects with PhotoStoreError
 * `photo-store-full`.
 */
export async function createFolderPhotoStore(root: string, files: FolderFiles = REAL_FILES): Promise<PhotoStore> {
  const incoming = join(root, INCOMING);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeLeftovers(incoming);
  const ready = new Map<string, Promise<void>>();
  const makeFolder = (folder: string) => {
    const making = ready.get(folder) ?? makeFolders(root, folder);
    ready.set(folder, making);
    return making;
  };
  const pathOf = (key: string) => join(root, ...checkedKey(key).split('/'));

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const temporary = join(incoming, randomUUID());
      try {
        if ((await files.freeBytes(incoming)) < bytes.length + RESERVE_BYTES) throw full(root);
        await makeFolder(dirname(path));
        await writeDurably(files, temporary, bytes);
        await rename(temporary, path);
      } catch (error) {
        ready.delete(dirname(path));
        await rm(temporary, { force: true });
        throw FULL_CODES.some((code) => isCode(error, code)) ? full(root, error) : error;
      }
      await syncFolder(dirname(path));
    },
    async get(key) {
      try {
        return new Uint8Array(await readFile(pathOf(key)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async delete(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(ignoreMissing);
    },
    list: () => listFolder(root, root),
  };
}

function full(root: string, cause?: unknown): PhotoStoreError {
  return new PhotoStoreError('photo-store-full', `There is no room left on the disk of ${root}. Make some, or give it a larger one.`, {
    cause,
  });
}

async function writeDurably(files: FolderFiles, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the folders below `root` and syncs their parents: a new folder can be lost like a file. Once per folder and store. */
async function makeFolders(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const below = relative(root, folder).split(sep);
  for (let depth = 0; depth < below.length; depth++) await syncFolder(join(root, ...below.slice(0, depth)));
}

/** A rename is durable once its folder is. Not every system can open a folder (Windows cannot): there the rename itself must do. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch((error: unknown) => {
    if (isCode(error, 'EISDIR') || isCode(error, 'EPERM') || isCode(error, 'EACCES')) return null;
    throw error;
  });
  if (folder === null) return;
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function* listFolder(root: string, folder: string): AsyncGenerator<StoredPhoto> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(emptyWhenMissing);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const key = relative(root, path).split(sep).join('/');
    if (entry.isDirectory() && entry.name !== INCOMING) yield* listFolder(root, path);
    // What is not named like a photo is not ours: it is neither listed nor, therefore, ever swept.
    else if (entry.isFile() && PHOTO_KEY.test(key)) {
      const info = await stat(path).catch(ignoreMissing);
      if (info) yield { key, storedAt: info.mtime };
    }
  }
}

async function removeLeftovers(incoming: string): Promise<void> {
  const newest = Date.now() - INCOMING_MAX_AGE_MS;
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const info = await stat(path).catch(ignoreMissing);
    if (info && info.mtimeMs < newest) await rm(path, { force: true });
  }
}

function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function ignoreMissing(error: unknown): undefined {
  if (isMissing(error)) return undefined;
  throw error;
}

function emptyWhenMissing(error: unknown): [] {
  ignoreMissing(error);
  return [];
}
