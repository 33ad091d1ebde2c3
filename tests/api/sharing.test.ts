import { createInMemoryPets } from '@snout/core/testing';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerOf, createService, form, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';

const shareSchema = z.object({ share: z.object({ url: z.string() }) });

describe('a shared pet over HTTP', () => {
  let service: Service;
  let id: string;
  beforeEach(async () => {
    const pets = createInMemoryPets();
    service = createService(pets.gallery, { petsUnitOfWork: pets.petsUnitOfWork });
    const body = form([await testPhoto({ animal: 'Mia', species: 'cat' })], { name: 'Mia' });
    id = (await service.request('/api/pets', { method: 'POST', body })).headers.get('location')?.split('/').at(-1) ?? '';
    const profile = { breed: 'siamese', microchips: ['276098101234567'], medicalNotes: 'diabetes', contactNotes: '+49 170 1234567' };
    await send('PATCH', `/api/pets/${id}/profile`, profile);
  });

  const send = (method: string, path: string, body: unknown) =>
    service.request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const share = async (fields: readonly string[]) => {
    const { share: made } = shareSchema.parse(await (await send('PUT', `/api/pets/${id}/share`, { fields })).json());
    return made.url.replace(/^.*\/shared\//, '/api/shared-pets/');
  };

  it('shows what was chosen, and is kept out of search engines', async () => {
    const path = await share(['name', 'breed', 'microchips', 'photos']);
    const response = await service.request(path);
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      name: 'Mia',
      breed: { en: 'Siamese' },
      microchips: ['4567'],
      photoUrls: [`${path}/photos/1`],
    });
    for (const secret of [id, 'operator', 'local', 'diabetes', '+49', '276098101']) expect(text).not.toContain(secret);
    const page = await service.request(path.replace('/api/shared-pets/', '/shared/'), { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow']);
  });

  it('shows heads without anything that the camera wrote, and no other photo', async () => {
    const path = await share(['photos']);
    const response = await service.request(`${path}/photos/1`);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const { exif, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([exif, width]).toEqual([undefined, 320]);
    expect([...response.headers.values()].join()).not.toContain(id);
    expect(await answerOf(service.request(`${path}/photos/2`))).toMatchObject({ status: 404, body: { code: 'photo-not-found' } });
    expect((await service.request(`${await share(['name'])}/photos/1`)).status).toBe(404);
  });

  it('is gone when the link is ended, and was never there for a guess', async () => {
    const path = await share(['name']);
    expect((await send('DELETE', `/api/pets/${id}/share`, {})).status).toBe(204);
    for (const address of [path, `${path}/photos/1`, '/api/shared-pets/guessed', `/api/shared-pets/${id}`]) {
      expect(await answerOf(service.request(address))).toMatchObject({ status: 404, body: { code: 'share-not-found' } });
    }
    expect(await answerOf(service.request(`/api/pets/${id}/share`))).toEqual({ status: 200, body: { share: null } });
    expect(await answerOf(send('PUT', `/api/pets/${id}/share`, { fields: ['contactNotes'] }))).toMatchObject({ status: 400 });
  });

  it('is not looked at without end from one address', async () => {
    const path = await share(['name']);
    const answers = await Promise.all(Array.from({ length: 301 }, () => service.request(path)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('leaves the list when it is archived, and comes back', async () => {
    await send('PUT', `/api/pets/${id}/archived`, { archived: true });
    expect(await answerOf(service.request('/api/pets'))).toMatchObject({ body: { pets: [] } });
    expect(await answerOf(service.request('/api/pets?archived=true'))).toMatchObject({ body: { pets: [{ id, role: 'owner' }] } });
    await send('PUT', `/api/pets/${id}/archived`, { archived: false });
    expect(await answerOf(service.request('/api/pets'))).toMatchObject({ body: { pets: [{ id, photoCount: 1 }] } });
  });
});
