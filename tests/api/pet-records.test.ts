import type { TenantId } from '@snout/core/accounts';
import { createInMemoryPets } from '@snout/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, createService, form, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';

describe('pets over HTTP', () => {
  let service: Service;
  let pets: ReturnType<typeof createInMemoryPets>;
  beforeEach(() => {
    pets = createInMemoryPets();
    service = createService(pets.gallery, { petsUnitOfWork: pets.petsUnitOfWork });
  });

  const send = (method: string, path: string, body?: unknown) =>
    answerOf(
      service.request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    );
  const enrol = async (animal: string): Promise<string> => {
    const body = form([await testPhoto({ animal })], { name: animal, allowDuplicate: 'true' });
    const response = await service.request('/api/pets', { method: 'POST', body });
    expect(response.status).toBe(201);
    return response.headers.get('location')?.split('/').at(-1) ?? '';
  };

  it('show what is known of a pet and change it, with a history', async () => {
    const id = await enrol('Mia');
    expect(await send('GET', `/api/pets/${id}/profile`)).toMatchObject({
      status: 200,
      body: { version: 1, role: 'owner', name: 'Mia', breed: 'unknown' },
    });
    const changed = await send('PATCH', `/api/pets/${id}/profile`, { version: 1, breed: 'siamese', microchips: ['276 0981 0123 4567'] });
    expect(changed).toMatchObject({
      status: 200,
      body: { version: 2, breed: 'siamese', microchips: [{ number: '276098101234567', words: 'Germany, 276 0981 0123 4567' }] },
    });
    expect(await send('GET', `/api/pets/${id}/history`)).toMatchObject({
      body: {
        entries: [
          { kind: 'changed', by: 'operator' },
          { kind: 'registered', by: 'operator' },
        ],
        next: null,
      },
    });
    expect(await send('PATCH', `/api/pets/${id}/profile`, { version: 0, sex: 'male' })).toMatchObject({
      status: 409,
      body: { code: 'pet-changed' },
    });
  });

  it('name each wrong field', async () => {
    const id = await enrol('Mia');
    expect(await send('PATCH', `/api/pets/${id}/profile`, { breed: 'poodle', microchips: ['12'] })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field: 'microchips.0' }, { field: 'breed' }] },
    });
    expect(await send('PATCH', `/api/pets/${id}/profile`, { sex: 'both' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'sex' }] },
    });
    expect(await send('GET', `/api/pets/${id}/profile?timeZone=Mars`)).toMatchObject({ status: 400 });
    expect(await send('GET', `/api/pets/${id}/history?after=x`)).toMatchObject({ status: 400 });
  });

  it('find breeds as people type them', async () => {
    expect(await send('GET', '/api/breeds?species=dog&q=BICHON%20FRISE')).toMatchObject({
      body: { breeds: [{ id: 'bichon-frise', zh: '比熊犬' }] },
    });
  });

  it('invite with a secret that is told once, and take it back', async () => {
    const id = await enrol('Mia');
    const made = await send('POST', `/api/pets/${id}/invitations`, { kind: 'transfer' });
    expect(made).toMatchObject({ status: 201, body: { kind: 'transfer', token: expect.any(String) } });
    const { token, id: invitationId } = made.body as { token: string; id: string };
    expect(await send('POST', '/api/pet-invitations/show', { token })).toMatchObject({ status: 200, body: { pet: { id, name: 'Mia' } } });
    expect(await send('POST', '/api/pet-invitations/accept', { token })).toMatchObject({ status: 409, body: { code: 'own-invitation' } });
    expect(JSON.stringify((await send('GET', `/api/pets/${id}/invitations`)).body)).not.toContain(token);
    expect((await service.request(`/api/pets/${id}/invitations/${invitationId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await send('POST', '/api/pet-invitations/show', { token })).toMatchObject({ status: 409, body: { code: 'invitation-over' } });
    expect(await send('POST', '/api/pet-invitations/show', { token: 'guessed' })).toMatchObject({ status: 404 });
  });

  it('merge two entries of one animal and undo it', async () => {
    const [keep, merge] = [await enrol('Mia'), await enrol('Mini')];
    const made = await send('POST', `/api/pets/${keep}/merges`, { petId: merge });
    expect(made).toMatchObject({ status: 201, body: { merge: { merged: merge, photos: 1 } } });
    expect(await send('GET', '/api/pets')).toMatchObject({ body: { pets: [{ id: keep, photoCount: 2 }] } });
    const { merge: done } = made.body as { merge: { id: string } };
    expect(await send('POST', `/api/pets/${keep}/merges/${done.id}/undo`)).toMatchObject({
      status: 200,
      body: { id: merge, mergedInto: null },
    });
    expect(await send('POST', `/api/pets/${keep}/merges/${done.id}/undo`)).toMatchObject({ status: 409, body: { code: 'merge-stays' } });
  });

  it('do not exist for others', async () => {
    const id = await enrol('Mia');
    // Given to another tenant behind the back of this service.
    await pets.petsUnitOfWork.run(async (stores) => {
      const pet = await stores.pets.find(id as never);
      if (pet) await stores.pets.save({ ...pet, tenant: 'somebody-else' as TenantId });
    });
    for (const [method, path, body] of [
      ['GET', 'profile', undefined],
      ['PATCH', 'profile', { sex: 'male' }],
      ['PUT', 'archived', { archived: true }],
      ['GET', 'history', undefined],
      ['GET', 'carers', undefined],
      ['DELETE', 'carers/anybody', undefined],
      ['GET', 'invitations', undefined],
      ['POST', 'invitations', { kind: 'carer' }],
      ['DELETE', 'invitations/any', undefined],
      ['GET', 'merges', undefined],
      ['POST', 'merges', { petId: id }],
    ] as const) {
      const { status } = await send(method, `/api/pets/${id}/${path}`, body);
      expect([method, path, status]).toEqual([method, path, path === 'merges' && method === 'POST' ? 409 : 404]);
    }
  });
});
