import type { EnrolledPhoto, PhotoId } from './gallery.port.ts';
import type { AnalysedHead, Box, PhotoAnalysis, Species } from './photo-analysis.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

type Deps = Pick<RecognitionDeps, 'gallery' | 'photos' | 'recogniser'>;

export interface ReembedOptions {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Stops after the photo in hand; what is done stays done, the next call takes up the rest. */
  readonly signal?: AbortSignal;
}

export interface ReembedResult {
  readonly renewed: number;
  /** Photos that could not be renewed: they keep their old template, which is not searched. */
  readonly failed: readonly { readonly photo: EnrolledPhoto; readonly message: string }[];
  readonly cancelled: boolean;
}

const PAGE = 50;

/** A head found anew is the stored one when the boxes overlap at least this much (intersection over union). */
const SAME_HEAD_IOU = 0.3;

/** Makes the templates anew that the recogniser's present models and pipeline did not make. Can be run again at any time. */
export async function reembed(deps: Deps, options: ReembedOptions = {}): Promise<ReembedResult> {
  const { embedder: model, pipeline } = deps.recogniser.models;
  const total = await deps.gallery.countPhotosNotMadeBy({ model, pipeline });
  const failed: { photo: EnrolledPhoto; message: string }[] = [];
  let renewed = 0;
  let after: PhotoId | undefined;
  for (;;) {
    const page = await deps.gallery.photosNotMadeBy({ model, pipeline }, after === undefined ? { limit: PAGE } : { limit: PAGE, after });
    if (page.length === 0) return { renewed, failed, cancelled: false };
    for (const photo of page) {
      if (options.signal?.aborted) return { renewed, failed, cancelled: true };
      const message = await renew(deps, photo);
      if (message === null) renewed++;
      else failed.push({ photo, message });
      after = photo.id;
      options.onProgress?.({ done: renewed + failed.length, total });
    }
  }
}

/** Null when done, otherwise why not. */
async function renew(deps: Deps, photo: EnrolledPhoto): Promise<string | null> {
  const bytes = await deps.photos.get(photo.blobKey);
  if (bytes === null) return 'The photo file is missing from the photo store.';
  const pet = await deps.gallery.findPet(photo.petId);
  if (pet === null) return null;
  const result = await findAgain(deps, { bytes, box: photo.box, species: pet.pet.species });
  if (typeof result === 'string') return result;
  await deps.gallery.replaceTemplate({
    id: photo.id,
    box: result.box,
    landmarks: result.landmarks,
    headScore: result.score,
    quality: result.quality,
    template: result.template,
    trace: result.trace,
  });
  return null;
}

/** The head in its old place by the present detector; where that does not see it, the old box is taken as drawn by hand. */
async function findAgain(
  deps: Deps,
  input: { readonly bytes: Uint8Array; readonly box: Box; readonly species: Species },
): Promise<(AnalysedHead & Pick<PhotoAnalysis, 'trace'>) | string> {
  const { bytes, box, species } = input;
  const detected = await deps.recogniser.analyse(bytes, { species });
  if (detected.kind === 'rejected') return detected.message;
  const [nearest] = detected.photo.heads
    .map((head) => ({ head, overlap: intersectionOverUnion(head.box, box) }))
    .sort((a, b) => b.overlap - a.overlap);
  if (nearest && nearest.overlap >= SAME_HEAD_IOU) return { ...nearest.head, trace: detected.photo.trace };
  const byHand = await deps.recogniser.analyse(bytes, { box, species });
  if (byHand.kind === 'rejected') return byHand.message;
  const [head] = byHand.photo.heads;
  return head ? { ...head, trace: byHand.photo.trace } : 'The head was not found again.';
}

function intersectionOverUnion(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const area = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);
  return (width * height) / (area(a) + area(b) - width * height);
}
