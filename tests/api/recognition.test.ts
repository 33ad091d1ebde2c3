import { enrolmentSchema, identificationSchema, verificationSchema } from '@snout/contract';
import type { PetId } from '@snout/core/recognition';
import { type FakeHead, fakeModels } from '@snout/core/testing';
import { withProblems } from '@snout/server';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, createService, form, type Service } from './service.ts';
import { testNose, testPhoto } from './test-photo.ts';
import { withPets } from './with-pets.ts';

const pets = withPets();
let service: Service;
beforeEach(() => {
  service = createService(pets().gallery, pets());
});

async function enrol(name: string, ...heads: readonly FakeHead[]) {
  const photos = await Promise.all(heads.map((head) => testPhoto(head)));
  const response = await service.request('/api/pets', { method: 'POST', body: form(photos, { name }) });
  return enrolmentSchema.parse(await response.json()).pet;
}

async function identify(...photos: readonly Uint8Array<ArrayBuffer>[]) {
  return identificationSchema.parse((await answerOf(service.request('/api/identify', { method: 'POST', body: form(photos) }))).body);
}

describe('POST /api/identify', () => {
  it('says which pet each head is, with photos to compare and words', async () => {
    const rex = await enrol('Rex', { animal: 'rex' }, { animal: 'rex', view: 1 });
    await enrol('Mia', { animal: 'mia' });
    const { photos } = await identify(await testPhoto({ animal: 'rex', view: 5 }, { animal: 'stranger' }));
    const [first, second] = photos[0]?.kind === 'identified' ? photos[0].heads : [];
    expect(first?.verdict).toMatchObject({ kind: 'match', why: [], lookAlike: null });
    expect(first?.verdict.words[0]).toContain('Rex');
    expect(first?.verdict.candidates[0]).toMatchObject({ pet: { id: rex.id }, likelihood: 'virtually-certain' });
    expect(second?.verdict).toMatchObject({ kind: 'unknown', why: ['below-threshold'] });
    for (const url of [first?.verdict.candidates[0]?.photoUrl, first?.verdict.candidates[0]?.cropUrl]) {
      expect((await service.request(url ?? '')).headers.get('content-type')).toBe('image/jpeg');
    }
  });

  it('lists five pets at most and never a similarity or a probability', async () => {
    for (const animal of ['a', 'b', 'c', 'd', 'e', 'f']) await enrol(animal, { animal });
    const answer = await identify(await testPhoto({ animal: 'a', view: 3 }));
    expect(answer.photos[0]).toMatchObject({ heads: [{ verdict: { candidates: { length: 5 } } }] });
    expect(JSON.stringify(answer)).not.toMatch(/similarity|probability|template|vector/i);
  });

  it('names photos it cannot use and answers the others', async () => {
    await enrol('Rex', { animal: 'rex' });
    const { photos } = await identify(new Uint8Array(), await testPhoto(), await testPhoto({ animal: 'rex', view: 2 }));
    expect(photos).toMatchObject([
      { kind: 'problem', problem: { kind: 'unreadable' } },
      { kind: 'problem', problem: { kind: 'no-head' } },
      { kind: 'identified' },
    ]);
  });

  it('says that everybody is unknown to an empty gallery', async () => {
    const { photos } = await identify(await testPhoto({ animal: 'rex' }));
    expect(photos[0]).toMatchObject({ heads: [{ verdict: { kind: 'unknown', why: ['empty-gallery'], candidates: [] } }] });
  });

  it('puts the one of two look-alikes first whose coat it is, and calls a person', async () => {
    for (const coat of ['striped', 'spotted']) {
      const body = form([await testPhoto({ animal: 'rex', coat, noise: 0.05 })], { name: coat, allowDuplicate: 'true' });
      expect((await service.request('/api/pets', { method: 'POST', body })).status).toBe(201);
    }
    for (const coat of ['striped', 'spotted']) {
      const { photos } = await identify(await testPhoto({ animal: 'rex', coat, noise: 0.05, view: 4 }));
      expect(photos[0]).toMatchObject({ heads: [{ verdict: { kind: 'review', candidates: [{ pet: { name: coat } }, {}] } }] });
    }
  });

  it('gives one answer from several photos of one animal', async () => {
    const rex = await enrol('Rex', { animal: 'rex' });
    const { together } = await identify(await testPhoto({ animal: 'rex', view: 7 }), await testPhoto({ animal: 'rex', view: 8 }));
    expect(together).toMatchObject({ kind: 'match', candidates: [{ pet: { id: rex.id } }] });
  });
});

describe('POST /api/pets/{id}/verify', () => {
  const verify = async (id: string, ...photos: readonly Uint8Array<ArrayBuffer>[]) =>
    answerOf(service.request(`/api/pets/${id}/verify`, { method: 'POST', body: form(photos) }));

  it('says whether the photos show the pet', async () => {
    const rex = await enrol('Rex', { animal: 'rex' });
    const same = verificationSchema.parse((await verify(rex.id, await testPhoto({ animal: 'rex', view: 3 }), new Uint8Array())).body);
    expect(same).toMatchObject({
      pet: { id: rex.id },
      verdict: { kind: 'match' },
      heads: [{ photo: 'a.jpg' }],
      skipped: [{ photo: 'b.jpg' }],
    });
    const other = verificationSchema.parse((await verify(rex.id, await testPhoto({ animal: 'mia' }))).body);
    expect(other.verdict.kind).toBe('unknown');
  });

  it('says what the marks of the coat say, never a strength, and keeps the photo sent nowhere', async () => {
    const rex = await enrol('Rex', { animal: 'rex' }, { animal: 'rex', view: 1 });
    const { body } = await verify(rex.id, await testPhoto({ animal: 'rex', view: 3 }));
    const { coat } = verificationSchema.parse(body);
    expect(coat).toMatchObject({ says: 'supports', fewMarks: false, compared: 2, photo: 'a.jpg', likelihood: 'virtually-certain' });
    expect(coat?.agreeing).toBeGreaterThan(100);
    expect(coat?.words.join(' ')).toContain('comparisons of 51 cats');
    expect(rex.photos.map(({ cropUrl }) => cropUrl)).toContain(coat?.cropUrl);
    expect((await service.request(coat?.cropUrl ?? '')).status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/similarity|probability|strength|vector/i);
    expect((await pets().gallery.findPet(rex.id as PetId))?.photos).toHaveLength(2);
  });

  it('calls a person where the coat speaks against a face that matches', async () => {
    const rex = await enrol('Rex', { animal: 'rex' }, { animal: 'rex', view: 1 });
    const answer = verificationSchema.parse((await verify(rex.id, await testPhoto({ animal: 'rex', view: 3, coat: 'a twin' }))).body);
    expect(answer).toMatchObject({ verdict: { kind: 'review', why: ['marks-doubt'] }, coat: { says: 'doubts' } });
    expect(answer.verdict.words.join(' ')).toContain('speak against it');
  });

  it('goes by the face alone where there are too few marks', async () => {
    const rex = await enrol('Rex', { animal: 'rex' }, { animal: 'rex', view: 1 });
    const photo = await testPhoto({ animal: 'rex', view: 3, coat: 'blurred', marks: 20 });
    expect((await verify(rex.id, photo)).body).toMatchObject({
      verdict: { kind: 'match', why: [] },
      coat: { says: 'silent', fewMarks: true },
    });
  });

  it('says what the nose says where a close-up is sent and another is stored, and never lets it decide', async () => {
    const sent = form([await testPhoto({ animal: 'rex' }), await testNose({ animal: 'rex' })], { name: 'Rex', views: '["face", "nose"]' });
    const { pet } = enrolmentSchema.parse((await answerOf(service.request('/api/pets', { method: 'POST', body: sent }))).body);
    expect(pet).toMatchObject({ photos: [{}], noses: [{ foundBy: 'fake-noses-1', nose: { quality: { score: 80, reasons: [] } } }] });
    const asked = async (animal: string) => {
      const photos = [await testPhoto({ animal: 'rex', view: 3 }), await testNose({ animal, view: 1 })];
      const body = form(photos, { views: '["face", "nose"]' });
      return verificationSchema.parse((await answerOf(service.request(`/api/pets/${pet.id}/verify`, { method: 'POST', body }))).body);
    };
    const same = await asked('rex');
    expect(same).toMatchObject({ verdict: { kind: 'match' }, nose: { says: 'supports', drawnOnly: true, photo: 'b.jpg', compared: 1 } });
    expect(same.nose?.words.join(' ')).toContain('never decide alone');
    expect(JSON.stringify(same)).not.toMatch(/similarity|probability|strength|vector/i);
    expect(await asked('a twin')).toMatchObject({ verdict: { kind: 'review', why: ['marks-doubt'] }, nose: { says: 'doubts' } });
    expect((await verify(pet.id, await testPhoto({ animal: 'rex', view: 4 }))).body).toMatchObject({ nose: null });

    expect([pet.noses[0]?.url, pet.noses[0]?.cropUrl]).toContain(same.nose?.cropUrl);
    for (const url of [pet.noses[0]?.url, pet.noses[0]?.cropUrl]) {
      const shown = await service.request(url ?? '');
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).exif).toBeUndefined();
    }
    const elsewhere = await enrol('Mia', { animal: 'mia' });
    expect((await service.request((pet.noses[0]?.url ?? '').replace(pet.id, elsewhere.id))).status).toBe(404);
  });

  it('refuses photos of no use and pets it does not know', async () => {
    const rex = await enrol('Rex', { animal: 'rex' });
    expect(await verify(rex.id, new Uint8Array())).toMatchObject({ status: 422, body: { code: 'photos-unusable' } });
    expect(await verify('nobody', await testPhoto({ animal: 'rex' }))).toMatchObject({ status: 404, body: { code: 'pet-not-found' } });
  });
});

describe('photos of a pet', () => {
  it('are served as JPEG without metadata: the photo, the head in it, and the best head as portrait', async () => {
    const rex = await enrol('Rex', { animal: 'rex' }, { animal: 'rex', view: 1, quality: 95 });
    const best = rex.photos[0];
    const sizes = [];
    for (const url of [best?.url, best?.cropUrl, rex.portraitUrl]) {
      const response = await service.request(url ?? '');
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      const bytes = Buffer.from(await response.arrayBuffer());
      const { width, height, exif } = await sharp(bytes).metadata();
      expect(exif).toBeUndefined();
      expect(bytes.includes('secret owner')).toBe(false);
      sizes.push([width, height]);
    }
    expect(sizes).toEqual([
      [1000, 1000],
      [320, 320],
      [320, 320],
    ]);
  });

  it('need not be sent again while they are the same', async () => {
    const rex = await enrol('Rex', { animal: 'rex' });
    const first = await service.request(rex.portraitUrl);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect((await service.request(rex.portraitUrl, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('are found under their own pet only', async () => {
    const rex = await enrol('Rex', { animal: 'rex' });
    const mia = await enrol('Mia', { animal: 'mia' });
    const photoId = rex.photos[0]?.id ?? '';
    expect(await answerOf(service.request(`/api/pets/${mia.id}/photos/${photoId}`))).toMatchObject({
      status: 404,
      body: { code: 'photo-not-found' },
    });
    expect(await answerOf(service.request(`/api/pets/${rex.id}/photos/none/crop`))).toMatchObject({
      status: 404,
      body: { code: 'photo-not-found' },
    });
  });
});

describe('the service', () => {
  it('says that it is well and what it is made of', async () => {
    expect(await answerOf(service.request('/api/health'))).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await answerOf(service.request('/api/about'))).toMatchObject({
      status: 200,
      body: { models: { embedder: 'fake-embedder-1', marks: 'fake-marks-1' } },
    });
  });

  it('asks to come back when its queue is full', async () => {
    const full = withProblems({
      models: fakeModels(),
      analyse: () => Promise.reject(Object.assign(new Error('full'), { code: 'queue-full' })),
      close: () => Promise.resolve(),
    });
    const response = await createService(pets().gallery, { ...pets(), recogniser: full }).request('/api/analyse', {
      method: 'POST',
      body: form([await testPhoto()]),
    });
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await answerOf(response)).toMatchObject({ status: 503, body: { code: 'busy' } });
  });
});
