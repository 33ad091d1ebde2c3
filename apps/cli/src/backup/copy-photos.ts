import { createHash } from 'node:crypto';
import type { PhotoStore } from '@snout/core/recognition';
import { EnvironmentError } from '../cli-error.ts';

/** Puts photos into a store and reads each back: what is counted as copied is there. */
export async function copyPhotos(
  photos: AsyncIterable<{ readonly key: string; readonly bytes: Uint8Array }>,
  target: PhotoStore,
  onPhoto: () => void,
): Promise<number> {
  let copied = 0;
  for await (const { key, bytes } of photos) {
    await target.put(key, bytes);
    const back = await target.get(key);
    if (back === null || sha256(back) !== sha256(bytes)) {
      throw new EnvironmentError(
        `The photo ${key} does not come back from the photo store as it was written. Check the disk or the storage.`,
      );
    }
    copied++;
    onPhoto();
  }
  return copied;
}

/**
 * Lets `work` fill a store that is empty; when it fails, the store is empty again, so that it can be tried again.
 * @throws EnvironmentError when there are photos already: nothing is written over.
 */
export async function fillEmptyStore<T>(store: PhotoStore, work: () => Promise<T>): Promise<T> {
  for await (const { key } of store.list()) {
    throw new EnvironmentError(
      `The photo store to be filled holds photos already (${key}). Name another data folder or bucket, or empty it.`,
    );
  }
  try {
    return await work();
  } catch (error) {
    // Best effort: what went wrong says more than that the clearing went wrong, too.
    await clear(store).catch(() => {});
    throw error;
  }
}

/** The photos of a store, in no order. */
export async function* photosOf(store: PhotoStore): AsyncGenerator<{ readonly key: string; readonly bytes: Uint8Array }> {
  for await (const { key } of store.list()) {
    const bytes = await store.get(key);
    if (bytes !== null) yield { key, bytes };
  }
}

async function clear(store: PhotoStore): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  for (const key of keys) await store.delete(key);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
