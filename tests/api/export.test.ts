import { createHash } from 'node:crypto';
import { enrolmentSchema } from '@snout/contract';
import { createInMemoryPets, createInMemoryPhotoStore } from '@snout/core/testing';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { createService, form, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';

describe('GET /api/export', () => {
  let pets: ReturnType<typeof createInMemoryPets>;
  let photos: ReturnType<typeof createInMemoryPhotoStore>;
  let service: Service;
  beforeEach(() => {
    pets = createInMemoryPets();
    photos = createInMemoryPhotoStore({ now: () => new Date() });
    service = createService(pets.gallery, { petsUnitOfWork: pets.petsUnitOfWork, photos });
  });

  const enrol = async (animal: string) => {
    const body = form([await testPhoto({ animal }), await testPhoto({ animal, view: 1 })], { name: animal });
    return enrolmentSchema.parse(await (await service.request('/api/pets', { method: 'POST', body })).json()).pet.id;
  };
  const exported = async () => {
    const response = await service.request('/api/export');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="snout-\d{4}-\d\d-\d\d\.zip"$/);
    return unzipSync(new Uint8Array(await response.arrayBuffer()));
  };
  const json = (bytes: Uint8Array | undefined) => JSON.parse(strFromU8(bytes ?? new Uint8Array()));

  it('is a zip that another program reads, with every file that is stored, byte by byte', async () => {
    for (const animal of ['Mia', '雪球']) await enrol(animal);
    const zip = await exported();
    const stored = new Set<string>();
    for await (const { key } of photos.list()) stored.add(sha256((await photos.get(key)) ?? new Uint8Array()));
    expect(stored.size).toBe(4);
    const files = Object.entries(zip).filter(([name]) => /^pets\/[^/]+\/photos\//.test(name));
    expect(new Set(files.map(([, bytes]) => sha256(bytes)))).toEqual(stored);
    const { pets: listed } = json(zip['pets.json']);
    expect(listed.map(({ name }: { name: string }) => name).sort()).toEqual(['Mia', '雪球']);
    for (const { folder, name } of listed) {
      const pet = json(zip[`${folder}/pet.json`]);
      expect(pet.profile.name).toBe(name);
      expect(pet.photos).toHaveLength(2);
      for (const photo of pet.photos) expect(sha256(zip[`${folder}/${photo.file}`] ?? new Uint8Array())).toBe(photo.sha256);
    }
    expect(strFromU8(zip['README.txt'] ?? new Uint8Array())).toContain('pets/ID/pet.json');
  });

  it('breaks off when a file cannot be read, so that nobody takes a part for the whole', async () => {
    await enrol('Mia');
    photos.get = () => Promise.reject(new Error('The disk is gone.'));
    const response = await service.request('/api/export');
    await expect(response.arrayBuffer()).rejects.toThrow('The disk is gone.');
  });

  it('reads no photo before somebody takes it', async () => {
    await enrol('Mia');
    let asked = 0;
    const { get } = photos;
    photos.get = (key) => {
      asked++;
      return get(key);
    };
    const reader = (await service.request('/api/export')).body?.getReader();
    await reader?.read();
    expect(asked).toBeLessThan(2);
    await reader?.cancel();
    expect(asked).toBeLessThan(2);
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
