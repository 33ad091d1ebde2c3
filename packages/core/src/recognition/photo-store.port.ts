/** Photo files. Implemented by packages/blobs. Keys are chosen by the caller: `[a-z0-9/-]+\.(jpg|png|webp)`. */
export interface PhotoStore {
  /** Durable when it returns (written beside, synced, renamed). Writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
  delete(key: string): Promise<void>;
  keys(): AsyncIterable<string>;
}
