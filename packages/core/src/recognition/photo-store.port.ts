/** A key is a path of folders in lower case and a file: no dots but the one before the extension, so no way out of the store. */
export const PHOTO_KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*\.(?:jpg|png|webp|gif|avif|tif|bin)$/;

/** A stored file, as `list` reports it. */
export interface StoredPhoto {
  readonly key: string;
  readonly storedAt: Date;
}

/** Original photo files, private: served only after their metadata is stripped. Implemented by packages/blobs. Keys match PHOTO_KEY. */
export interface PhotoStore {
  /** Durable when it returns (written beside, synced, renamed). Writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Uint8Array | null>;
  /** Nothing happens when there is no such file. */
  delete(key: string): Promise<void>;
  /** Every whole file, in no order. Files put or deleted meanwhile may be missing or present. */
  list(): AsyncIterable<StoredPhoto>;
}
