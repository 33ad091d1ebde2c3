import type { AnalysedNose, AnalysedPhoto } from './analyse-photos.ts';
import type { ChosenHead } from './choose-heads.ts';
import type { EnrolledPhoto, NoseCloseUp, PetId, PetPhoto, PhotoId } from './gallery.port.ts';
import { isOutcomeUnknown } from './outcome-unknown.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

/** What was stored of a pet. */
interface StoredPhotos {
  readonly photos: readonly EnrolledPhoto[];
  readonly noses: readonly NoseCloseUp[];
}

/** See storeFiles. Null: `commit` said no. */
export async function storePhotos(
  deps: Pick<RecognitionDeps, 'photos' | 'ids'>,
  input: { readonly petId: PetId; readonly chosen: readonly ChosenHead[]; readonly noses: readonly AnalysedNose[] },
  commit: (photos: readonly PetPhoto[]) => Promise<boolean>,
): Promise<StoredPhotos | null> {
  const { petId, chosen } = input;
  const photos = chosen.map((choice) => toEnrolledPhoto(choice, petId, deps.ids.next()));
  const noses = input.noses.map((nose) => toCloseUp(nose, petId, deps.ids.next()));
  const files = [...chosen.map(({ photo }) => photo.file), ...input.noses.map(({ file }) => file)];
  const rows = [...photos, ...noses].flatMap((photo, index) => (files[index] ? [{ photo, bytes: files[index].bytes }] : []));
  return (await storeFiles(deps, rows, commit)) ? { photos, noses } : null;
}

/**
 * Stored photos once more, for another pet: files of their own, the same templates. Those whose file is missing are left out. What of them
 * was stored; null: `commit` said no.
 */
export async function copyPhotos(
  deps: Pick<RecognitionDeps, 'photos' | 'ids'>,
  { photos, petId }: { readonly photos: readonly PetPhoto[]; readonly petId: PetId },
  commit: (photos: readonly PetPhoto[]) => Promise<boolean>,
): Promise<readonly PetPhoto[] | null> {
  const rows: { readonly photo: PetPhoto; readonly bytes: Uint8Array }[] = [];
  for (const photo of photos) {
    const bytes = await deps.photos.get(photo.blobKey);
    if (bytes === null) continue;
    const id = deps.ids.next();
    rows.push({ bytes, photo: { ...photo, id: id as PhotoId, petId, blobKey: photoKey(id, bytes) } });
  }
  return (await storeFiles(deps, rows, commit)) ? rows.map(({ photo }) => photo) : null;
}

/**
 * Writes the files, then lets `commit` write the rows in one transaction: a crash between the two leaves files that no row refers
 * to (the sweep removes them), never a row without its file. When `commit` fails or says no, the files are taken away again, unless
 * it cannot be known whether the rows were written.
 * Files keep what the camera wrote into them, so that they can be re-embedded; they are private and served only stripped.
 */
async function storeFiles(
  deps: Pick<RecognitionDeps, 'photos'>,
  rows: readonly { readonly photo: PetPhoto; readonly bytes: Uint8Array }[],
  commit: (photos: readonly PetPhoto[]) => Promise<boolean>,
): Promise<boolean> {
  const written: string[] = [];
  try {
    for (const { photo, bytes } of rows) {
      written.push(photo.blobKey);
      await deps.photos.put(photo.blobKey, bytes);
    }
    if (await commit(rows.map(({ photo }) => photo))) return true;
  } catch (error) {
    if (!isOutcomeUnknown(error)) await removeFiles(deps, written);
    throw error;
  }
  await removeFiles(deps, written);
  return false;
}

/** Best effort: what stays is unreferenced, and the sweep finds it. */
async function removeFiles(deps: Pick<RecognitionDeps, 'photos'>, keys: readonly string[]): Promise<void> {
  await Promise.allSettled(keys.map((key) => deps.photos.delete(key)));
}

function toEnrolledPhoto({ photo, head }: ChosenHead, petId: PetId, id: string): EnrolledPhoto {
  return {
    ...factsOf(photo, petId, id),
    box: head.box,
    landmarks: head.landmarks,
    headScore: head.score,
    quality: head.quality,
    template: head.template,
    ...(photo.file.view === undefined ? {} : { view: photo.file.view }),
  };
}

function toCloseUp(photo: AnalysedNose, petId: PetId, id: string): NoseCloseUp {
  return { ...factsOf(photo, petId, id), nose: photo.nose, foundBy: photo.foundBy };
}

function factsOf({ file, sha256, analysis }: AnalysedPhoto, petId: PetId, id: string) {
  const { width, height, takenAt, trace } = analysis;
  return { id: id as PhotoId, petId, sha256, blobKey: photoKey(id, file.bytes), width, height, takenAt, trace };
}

/** The last two characters of the id spread the files over folders. */
function photoKey(id: string, bytes: Uint8Array): string {
  return `photos/${id.slice(-2)}/${id}.${extension(bytes)}`;
}

/** By the first bytes of the file, never by its name. */
function extension(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG')) return 'png';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  if (start.startsWith('GIF8')) return 'gif';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tif';
  return start.endsWith('ftypavif') ? 'avif' : 'bin';
}
