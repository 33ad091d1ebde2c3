import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import type { RowBatch } from '@snout/core/backup';
import { PHOTO_KEY } from '@snout/core/recognition';
import { extract } from 'tar-stream';
import { EnvironmentError } from '../cli-error.ts';
import { DATABASE_FOLDER, MANIFEST_ENTRY, type Manifest, manifestSchema, PHOTO_FOLDER, SHA256_HEADER } from './manifest.ts';

/** Bytes. A larger entry is none of ours: it would be read into memory. */
const MAX_ENTRY = 2 ** 30;

/** One file within a backup, its checksum verified. */
interface Entry {
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/**
 * Reads the whole file once and compares every checksum, before anything is written from it.
 * @throws EnvironmentError that says what is wrong with the file and what to do.
 */
export async function verifyBackup(file: string, onEntry: () => void = () => {}): Promise<Manifest> {
  const total = createHash('sha256');
  let manifest: Manifest | null = null;
  let entries = 0;
  for await (const entry of readEntries(file)) {
    onEntry();
    if (manifest !== null) throw broken(file, 'something follows its end');
    if (entry.name === MANIFEST_ENTRY) manifest = parseManifest(file, entry.content);
    else {
      total.update(`${entry.name} ${entry.sha256}\n`);
      entries++;
    }
  }
  if (manifest === null) throw broken(file, 'its end is missing');
  if (manifest.entries !== entries || manifest.sha256 !== total.digest('hex')) throw broken(file, 'parts are missing or were exchanged');
  return manifest;
}

/** The rows of a verified backup, in their order. */
export async function* readBackupRows(file: string): AsyncGenerator<RowBatch> {
  for await (const { name, content } of readEntries(file)) {
    if (!name.startsWith(DATABASE_FOLDER)) return;
    const rows: unknown = JSON.parse(content.toString());
    if (!Array.isArray(rows)) throw broken(file, `${name} is no list of rows`);
    yield { table: name.slice(DATABASE_FOLDER.length).split('/')[0] ?? '', rows: rows.map((row) => JSON.stringify(row)) };
  }
}

/** The photos of a verified backup. */
export async function* readBackupPhotos(file: string): AsyncGenerator<{ readonly key: string; readonly bytes: Uint8Array }> {
  for await (const { name, content } of readEntries(file)) {
    if (!name.startsWith(PHOTO_FOLDER)) continue;
    const key = name.slice(PHOTO_FOLDER.length);
    if (!PHOTO_KEY.test(key)) throw broken(file, `${name} is no photo of ours`);
    yield { key, bytes: new Uint8Array(content) };
  }
}

async function* readEntries(file: string): AsyncGenerator<Entry> {
  const archive = extract();
  // The error reaches the reader of the entries.
  pipeline(createReadStream(file), archive, () => {});
  try {
    for await (const entry of archive) {
      const { name, size = 0 } = entry.header;
      // The types leave out what is in it: texts by name.
      const pax = (entry.header.pax ?? {}) as Readonly<Record<string, string>>;
      if (size > MAX_ENTRY) throw broken(file, `${name} is too large`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (content.length !== size || pax[SHA256_HEADER] !== sha256) throw broken(file, `${name} was changed or cut off`);
      yield { name, sha256, content };
    }
  } catch (error) {
    if (error instanceof EnvironmentError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw broken(file, error instanceof Error ? error.message : String(error), error);
  }
}

function parseManifest(file: string, content: Buffer): Manifest {
  const parsed = manifestSchema.safeParse(toJson(content));
  if (parsed.success) return parsed.data;
  throw broken(file, 'this version of Snout does not know its format: use the version that made it, or a newer one');
}

function toJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return null;
  }
}

function broken(file: string, why: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(`${file} is no whole backup of Snout: ${why}. Nothing was restored; take another backup file.`, { cause });
}
