import type { PhotoStore } from '@snout/core/recognition';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createS3PhotoStore } from './s3-photo-store.ts';
import { type FullS3Server, s3Error, startFullS3Server } from './testing/index.ts';

/** What storages say, from their sources and documents. */
const FULL = {
  'MinIO on full disks': {
    status: 507,
    body: s3Error(
      'XMinioStorageFull',
      'Storage backend has reached its minimum free drive threshold. Please delete a few objects to proceed.',
    ),
  },
  'MinIO with a bucket that has reached its quota': {
    status: 400,
    body: s3Error('XMinioAdminBucketQuotaExceeded', 'Bucket quota exceeded'),
  },
  'Ceph, whose errors have no words': { status: 403, body: s3Error('QuotaExceeded', '') },
  'versitygw on a file system with a quota': {
    status: 403,
    body: s3Error('QuotaExceeded', 'Your request was denied due to quota exceeded.'),
  },
  'NooBaa with a bucket that has reached its quota': {
    status: 409,
    body: s3Error('ObjectQuotaExceeded', 'Object quota exceeded for the bucket.'),
  },
  'a storage that says it with the code alone': { status: 507, body: s3Error('InsufficientStorage', 'There is no space left.') },
  'a proxy before it, in HTML': { status: 507, body: '<html><body><h1>507 Insufficient Storage</h1></body></html>' },
  'a proxy before it, without a word': { status: 507, body: '' },
};

describe('a bucket that is full', () => {
  let server: FullS3Server;
  let store: PhotoStore;
  beforeEach(async () => {
    server = await startFullS3Server();
    store = await createS3PhotoStore(server.settings);
  });
  afterEach(() => server.close());

  it.each(Object.entries(FULL))('is told from one that refuses, by what is said by %s', async (_who, answer) => {
    server.answerWith(answer);
    await expect(store.put('photos/one.jpg', new Uint8Array(2_000_000))).rejects.toMatchObject({
      code: 'photo-store-full',
      outcome: 'nothing-done',
      message: expect.stringContaining(server.settings.bucket),
    });
    // Asking again would not help, and the photo is large.
    expect(server.uploads()).toBe(1);
    expect(await store.get('photos/one.jpg')).toBeNull();
    server.answerWith(null);
    await store.put('photos/one.jpg', Uint8Array.of(1, 2));
    expect(await store.get('photos/one.jpg')).toEqual(Uint8Array.of(1, 2));
  });

  it.each([
    { status: 403, code: 'AccessDenied', becomes: 'photo-store-refused' },
    { status: 400, code: 'InvalidArgument', becomes: 'photo-store-refused' },
    { status: 503, code: 'SlowDown', becomes: 'photo-store-unavailable' },
  ])('is not what $status $code says', async ({ status, code, becomes }) => {
    server.answerWith({ status, body: s3Error(code, 'Something else.') });
    await expect(store.put('photos/one.jpg', Uint8Array.of(1))).rejects.toMatchObject({ code: becomes });
  });
});
