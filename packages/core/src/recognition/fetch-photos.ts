import type { PhotoFetcher } from './photo-fetcher.port.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';

/** A photo, or why there is none. */
export type OfferedPhoto =
  | { readonly kind: 'photo'; readonly photo: PhotoFile }
  | { readonly kind: 'problem'; readonly problem: PhotoProblem };

export interface FetchPhotos {
  readonly urls: readonly string[];
  /** Of all photos together. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** Enough to wait for several hosts at once, few enough to bound what is in memory beyond the limit. */
const AT_ONCE = 4;

/** One entry for each address, in order; a photo is named by its address. Rejects only when the signal is aborted. */
export async function fetchPhotos(fetcher: PhotoFetcher, { urls, maxBytes, signal }: FetchPhotos): Promise<readonly OfferedPhoto[]> {
  const offered: OfferedPhoto[] = [];
  const waiting = urls.entries();
  let bytesLeft = maxBytes;
  const work = async () => {
    for (const [index, url] of waiting) {
      const result = bytesLeft > 0 ? await fetcher.fetch(url, signal) : TOO_MUCH;
      if (result.kind === 'fetched') bytesLeft -= result.bytes.byteLength;
      offered[index] = offeredPhoto(url, bytesLeft >= 0 ? result : TOO_MUCH);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return offered;
}

const TOO_MUCH = {
  kind: 'failed',
  fault: 'too-large',
  message: 'The photos of this request are too large together. Send fewer or smaller ones at once.',
} as const;

function offeredPhoto(url: string, result: Awaited<ReturnType<PhotoFetcher['fetch']>>): OfferedPhoto {
  if (result.kind === 'fetched') return { kind: 'photo', photo: { name: url, bytes: result.bytes } };
  return { kind: 'problem', problem: { kind: 'not-fetched', photo: url, fault: result.fault, message: result.message } };
}
