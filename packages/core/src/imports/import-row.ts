import { type PetActor, PetError, type PetsDeps, type RegisterResult, registerPet } from '../pets/index.ts';
import { DomainError, fetchPhotos, type PetId, type PhotoFile, startingWith } from '../recognition/index.ts';
import { detailOf, duplicateReasons, fieldReason, keptReasons, photoReason, sameInFileReason } from './import-reason.ts';
import type { ImportReason, ImportRecord, ImportResult } from './import-record.ts';
import type { ImportRow, OpenedImport } from './import-source.port.ts';
import type { ImportsDeps } from './imports-deps.ts';
import type { SameInFile } from './same-in-file.ts';

/** Photos of one row together, in bytes. */
const MAX_ROW_BYTES = 200_000_000;

export interface RowContext {
  readonly record: ImportRecord;
  readonly actor: PetActor;
  readonly opened: OpenedImport;
  /** Asked in a dry run. */
  readonly sameInFile: SameInFile;
  readonly signal: AbortSignal;
}

/** How a row ended. */
interface Ending extends Pick<ImportResult, 'outcome' | 'reasons'> {
  readonly petId?: string | null;
}

/**
 * Does one row. The id of its pet follows from import and row, so that a row that is done again after a crash finds the pet it made.
 * Rejects for faults that are not the row's.
 */
export async function importRow(deps: ImportsDeps, context: RowContext, row: ImportRow): Promise<ImportResult> {
  const { outcome, petId = null, reasons } = await endOf(deps, context, row);
  const kept = keptReasons(reasons);
  const done = context.record.isDryRun ? 'Can be registered.' : 'Registered.';
  const why = detailOf(kept);
  const detail = outcome === 'created' ? done + (why && ` Left out: ${why}`) : why;
  return { row: row.number, reference: row.reference, name: row.name, outcome, petId, detail, reasons: kept };
}

async function endOf(deps: ImportsDeps, context: RowContext, row: ImportRow): Promise<Ending> {
  if (row.kind === 'invalid') return failed(row.faults.map(fieldReason));
  const { isDryRun, id } = context.record;
  const petId = await rowPetId(id, row.number);
  if (!isDryRun && (await deps.pets.gallery.findPet(petId)) !== null) return { outcome: 'created', petId, reasons: [] };
  const { photos, reasons } = await rowPhotos(deps, context, row);
  if (reasons.length > 0) return failed(reasons);
  const pets = { ...(isDryRun ? discarding(deps.pets) : deps.pets), ids: startingWith(petId, deps.pets.ids) };
  try {
    const result = await registerPet(pets, context.actor, { ...row.pet, photos });
    const same = isDryRun && result.kind === 'registered' && !row.pet.allowDuplicate ? context.sameInFile(row) : null;
    if (same) return { outcome: 'duplicate', reasons: [sameInFileReason(same)] };
    return described(result, isDryRun);
  } catch (error) {
    if (error instanceof PetError && error.faults.length > 0) return failed(error.faults.map(fieldReason));
    if (error instanceof PetError || error instanceof DomainError) return failed([{ kind: 'other', message: error.message }]);
    throw error;
  }
}

function failed(reasons: readonly ImportReason[]): Ending {
  return { outcome: 'error', reasons };
}

function described(result: RegisterResult, isDryRun: boolean): Ending {
  switch (result.kind) {
    case 'registered':
      return { outcome: 'created', petId: isDryRun ? null : result.record.id, reasons: result.skipped.map(photoReason) };
    case 'possible-duplicate': {
      const { own, elsewhere } = result;
      return { outcome: 'duplicate', petId: own[0]?.pet.id ?? null, reasons: duplicateReasons(own, elsewhere) };
    }
    case 'rejected':
      return failed(result.problems.map(photoReason));
  }
}

/** The photos of a row; `reasons`: why one of them cannot be had. */
async function rowPhotos(
  { photoFetcher }: Pick<ImportsDeps, 'photoFetcher'>,
  { opened, signal }: RowContext,
  { photoFiles, photoUrls }: Extract<ImportRow, { kind: 'pet' }>,
): Promise<{ readonly photos: readonly PhotoFile[]; readonly reasons: readonly ImportReason[] }> {
  const photos: PhotoFile[] = [];
  const reasons: ImportReason[] = [];
  let bytesLeft = MAX_ROW_BYTES;
  for (const name of photoFiles) {
    const file = await opened.photo(name);
    if (file.kind === 'file') bytesLeft -= file.bytes.byteLength;
    if (bytesLeft < 0) {
      return { photos, reasons: [...reasons, { kind: 'photos-too-large', message: 'The photos of this row are too large together.' }] };
    }
    if (file.kind === 'file') photos.push({ name, bytes: file.bytes });
    else reasons.push({ kind: 'photo-file', photo: name, fault: file.fault, message: `${name}: ${file.message}` });
  }
  const fetched = photoUrls.length > 0 ? await fetchPhotos(photoFetcher, { urls: photoUrls, maxBytes: bytesLeft, signal }) : [];
  for (const one of fetched) {
    if (one.kind === 'photo') photos.push(one.photo);
    else reasons.push(photoReason(one.problem));
  }
  return { photos, reasons };
}

/** Everything is done as always, and at the end of each unit of work undone: so a dry run finds what the real one would. */
function discarding(deps: PetsDeps): PetsDeps {
  return {
    ...deps,
    petsUnitOfWork: {
      async run(work) {
        const done: Awaited<ReturnType<typeof work>>[] = [];
        const discard = new Error('A dry run keeps nothing.');
        try {
          await deps.petsUnitOfWork.run(async (stores) => {
            done.push(await work(stores));
            throw discard;
          });
        } catch (error) {
          if (error !== discard) throw error;
        }
        const result = done.at(-1);
        return result as Awaited<ReturnType<typeof work>>;
      },
    },
    photos: { put: async () => {}, get: async () => null, delete: async () => {}, list: async function* () {} },
  };
}

/** A UUID from the hash of import and row (RFC 9562, version 8). */
async function rowPetId(importId: string, row: number): Promise<PetId> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`snout import ${importId} row ${row}`));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as PetId;
}
