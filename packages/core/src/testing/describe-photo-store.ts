import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhotoStore } from '../recognition/index.ts';

/** What a photo store under test hands over: a fresh, empty store, and how to be rid of it. */
export interface PhotoStoreUnderTest {
  readonly store: PhotoStore;
  close(): Promise<void>;
}

/** The contract of the PhotoStore port: every implementation passes it. */
export function describePhotoStore(name: string, create: () => Promise<PhotoStoreUnderTest>): void {
  describe(`photo store: ${name}`, () => {
    let subject: PhotoStoreUnderTest;
    beforeEach(async () => {
      subject = await create();
    });
    afterEach(() => subject.close());

    const listed = async () => {
      const keys: string[] = [];
      for await (const { key } of subject.store.list()) keys.push(key);
      return keys.sort();
    };

    it('gives back the bytes that were put', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
      await subject.store.put('photos/ab/one.jpg', bytes);
      expect(await subject.store.get('photos/ab/one.jpg')).toEqual(bytes);
    });

    it('keeps an empty file', async () => {
      await subject.store.put('photos/empty.bin', new Uint8Array());
      expect(await subject.store.get('photos/empty.bin')).toEqual(new Uint8Array());
    });

    it('has nothing under a key never put', async () => {
      expect(await subject.store.get('photos/none.jpg')).toBeNull();
    });

    it('replaces what is put again under the same key', async () => {
      await subject.store.put('photos/one.png', Uint8Array.of(1, 2, 3));
      await subject.store.put('photos/one.png', Uint8Array.of(4));
      expect(await subject.store.get('photos/one.png')).toEqual(Uint8Array.of(4));
      expect(await listed()).toEqual(['photos/one.png']);
    });

    it('does not change with the array that was put', async () => {
      const bytes = Uint8Array.of(1, 2, 3);
      await subject.store.put('photos/one.png', bytes);
      bytes.fill(0);
      expect(await subject.store.get('photos/one.png')).toEqual(Uint8Array.of(1, 2, 3));
    });

    it('lists whole files with the time they were stored', async () => {
      await subject.store.put('photos/ab/one.jpg', Uint8Array.of(1));
      await subject.store.put('photos/cd/two.webp', Uint8Array.of(2));
      expect(await listed()).toEqual(['photos/ab/one.jpg', 'photos/cd/two.webp']);
      for await (const { storedAt } of subject.store.list()) expect(storedAt).toBeInstanceOf(Date);
    });

    it('forgets a deleted file, and deleting it again does nothing', async () => {
      await subject.store.put('photos/one.jpg', Uint8Array.of(1));
      await subject.store.delete('photos/one.jpg');
      await subject.store.delete('photos/one.jpg');
      expect(await subject.store.get('photos/one.jpg')).toBeNull();
      expect(await listed()).toEqual([]);
    });

    it('lists nothing when nothing was stored', async () => {
      expect(await listed()).toEqual([]);
    });

    it('takes many files at once', async () => {
      const keys = Array.from({ length: 40 }, (_, i) => `photos/${i % 4}/file-${i}.jpg`).sort();
      await Promise.all(keys.map((key, i) => subject.store.put(key, Uint8Array.of(i))));
      expect(await listed()).toEqual(keys);
    });
  });
}
