import { enrolmentSchema, identificationSchema } from '@snout/contract';
import { createInMemoryPets } from '@snout/core/testing';
import { startReceiver } from '@snout/outbound/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, createService, photoFetcherFor, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';

describe('photos by address', () => {
  const files = new Map<string, Uint8Array>();
  let host: Awaited<ReturnType<typeof startReceiver>>;
  let service: Service;
  beforeAll(async () => {
    files.set('/rex-1.jpg', await testPhoto({ animal: 'rex' }));
    files.set('/rex-2.jpg', await testPhoto({ animal: 'rex', view: 1 }));
    files.set('/rex-3.jpg', await testPhoto({ animal: 'rex', view: 2 }));
    files.set('/large.jpg', new Uint8Array(1_000_001));
    host = await startReceiver((response, { path }) => {
      const bytes = files.get(path);
      if (path === '/login') return response.writeHead(302, { location: '/page.html' }).end();
      if (path === '/page.html') return response.writeHead(200, { 'content-type': 'text/html' }).end('Sign in first.');
      return response.writeHead(bytes ? 200 : 404, { 'content-type': 'image/jpeg' }).end(bytes);
    });
  });
  afterAll(() => host.close());
  beforeEach(() => {
    const pets = createInMemoryPets();
    service = createService(pets.gallery, { ...pets, photoFetcher: photoFetcherFor(['127.0.0.1/32']) });
  });

  const at = (...paths: readonly string[]) => paths.map((path) => host.url + path);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    service.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  const enrolRex = async () => {
    const response = await post('/api/pets', { name: 'Rex', photoUrls: at('/rex-1.jpg'), profile: { sex: 'male', birth: null } });
    expect(response.status).toBe(201);
    return enrolmentSchema.parse(await response.json()).pet.id;
  };

  it('enrol a pet, with its profile, and are added to it', async () => {
    const id = await enrolRex();
    expect(await answerOf(service.request(`/api/pets/${id}/profile`))).toMatchObject({ body: { sex: 'male', version: 1 } });
    const more = await answerOf(post(`/api/pets/${id}/photos`, { photoUrls: at('/rex-2.jpg', '/rex-1.jpg') }));
    expect(more).toMatchObject({ status: 200, body: { pet: { photos: { length: 2 } } } });
    expect(more.body).toMatchObject({ skipped: [{ kind: 'same-file', photo: at('/rex-1.jpg')[0] }] });
  });

  it('are identified, each on its own: one that cannot be had says so in its place', async () => {
    await enrolRex();
    const [gone = '', third = ''] = at('/gone.jpg', '/rex-3.jpg');
    const answer = await answerOf(post('/api/identify', { photoUrls: [gone, third] }));
    const { photos } = identificationSchema.parse(answer.body);
    expect(photos).toMatchObject([
      { kind: 'problem', photo: gone, problem: { kind: 'not-fetched', fault: 'answered-otherwise' } },
      { kind: 'identified', photo: third, heads: [{ verdict: { kind: 'match' } }] },
    ]);
    expect(await answerOf(post('/api/identify', { photoUrls: [gone] }))).toMatchObject({ status: 200, body: { together: null } });
  });

  it('store nothing when one cannot be had, and each address says why', async () => {
    const photoUrls = [...at('/rex-1.jpg', '/gone.jpg', '/login', '/large.jpg'), 'https://10.0.0.1/rex.jpg', 'http://photos.example/a.jpg'];
    const answer = await answerOf(post('/api/pets', { name: 'Rex', photoUrls }));
    expect(answer).toMatchObject({ status: 422, body: { code: 'photos-unusable' } });
    const { photos } = answer.body as { photos: { photo: string; fault: string; message: string }[] };
    expect(photos.map(({ photo, fault }) => [photo, fault])).toEqual([
      [photoUrls[1], 'answered-otherwise'],
      [photoUrls[2], 'not-a-photo'],
      [photoUrls[3], 'too-large'],
      [photoUrls[4], 'refused'],
      [photoUrls[5], expect.stringMatching(/unreachable|refused/)],
    ]);
    for (const { message } of photos) expect(message).toMatch(/\.$/);
    expect(await answerOf(service.request('/api/pets'))).toMatchObject({ body: { pets: [] } });
  });

  it('are fetched once for a key', async () => {
    const before = host.received.length;
    const body = { name: 'Rex', photoUrls: at('/rex-1.jpg') };
    const answers = [await answerOf(post('/api/pets', body, KEY)), await answerOf(post('/api/pets', body, KEY))];
    expect(answers[1]).toEqual(answers[0]);
    expect(host.received).toHaveLength(before + 1);
  });

  it.each([
    ['no address', { photoUrls: [] }, 'photoUrls'],
    ['more than 20 addresses', { photoUrls: Array.from({ length: 21 }, () => 'https://photos.example/a.jpg') }, 'photoUrls'],
    ['what is no address', { photoUrls: ['rex.jpg'] }, 'photoUrls.0'],
    ['a file of this machine', { photoUrls: ['file:///etc/passwd'] }, 'photoUrls.0'],
    ['a box for no photo', { photoUrls: ['https://photos.example/a.jpg'], boxes: [null, null] }, 'boxes'],
    ['a wrong profile', { photoUrls: ['https://photos.example/a.jpg'], profile: { sex: 'both' } }, 'profile.sex'],
  ])('are refused with %s', async (_, body, field) => {
    const { status, body: problem } = await answerOf(post('/api/pets', { name: 'Rex', ...body }));
    expect([status, (problem as { errors: { field: string }[] }).errors.map((error) => error.field)]).toEqual([400, [field]]);
  });

  it('are sent as files or as JSON, nothing else', async () => {
    const response = service.request('/api/pets', { method: 'POST', body: 'name: Rex', headers: { 'content-type': 'application/yaml' } });
    expect(await answerOf(response)).toMatchObject({ status: 415, body: { detail: expect.stringContaining('or application/json') } });
  });
});

const KEY = { 'idempotency-key': 'one-key-for-one-pet' };
