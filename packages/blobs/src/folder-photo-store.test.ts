import { mkdtemp, open, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PhotoStore } from '@snout/core/recognition';
import { describePhotoStore } from '@snout/core/testing/suites';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderPhotoStore } from './folder-photo-store.ts';

describePhotoStore('folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'snout-blobs-'));
  return { store: await createFolderPhotoStore(root), close: () => rm(root, { recursive: true }) };
});

describe('folder photo store', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'snout-blobs-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it.each([
    '../evil.jpg',
    '/etc/passwd.jpg',
    'a/../../b.jpg',
    'a//b.jpg',
    'a\\b.jpg',
    'A.jpg',
    'a.jpg/',
    '.hidden.jpg',
    'a',
    'a.exe',
    'a.jpg\0',
    '',
  ])('refuses the key %j', async (key) => {
    const store = await createFolderPhotoStore(root);
    await expect(store.put(key, Uint8Array.of(1))).rejects.toThrow(RangeError);
    await expect(store.get(key)).rejects.toThrow(RangeError);
    await expect(store.delete(key)).rejects.toThrow(RangeError);
  });

  it('survives being opened again', async () => {
    await (await createFolderPhotoStore(root)).put('photos/one.jpg', Uint8Array.of(1, 2));
    expect(await (await createFolderPhotoStore(root)).get('photos/one.jpg')).toEqual(Uint8Array.of(1, 2));
  });

  it('makes the folder, and files that only their owner can read', async () => {
    const store = await createFolderPhotoStore(join(root, 'deep', 'photos'));
    await store.put('one.jpg', Uint8Array.of(1));
    expect((await stat(join(root, 'deep', 'photos', 'one.jpg'))).mode & 0o077).toBe(0);
  });

  it('clears away what a crash left half written, but not what is being written', async () => {
    await createFolderPhotoStore(root);
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await writeFile(join(root, '.incoming', 'old'), 'half');
    await utimes(join(root, '.incoming', 'old'), hoursAgo, hoursAgo);
    await writeFile(join(root, '.incoming', 'new'), 'half');
    const store = await createFolderPhotoStore(root);
    expect(await readdir(join(root, '.incoming'))).toEqual(['new']);
    expect(await keysOf(store)).toEqual([]);
  });

  it('leaves nothing behind when a file cannot be put in its place', async () => {
    const store = await createFolderPhotoStore(root);
    await writeFile(join(root, 'photos'), 'a file where a folder should be');
    await expect(store.put('photos/one.jpg', Uint8Array.of(1))).rejects.toThrow();
    expect(await readdir(join(root, '.incoming'))).toEqual([]);
  });

  describe('on a full disk', () => {
    const MIB = 1024 * 1024;
    const fullError = expect.objectContaining({ code: 'photo-store-full', outcome: 'nothing-done' });

    it.each(['ENOSPC', 'EDQUOT'])(
      'says so when a write ends with %s in the middle, keeps nothing of the photo, and goes on when there is room',
      async (code) => {
        let isFull = true;
        const store = await createFolderPhotoStore(root, {
          freeBytes: async () => 1024 * MIB,
          async open(...asked) {
            const file = await open(...asked);
            if (!isFull) return file;
            file.writeFile = async () => {
              await file.write(Uint8Array.of(1));
              throw Object.assign(new Error('no space left on device, write'), { code });
            };
            return file;
          },
        });
        await expect(store.put('photos/one.jpg', Uint8Array.of(1, 2))).rejects.toEqual(fullError);
        expect(await keysOf(store)).toEqual([]);
        expect(await readdir(join(root, '.incoming'))).toEqual([]);
        isFull = false;
        await store.put('photos/one.jpg', Uint8Array.of(1, 2));
        expect(await store.get('photos/one.jpg')).toEqual(Uint8Array.of(1, 2));
      },
    );

    it('leaves room for the database', async () => {
      let free = 65 * MIB;
      const store = await createFolderPhotoStore(root, { open, freeBytes: async () => free });
      await store.put('photos/one.jpg', new Uint8Array(MIB));
      free = 64 * MIB;
      await expect(store.put('photos/two.jpg', Uint8Array.of(1))).rejects.toEqual(fullError);
      expect(await keysOf(store)).toEqual(['photos/one.jpg']);
    });
  });

  it('neither lists nor touches files that are not photos', async () => {
    const store = await createFolderPhotoStore(root);
    await writeFile(join(root, 'README.txt'), 'by hand');
    expect(await keysOf(store)).toEqual([]);
  });
});

async function keysOf(store: PhotoStore): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys;
}
