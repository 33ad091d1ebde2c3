import { enrolmentSchema } from '@snout/contract';
import { evidenceSchema } from '@snout/contract/evidence';
import type { TenantId } from '@snout/core/accounts';
import type { PetId } from '@snout/core/recognition';
import { createFixedClock, createInMemoryPhotoStore, type FakeHead } from '@snout/core/testing';
import { sharpPhotoRenderer } from '@snout/server';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, createService, form, type Service } from './service.ts';
import { testNose, testPhoto } from './test-photo.ts';
import { signUp, withAccounts } from './with-accounts.ts';
import { withPets } from './with-pets.ts';

const pets = withPets();
const photos = createInMemoryPhotoStore(createFixedClock());
let service: Service;
beforeEach(() => {
  service = createService(pets().gallery, { ...pets(), photos });
});

async function enrol(...heads: readonly FakeHead[]) {
  const files = await Promise.all(heads.map((head) => testPhoto(head)));
  const response = await service.request('/api/pets', { method: 'POST', body: form(files, { name: 'Rex' }) });
  return enrolmentSchema.parse(await response.json()).pet;
}

const ask = async (id: string, what: 'evidence' | 'evidence.png', ...heads: readonly FakeHead[]) =>
  service.request(`/api/pets/${id}/${what}`, { method: 'POST', body: form([await testPhoto(...heads)]) });

describe('the evidence', () => {
  it('shows both crops, lines between the marks that agree, where they are dense, and words with the figures', async () => {
    const rex = await enrol({ animal: 'rex' }, { animal: 'rex', view: 1 });
    const response = await ask(rex.id, 'evidence', { animal: 'mia' }, { animal: 'rex', view: 3 });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { pet, coat, sides, lines } = evidenceSchema.parse(await response.json());
    expect(pet.id).toBe(rex.id);
    expect(coat).toMatchObject({ says: 'supports', compared: 2, measuredOn: { animals: 51, comparisons: 100_000 } });
    expect(lines).toHaveLength(coat?.agreeing ?? -1);
    expect(lines.length).toBeGreaterThan(100);
    for (const { picture, marks, heat } of sides) {
      const jpeg = Buffer.from(picture.replace('data:image/jpeg;base64,', ''), 'base64');
      expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 320 });
      expect(marks).toBeGreaterThan(200);
      expect(Math.max(...heat.flat().map((share) => share ?? 0))).toBe(1);
    }
  });

  it('of a nose shows the close-ups, as data and as a picture', async () => {
    const sent = form([await testPhoto({ animal: 'rex' }), await testNose({ animal: 'rex' })], { name: 'Rex', views: '["face", "nose"]' });
    const { id, noses } = enrolmentSchema.parse(await (await service.request('/api/pets', { method: 'POST', body: sent })).json()).pet;
    const asked = async (what: string, ...files: readonly Uint8Array<ArrayBuffer>[]) => {
      const views = JSON.stringify(files.map((_, i) => (i === 0 ? 'face' : 'nose')));
      return service.request(`/api/pets/${id}/${what}?of=nose`, { method: 'POST', body: form(files, { views }) });
    };
    const face = await testPhoto({ animal: 'rex', view: 3 });
    const close = await testNose({ animal: 'rex', view: 2 });
    const { coat, nose, sides, lines } = evidenceSchema.parse(await (await asked('evidence', face, close)).json());
    expect([coat, nose?.says, nose?.drawnOnly]).toEqual([null, 'supports', true]);
    expect(nose?.cropUrl).toBe(noses[0]?.cropUrl);
    expect(lines).toHaveLength(nose?.agreeing ?? -1);
    for (const { picture, face: heat } of sides) expect([picture.slice(0, 23), heat]).toEqual(['data:image/jpeg;base64,', null]);
    expect((await asked('evidence.png', face, close)).headers.get('content-type')).toBe('image/png');
    expect(await answerOf(asked('evidence', face))).toMatchObject({ status: 422, body: { code: 'no-marks' } });
  });

  it('says which regions moved the score of the faces when that is asked for', async () => {
    const rex = await enrol({ animal: 'rex' });
    const body = form([await testPhoto({ animal: 'rex', view: 3 })]);
    const plain = evidenceSchema.parse(await (await service.request(`/api/pets/${rex.id}/evidence`, { method: 'POST', body })).json());
    expect(plain.sides.map(({ face }) => face)).toEqual([null, null]);
    const encoded: number[] = [];
    const renderer = {
      ...sharpPhotoRenderer,
      encodeLossless: async (_: Uint8Array, side: number) => {
        encoded.push(side);
        // One region hides what the animal is told by: without it, another is seen.
        return testPhoto({ animal: encoded.length === 10 ? 'mia' : 'rex', view: 5 });
      },
    };
    const explaining = createService(pets().gallery, { ...pets(), photos, renderer });
    const again = form([await testPhoto({ animal: 'rex', view: 3 })]);
    const response = await explaining.request(`/api/pets/${rex.id}/evidence?faces=true`, { method: 'POST', body: again });
    const { sides } = evidenceSchema.parse(await response.json());
    expect(encoded).toHaveLength(74);
    const cells = sides.flatMap(({ face }) => face?.flat() ?? []);
    expect(cells).toHaveLength(72);
    expect(Math.max(...cells)).toBe(1);
    expect(cells.filter((cell) => cell === 0)).toHaveLength(71);
  });

  it('is a picture, too, without metadata', async () => {
    const rex = await enrol({ animal: 'rex' });
    const response = await ask(rex.id, 'evidence.png', { animal: 'rex', view: 3 });
    expect(response.headers.get('content-type')).toBe('image/png');
    const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: 'png', width: 1144, height: 560 });
    expect(metadata.exif).toBeUndefined();
  });

  it('of two animals says that nothing agrees, with no lines', async () => {
    const rex = await enrol({ animal: 'rex' });
    const { coat, lines } = evidenceSchema.parse(await (await ask(rex.id, 'evidence', { animal: 'mia' })).json());
    expect(coat).toMatchObject({ says: 'doubts', agreeing: 0 });
    expect(lines).toEqual([]);
  });

  it('is refused for photos of no use, unknown pets, and stored photos whose files are gone', async () => {
    const rex = await enrol({ animal: 'rex' });
    expect(await answerOf(ask(rex.id, 'evidence'))).toMatchObject({ status: 422, body: { code: 'photos-unusable' } });
    expect(await answerOf(ask('nobody', 'evidence.png', { animal: 'rex' }))).toMatchObject({
      status: 404,
      body: { code: 'pet-not-found' },
    });
    for (const { blobKey } of (await pets().gallery.findPet(rex.id as PetId))?.photos ?? []) await photos.delete(blobKey);
    expect(await answerOf(ask(rex.id, 'evidence', { animal: 'rex' }))).toMatchObject({ status: 422, body: { code: 'no-marks' } });
  });
});

describe('the evidence, between tenants', () => {
  const opened = withAccounts();

  it('of a pet is shown to those who see the pet, and to keys that may see photos', async () => {
    const [ada, bob] = [await signUp(opened(), 'Ada'), await signUp(opened(), 'Bob')];
    const made = await ada.ask('/api/pets', { method: 'POST', body: form([await testPhoto({ animal: 'rex' })], { name: 'Rex' }) });
    const { id } = enrolmentSchema.parse(await made.json()).pet;
    for (const what of ['evidence', 'evidence.png']) {
      const asked = async () => ({ method: 'POST', body: form([await testPhoto({ animal: 'rex', view: 4 })]) });
      expect((await ada.ask(`/api/pets/${id}/${what}`, await asked())).status).toBe(200);
      expect(await answerOf(bob.ask(`/api/pets/${id}/${what}`, await asked()))).toMatchObject({
        status: 404,
        body: { code: 'pet-not-found' },
      });
      for (const [scopes, status] of [
        [['recognition'], 403],
        [['recognition', 'pets:read'], 200],
      ] as const) {
        const key = { tenant: ada.id as TenantId, name: 'key', scopes, expiresAt: null, createdBy: ada.id };
        const { secret } = await opened().apiKeys.add(key);
        const answer = await opened().service.request(`/api/pets/${id}/${what}`, {
          ...(await asked()),
          headers: { authorization: `Bearer ${secret}` },
        });
        expect(answer.status).toBe(status);
      }
    }
  });
});
