import { createS3PhotoStore } from '@snout/blobs';
import { type FullS3Server, s3Error, startFullS3Server } from '@snout/blobs/testing';
import { petListSchema } from '@snout/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, createService, form, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { withPets } from './with-pets.ts';

describe('the service on a bucket that gets full', () => {
  const opened = withPets();
  let server: FullS3Server;
  let service: Service;
  beforeAll(async () => {
    server = await startFullS3Server();
    service = createService(opened().gallery, {
      petsUnitOfWork: opened().petsUnitOfWork,
      photos: await createS3PhotoStore(server.settings),
    });
  });
  afterAll(() => server.close());

  it('refuses photos as storage-full, keeps nothing of them, and takes the same request when there is room', async () => {
    const post = async (path: string, view: number) =>
      service.request(path, {
        method: 'POST',
        body: form([await testPhoto({ animal: 'rex', view })], path === '/api/pets' ? { name: 'Rex' } : {}),
        headers: { 'idempotency-key': `${path} with view ${view}`.replaceAll(' ', '-') },
      });
    const pets = async () => petListSchema.parse((await answerOf(service.request('/api/pets'))).body).pets;
    const full = { status: 507, body: expect.objectContaining({ code: 'storage-full', title: 'There is no room left' }) };
    const quota = { status: 403, body: s3Error('QuotaExceeded', 'Your request was denied due to quota exceeded.') };

    server.answerWith(quota);
    const refused = await post('/api/pets', 0);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await answerOf(refused)).toEqual(full);
    expect(await pets()).toEqual([]);
    server.answerWith(null);
    expect((await post('/api/pets', 0)).status).toBe(201);
    const [rex] = await pets();
    expect(rex).toMatchObject({ photoCount: 1 });

    server.answerWith(quota);
    const more = `/api/pets/${rex?.id}/photos`;
    expect(await answerOf(post(more, 1))).toEqual(full);
    // What is there already can be looked at, and recognising stores nothing.
    expect((await service.request(rex?.portraitUrl ?? '')).status).toBe(200);
    const probe = form([await testPhoto({ animal: 'rex', view: 2 })]);
    expect((await service.request('/api/identify', { method: 'POST', body: probe })).status).toBe(200);
    server.answerWith(null);
    expect((await post(more, 1)).status).toBe(200);
    expect(await pets()).toMatchObject([{ photoCount: 2 }]);
  });
});
