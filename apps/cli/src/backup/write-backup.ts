import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { DatabaseSnapshot } from '@snout/core/backup';
import type { PhotoStore } from '@snout/core/recognition';
import { pack } from 'tar-stream';
import { BACKUP_FORMAT, DATABASE_FOLDER, MANIFEST_ENTRY, type Manifest, PHOTO_FOLDER, SHA256_HEADER } from './manifest.ts';

export interface BackupInput {
  readonly file: string;
  readonly snapshot: DatabaseSnapshot;
  readonly photos: PhotoStore;
  readonly version: string;
  readonly madeAt: Date;
  readonly signal: AbortSignal;
  /** After each piece that was written: rows of a table, or one photo. */
  readonly onProgress: (step: { readonly rows: number; readonly photos: number }) => void;
}

/**
 * Writes rows and photos into one tar file, for its owner's eyes alone: beside, synced, then renamed, so that a file of this name is whole.
 * Rows are of one moment; photos that are added meanwhile may be in it too, which does no harm.
 */
export async function writeBackup(input: BackupInput): Promise<Manifest> {
  const beside = `${input.file}.new`;
  const archive = pack();
  try {
    const writing = pipeline(archive, createWriteStream(beside, { mode: 0o600 }), { signal: input.signal });
    // Of two failures the first says more: the writer's, when the disk is full.
    const [written, filled] = await Promise.allSettled([writing, fill(archive, input).catch((error: unknown) => stop(archive, error))]);
    if (written.status === 'rejected') throw written.reason;
    if (filled.status === 'rejected') throw filled.reason;
    await sync(beside);
    await rename(beside, input.file);
    return filled.value;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function fill(archive: ReturnType<typeof pack>, input: BackupInput): Promise<Manifest> {
  const total = createHash('sha256');
  let entries = 0;
  let rows = 0;
  let photos = 0;
  const add = async (name: string, content: Uint8Array) => {
    input.signal.throwIfAborted();
    const sha256 = createHash('sha256').update(content).digest('hex');
    total.update(`${name} ${sha256}\n`);
    entries++;
    await addEntry(archive, { name, sha256, content });
    input.onProgress({ rows, photos });
  };
  for await (const batch of input.snapshot.batches()) {
    rows += batch.rows.length;
    const number = String(entries).padStart(8, '0');
    await add(`${DATABASE_FOLDER}${batch.table}/${number}.json`, Buffer.from(`[${batch.rows.join(',\n')}]\n`));
  }
  for await (const { key } of input.photos.list()) {
    const bytes = await input.photos.get(key);
    // Forgotten since it was listed.
    if (bytes === null) continue;
    photos++;
    await add(`${PHOTO_FOLDER}${key}`, bytes);
  }
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    version: input.version,
    madeAt: input.madeAt.toISOString(),
    migrations: [...input.snapshot.migrations],
    tables: [...input.snapshot.tables],
    photos,
    entries,
    sha256: total.digest('hex'),
  };
  const content = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await addEntry(archive, { name: MANIFEST_ENTRY, sha256: createHash('sha256').update(content).digest('hex'), content });
  archive.finalize();
  return manifest;
}

/** Resolves when the entry has left for the file: a large gallery is never in memory. */
function addEntry(
  archive: ReturnType<typeof pack>,
  { name, sha256, content }: { readonly name: string; readonly sha256: string; readonly content: Uint8Array },
): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.once('error', reject);
    const entry = archive.entry({ name, size: content.byteLength, mode: 0o600, pax: { [SHA256_HEADER]: sha256 } }, (error) => {
      archive.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
    entry.end(content);
  });
}

function stop(archive: ReturnType<typeof pack>, error: unknown): never {
  archive.destroy(error instanceof Error ? error : new Error(String(error)));
  throw error;
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
