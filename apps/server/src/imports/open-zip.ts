import { ImportError, type ImportedFile } from '@snout/core/imports';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { unreadable } from './unreadable.ts';

/** A zip whose list of files was read; each file is unpacked when it is asked for, into memory and never onto a disk. */
export interface OpenedZip {
  /** Names of files, as the zip has them, without what systems add by themselves. */
  readonly names: readonly string[];
  read(name: string, maxBytes: number): Promise<ImportedFile>;
  /** The same for files of the same content, as the list of files says; null: there is no such file. */
  mark(name: string): string | null;
  close(): void;
}

const MAX_ENTRIES = 250_000;
/** Photos hardly shrink, and lists of pets shrink to a twentieth: what grows a hundredfold was made to. */
const MAX_GROWTH = 100;
/** A small list may shrink more. */
const ALWAYS_ALLOWED_BYTES = 20_000_000;
/** What macOS and Windows put beside the files. */
const BY_SYSTEMS = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/;

/**
 * @throws ImportError `import-unreadable` when it is broken, when a name in it leads out of it, or when it would unpack to far more than it
 * is. What the list of files says of a size is not believed: see `read`.
 */
export async function openZip(bytes: Uint8Array): Promise<OpenedZip> {
  const zip = await opened(bytes);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    if (zip.entryCount > MAX_ENTRIES) throw unreadable('zip-grows', `The zip has more than ${MAX_ENTRIES} files.`);
    // The library refuses names that are absolute or lead up.
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > Math.max(ALWAYS_ALLOWED_BYTES, bytes.byteLength * MAX_GROWTH)) {
        throw unreadable('zip-grows', `The zip would unpack to more than ${MAX_GROWTH} times its size.`);
      }
      const name = entry.fileName.normalize('NFC');
      if (!name.endsWith('/') && !BY_SYSTEMS.test(name)) entries.set(name, entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof ImportError
      ? error
      : unreadable('zip-broken', `The zip is broken, or a name in it leads out of it: ${messageOf(error)}.`);
  }
  return {
    names: [...entries.keys()],
    async read(name, maxBytes) {
      const entry = entries.get(name.normalize('NFC'));
      return entry ? unpack(zip, entry, maxBytes) : { kind: 'fault', fault: 'no-such-file', message: 'There is no such file in the zip.' };
    },
    mark(name) {
      const entry = entries.get(name.normalize('NFC'));
      return entry ? `${entry.crc32} ${entry.uncompressedSize}` : null;
    },
    close: () => zip.close(),
  };
}

/** Whether the bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(buffer, { autoClose: false, decodeStrings: true, validateEntrySizes: true, strictFileNames: true });
  } catch (error) {
    throw unreadable('zip-broken', `This is no whole zip: ${messageOf(error)}.`);
  }
}

/** Counts while it unpacks: a file that says that it is small and is not ends at the limit. */
async function unpack(zip: ZipFile, entry: Entry, maxBytes: number): Promise<ImportedFile> {
  if (entry.isEncrypted()) return { kind: 'fault', fault: 'has-password', message: 'The file has a password. Pack the zip without one.' };
  if (entry.uncompressedSize > maxBytes) return tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      if (length > maxBytes) return tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    return { kind: 'fault', fault: 'damaged', message: `The file cannot be unpacked: ${messageOf(error)}. Pack the zip again.` };
  }
  return { kind: 'file', bytes: new Uint8Array(Buffer.concat(chunks)) };
}

function tooLarge(maxBytes: number): ImportedFile {
  return { kind: 'fault', fault: 'too-large', message: `The file has more than ${Math.floor(maxBytes / 1_000_000)} MB.` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
