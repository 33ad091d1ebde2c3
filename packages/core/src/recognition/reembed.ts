import type { EnrolledPhoto } from './gallery.port.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

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

/** Makes the templates anew that the recogniser's present models and pipeline did not make. Can be run again at any time. */
export async function reembed(
  _deps: Pick<RecognitionDeps, 'gallery' | 'photos' | 'recogniser'>,
  _options: ReembedOptions = {},
): Promise<ReembedResult> {
  throw new Error('Not written yet.');
}
