import { posix } from 'node:path';
import type { ImportedFile, ImportSource, OpenedImport } from '@snout/core/imports';
import { isZip, type OpenedZip, openZip } from './open-zip.ts';
import { readImportRow } from './read-import-row.ts';
import { readTable } from './read-table.ts';
import { unreadable } from './unreadable.ts';

/** Of the list of pets, unpacked. */
const MAX_LIST_BYTES = 50_000_000;
/** Of one photo: the most that the recogniser reads. */
const MAX_PHOTO_BYTES = 50_000_000;
const LIST = /\.(csv|ndjson|jsonl)$/i;
const NO_ZIP: ImportedFile = {
  kind: 'fault',
  fault: 'no-zip',
  message: 'Photos come in a zip, with the list or beside it; otherwise give addresses that begin with https://.',
};

/** Lists of pets in CSV or NDJSON: alone, packed with their photos, or with a zip of photos beside them. */
export function createImportSource(): ImportSource {
  return {
    async open({ list, photos }) {
      if (!isZip(list)) return openList(list, photos && (await openZip(photos)));
      if (photos !== null)
        throw unreadable('zips-twice', 'The list is packed already: put the photos into its zip, or hand it in unpacked.');
      return openPacked(list);
    },
  };
}

async function openList(bytes: Uint8Array, zip: OpenedZip | null): Promise<OpenedImport> {
  try {
    return { rows: await rowsIn(bytes), ...photosIn(zip, '.') };
  } catch (error) {
    zip?.close();
    throw error;
  }
}

async function openPacked(bytes: Uint8Array): Promise<OpenedImport> {
  const zip = await openZip(bytes);
  try {
    const lists = zip.names.filter((name) => LIST.test(name));
    const [list] = lists;
    if (list === undefined || lists.length > 1) {
      const message = `The zip must hold one list of pets (.csv, .ndjson or .jsonl); it holds ${lists.length}.`;
      throw unreadable(list === undefined ? 'zip-without-list' : 'zip-with-lists', message);
    }
    const file = await zip.read(list, MAX_LIST_BYTES);
    if (file.kind !== 'file') throw unreadable(file.fault === 'too-large' ? 'list-too-large' : 'zip-broken', `${list}: ${file.message}`);
    return { rows: await rowsIn(file.bytes), ...photosIn(zip, posix.dirname(list)) };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** The photos of a zip by the names that rows give them: as seen from the list in this folder, or from the top. */
function photosIn(zip: OpenedZip | null, folder: string): Omit<OpenedImport, 'rows'> {
  if (zip === null) return { photo: async () => NO_ZIP, photoMark: () => null, close() {} };
  const placeOf = (name: string) => [posix.join(folder, name), name].find((path) => zip.mark(path) !== null) ?? name;
  return {
    photo: (name) => zip.read(placeOf(name), MAX_PHOTO_BYTES),
    photoMark: (name) => zip.mark(placeOf(name)),
    close: () => zip.close(),
  };
}

async function rowsIn(bytes: Uint8Array) {
  if (bytes.byteLength > MAX_LIST_BYTES) {
    throw unreadable('list-too-large', `The list has more than ${MAX_LIST_BYTES / 1_000_000} MB. Split it.`);
  }
  return (await readTable(bytes)).map((row, index) => readImportRow(row, index + 1));
}
