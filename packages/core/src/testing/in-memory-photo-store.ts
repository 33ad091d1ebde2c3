import type { Clock, PhotoStore } from '../recognition/index.ts';

/** A photo store in a map. `clock` tells when a file was stored. */
export function createInMemoryPhotoStore(clock: Clock): PhotoStore {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly storedAt: Date }>();
  return {
    async put(key, bytes) {
      files.set(key, { bytes: Uint8Array.from(bytes), storedAt: clock.now() });
    },
    async get(key) {
      const file = files.get(key);
      return file ? Uint8Array.from(file.bytes) : null;
    },
    async delete(key) {
      files.delete(key);
    },
    async *list() {
      for (const [key, { storedAt }] of [...files]) yield { key, storedAt };
    },
  };
}
