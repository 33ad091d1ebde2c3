import { enrolmentSchema, petListSchema, petSchema, problemSchema } from '@snout/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, createService, form, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { withPets } from './with-pets.ts';

const pets = withPets();
let service: Service;
beforeEach(() => {
  service = createService(pets().gallery, pets());
});

const post = (path: string, body: FormData, headers: Record<string, string> = {}) =>
  service.request(path, { method: 'POST', body, headers });

async function enrol(name: string, photos: readonly Uint8Array<ArrayBuffer>[], fields: Record<string, string> = {}) {
  const response = await post('/api/pets', form(photos, { name, ...fields }));
  expect(response.status).toBe(201);
  return enrolmentSchema.parse(await response.json());
}

async function names(query = '') {
  return petListSchema.parse((await answerOf(service.request(`/api/pets${query}`))).body);
}

describe('POST /api/pets', () => {
  it('enrols a pet with its photos and says where it is', async () => {
    const photos = [
      await testPhoto({ animal: 'rex', species: 'dog' }),
      await testPhoto({ animal: 'rex', species: 'dog', view: 1, quality: 95 }),
    ];
    const response = await post('/api/pets', form(photos, { name: '  Rex ' }));
    const { pet, skipped } = enrolmentSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`/api/pets/${pet.id}`);
    expect(pet).toMatchObject({ name: 'Rex', species: 'dog', enrolledAt: '2026-01-01T00:00:00.000Z' });
    expect(pet.photos.map(({ quality }) => quality.score)).toEqual([95, 80]);
    expect(skipped).toEqual([]);
    expect(petSchema.parse((await answerOf(service.request(`/api/pets/${pet.id}`))).body)).toEqual(pet);
  });

  it('never shows templates or similarities', async () => {
    const { pet } = await enrol('Rex', [await testPhoto({ animal: 'rex' })]);
    expect(JSON.stringify(pet)).not.toMatch(/template|vector|similarity|sha256|blob/i);
  });

  it('leaves out photos of no use and names them', async () => {
    const photo = await testPhoto({ animal: 'rex' });
    const { pet, skipped } = await enrol('Rex', [photo, new Uint8Array(), await testPhoto(), photo]);
    expect(pet.photos).toHaveLength(1);
    expect(skipped).toMatchObject([
      { photo: 'b.jpg', kind: 'unreadable', reason: 'empty-file' },
      { photo: 'c.jpg', kind: 'no-head' },
      { photo: 'd.jpg', kind: 'same-file', of: 'a.jpg' },
    ]);
  });

  it('stores nothing when no photo is of use', async () => {
    const { status, body } = await answerOf(post('/api/pets', form([new Uint8Array()], { name: 'Rex' })));
    expect(status).toBe(422);
    expect(problemSchema.parse(body)).toMatchObject({ code: 'photos-unusable', photos: [{ photo: 'a.jpg', kind: 'unreadable' }] });
    expect((await names()).pets).toEqual([]);
  });

  it('asks which head is meant, and takes the one that is chosen', async () => {
    const group = await testPhoto({ animal: 'rex' }, { animal: 'mia' });
    const { body } = await answerOf(post('/api/pets', form([group], { name: 'Mia' })));
    const [problem] = problemSchema.parse(body).photos ?? [];
    expect(problem).toMatchObject({ kind: 'several-heads', boxes: [expect.any(Array), [300, 100, 450, 250]] });
    const { pet } = await enrol('Mia', [group], { boxes: '[[300, 100, 450, 250]]' });
    expect(pet.photos[0]?.box).toEqual([300, 100, 450, 250]);
  });

  it('asks about photos of another animal, and takes them when a person says so', async () => {
    const photos = [await testPhoto({ animal: 'rex' }), await testPhoto({ animal: 'rex', view: 1 }), await testPhoto({ animal: 'mia' })];
    const { body } = await answerOf(post('/api/pets', form(photos, { name: 'Rex' })));
    expect(body).toMatchObject({ code: 'photos-unusable', photos: [{ photo: 'c.jpg', kind: 'other-animal' }] });
    const { pet } = await enrol('Rex', photos, { sameAnimal: 'true' });
    expect(pet.photos).toHaveLength(3);
  });

  it('finds a pet that looks alike and stores nothing until a person says that it is another', async () => {
    const first = await enrol('Rex', [await testPhoto({ animal: 'rex' })]);
    const again = [await testPhoto({ animal: 'rex', view: 1 })];
    const { status, body } = await answerOf(post('/api/pets', form(again, { name: 'Max' })));
    expect(status).toBe(409);
    expect(problemSchema.parse(body)).toMatchObject({
      code: 'possible-duplicate',
      pets: [{ why: 'looks-alike', pet: { id: first.pet.id }, candidate: { likelihood: expect.any(String) } }],
    });
    expect((await names()).pets).toHaveLength(1);
    await enrol('Max', again, { allowDuplicate: 'true' });
    expect((await names()).pets).toHaveLength(2);
  });

  it('finds the very same file by its content', async () => {
    const photo = await testPhoto({ animal: 'rex' });
    await enrol('Rex', [photo]);
    const { body } = await answerOf(post('/api/pets', form([photo], { name: 'Max' })));
    expect(problemSchema.parse(body).pets).toContainEqual(expect.objectContaining({ why: 'same-file', photo: 'a.jpg' }));
  });

  it.each([
    ['a name', {}, 'name'],
    ['a name that is more than spaces', { name: '   ' }, 'name'],
    ['a name of at most 80 characters', { name: 'x'.repeat(81) }, 'name'],
    ['a name without control characters', { name: 'a\u0007b' }, 'name'],
    ['a known species', { name: 'Rex', species: 'horse' }, 'species'],
    ['boxes that are JSON', { name: 'Rex', boxes: '[[1,2' }, 'boxes'],
    ['boxes that are not empty', { name: 'Rex', boxes: '[[5,5,5,9]]' }, 'boxes'],
    ['a box or null for each photo', { name: 'Rex', boxes: '[null,null]' }, 'boxes'],
  ])('needs %s', async (_, fields, field) => {
    const { status, body } = await answerOf(post('/api/pets', form([await testPhoto({ animal: 'rex' })], fields)));
    expect(status).toBe(400);
    expect(problemSchema.parse(body).errors?.map((error) => error.field)).toContain(field);
  });
});

describe('GET /api/pets', () => {
  it('gives pets by name, a page at a time', async () => {
    for (const animal of ['ann', 'bob', 'cat']) await enrol(animal, [await testPhoto({ animal })]);
    const first = await names('?limit=2');
    expect(first.pets.map(({ name, photoCount }) => [name, photoCount])).toEqual([
      ['ann', 1],
      ['bob', 1],
    ]);
    const second = await names(`?limit=2&after=${first.next}`);
    expect(second.pets.map(({ name }) => name)).toEqual(['cat']);
    expect(second.next).toBeNull();
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'after=x', 'after=e30'])('refuses ?%s', async (query) => {
    expect(await answerOf(service.request(`/api/pets?${query}`))).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });
});

describe('POST /api/pets/{id}/photos', () => {
  it('adds photos of the pet and asks about those of another', async () => {
    const { pet } = await enrol('Rex', [await testPhoto({ animal: 'rex' })]);
    const added = enrolmentSchema.parse(
      (await answerOf(post(`/api/pets/${pet.id}/photos`, form([await testPhoto({ animal: 'rex', view: 1 })])))).body,
    );
    expect(added.pet.photos).toHaveLength(2);
    const other = form([await testPhoto({ animal: 'mia' })]);
    expect(await answerOf(post(`/api/pets/${pet.id}/photos`, other))).toMatchObject({
      status: 422,
      body: { photos: [{ kind: 'other-animal' }] },
    });
  });

  it('does not know pets that were never enrolled', async () => {
    const response = post('/api/pets/nobody/photos', form([await testPhoto({ animal: 'rex' })]));
    expect(await answerOf(response)).toMatchObject({ status: 404, body: { code: 'pet-not-found' } });
  });
});

describe('DELETE /api/pets/{id}', () => {
  it('forgets the pet, once', async () => {
    const { pet } = await enrol('Rex', [await testPhoto({ animal: 'rex' })]);
    const remove = () => service.request(`/api/pets/${pet.id}`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect(await answerOf(remove())).toMatchObject({ status: 404, body: { code: 'pet-not-found' } });
    expect(await answerOf(service.request(`/api/pets/${pet.id}`))).toMatchObject({ status: 404 });
    expect((await service.request(pet.portraitUrl)).status).toBe(404);
  });

  it('refuses what is not an id', async () => {
    expect(await answerOf(service.request('/api/pets/..%2F..%2Fetc', { method: 'DELETE' }))).toMatchObject({ status: 400 });
  });
});
