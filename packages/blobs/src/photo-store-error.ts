export type PhotoStoreErrorCode =
  /** The object storage refuses the bucket or the keys, or its name is wrong: an administrator must act. */
  | 'photo-store-refused'
  /** The object storage does not answer now. */
  | 'photo-store-unavailable'
  /** There is no room for the photo: nothing of it was kept. An administrator must make some. */
  | 'photo-store-full';

/** Photos cannot be reached; the message says what to do. */
export class PhotoStoreError extends Error {
  readonly code: PhotoStoreErrorCode;
  /** Whether a photo was stored cannot be known when no answer came. */
  readonly outcome: 'nothing-done' | 'unknown';

  constructor(code: PhotoStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PhotoStoreError';
    this.code = code;
    this.outcome = code === 'photo-store-unavailable' ? 'unknown' : 'nothing-done';
  }
}
