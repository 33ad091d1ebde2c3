import type { PhotoStore } from '@snout/core/recognition';
import { describePhotoStore } from '@snout/core/testing/suites';
import { expect, it } from 'vitest';
import { createS3PhotoStore } from './s3-photo-store.ts';
import { describeOnS3 } from './testing/index.ts';

describeOnS3('S3 photo store', (freshBucket, startAnother) => {
  describePhotoStore('bucket of an S3 server', async () => ({ store: await createS3PhotoStore(freshBucket()), close: async () => {} }));

  it('keeps photos in a bucket that is there already', async () => {
    const settings = freshBucket();
    await (await createS3PhotoStore(settings)).put('photos/one.jpg', Uint8Array.of(1, 2));
    expect(await (await createS3PhotoStore(settings)).get('photos/one.jpg')).toEqual(Uint8Array.of(1, 2));
  });

  it('makes one bucket for servers that start at the same moment', async () => {
    const settings = freshBucket();
    const stores = await Promise.all(Array.from({ length: 8 }, () => createS3PhotoStore(settings)));
    await stores[0]?.put('photos/one.jpg', Uint8Array.of(1));
    expect(await stores.at(-1)?.get('photos/one.jpg')).toEqual(Uint8Array.of(1));
  });

  it('lists more objects than one page of the protocol holds', async () => {
    const store = await createS3PhotoStore(freshBucket());
    const keys = Array.from({ length: 1_010 }, (_, i) => `photos/${i % 10}/${String(i).padStart(4, '0')}.jpg`).sort();
    for (let start = 0; start < keys.length; start += 50) {
      await Promise.all(keys.slice(start, start + 50).map((key) => store.put(key, Uint8Array.of(1))));
    }
    expect((await keysOf(store)).toSorted()).toEqual(keys);
  });

  it('refuses keys that are none', async () => {
    const store = await createS3PhotoStore(freshBucket());
    for (const key of ['../evil.jpg', 'a//b.jpg', 'A.jpg', 'a.exe', '']) {
      await expect(store.put(key, Uint8Array.of(1))).rejects.toThrow(RangeError);
      await expect(store.get(key)).rejects.toThrow(RangeError);
      await expect(store.delete(key)).rejects.toThrow(RangeError);
    }
  });

  it('says which settings to look at when the keys are wrong', async () => {
    await expect(createS3PhotoStore({ ...freshBucket(), secretAccessKey: 'wrong' })).rejects.toMatchObject({
      code: 'photo-store-refused',
      message: expect.stringContaining('S3_SECRET_ACCESS_KEY'),
    });
  });

  it('says so when the storage does not answer, at the start and later', async () => {
    const gone = await startAnother();
    const settings = gone.settings('photos');
    const store = await createS3PhotoStore(settings);
    await gone.close();
    const unavailable = { code: 'photo-store-unavailable', outcome: 'unknown' };
    await expect(store.put('photos/one.jpg', Uint8Array.of(1))).rejects.toMatchObject(unavailable);
    await expect(store.get('photos/one.jpg')).rejects.toMatchObject(unavailable);
    await expect(keysOf(store)).rejects.toMatchObject(unavailable);
    await expect(createS3PhotoStore(settings)).rejects.toMatchObject(unavailable);
  });
});

async function keysOf(store: PhotoStore): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys;
}
