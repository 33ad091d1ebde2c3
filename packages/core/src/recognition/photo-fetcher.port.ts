/**
 * Why a photo could not be had from its address. `refused`: not an address that is called. `unreachable`: nobody answers there.
 * `answered-otherwise`: there is an answer, but it is not the file. `not-a-photo`: the answer says that it is something else.
 */
export const PHOTO_FETCH_FAULTS = ['refused', 'unreachable', 'timeout', 'too-large', 'answered-otherwise', 'not-a-photo'] as const;
export type PhotoFetchFault = (typeof PHOTO_FETCH_FAULTS)[number];

/** `message` says what to do, and nothing of the network that the service stands in. */
export type FetchedPhoto =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly fault: PhotoFetchFault; readonly message: string };

/** Gets photos from addresses that other people gave: an adapter calls none that leads into the service's own network. */
export interface PhotoFetcher {
  /** Rejects only when the signal is aborted. */
  fetch(url: string, signal: AbortSignal): Promise<FetchedPhoto>;
}
