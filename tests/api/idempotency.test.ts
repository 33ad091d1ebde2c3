import { enrolmentSchema, petListSchema } from '@snout/contract';
import type { IdempotentRequests } from '@snout/core/idempotency';
import { createFixedClock, createInMemoryIdempotentRequests, createInMemoryPets } from '@snout/core/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOf, createService, form, type Service } from './service.ts';
import { testPhoto } from './test-photo.ts';

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'f3b1c2d4-0000-4000-8000-000000000001' };
  let pets: ReturnType<typeof createInMemoryPets>;
  let requests: IdempotentRequests;
  let service: Service;
  const start = (changed: Partial<IdempotentRequests> = {}) =>
    createService(pets.gallery, { petsUnitOfWork: pets.petsUnitOfWork, idempotentRequests: { ...requests, ...changed } });
  beforeEach(() => {
    pets = createInMemoryPets();
    requests = createInMemoryIdempotentRequests();
    service = start();
  });

  const post = (path: string, body: FormData | string, headers: Record<string, string> = key) =>
    service.request(path, {
      method: 'POST',
      body,
      headers: typeof body === 'string' ? { 'content-type': 'application/json', ...headers } : headers,
    });
  const rex = async (fields: Record<string, string> = {}) => form([await testPhoto({ animal: 'rex' })], { name: 'Rex', ...fields });
  const petOf = async (response: Response) => enrolmentSchema.parse(await response.json()).pet;
  const countPets = async () => petListSchema.parse((await answerOf(service.request('/api/pets'))).body).pets.length;

  it('makes one pet of the same request sent twice, one after the other or at once', async () => {
    const answers = await Promise.all([post('/api/pets', await rex()), post('/api/pets', await rex())]);
    answers.push(await post('/api/pets', await rex()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(2);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(new Set((await Promise.all(answers.map(petOf))).map(({ id }) => id)).size).toBe(1);
    expect(await countPets()).toBe(1);
  });

  it('is remembered by whichever process, with all that the first answer said', async () => {
    const body = async () => form([await testPhoto({ animal: 'rex' }), new Uint8Array()], { name: 'Rex' });
    const before = await answerOf(post('/api/pets', await body()));
    service = start();
    expect(await answerOf(post('/api/pets', await body()))).toEqual(before);
    expect(before).toMatchObject({ status: 201, body: { skipped: [{ photo: 'b.jpg' }] } });
  });

  it('is refused for another name, another photo and another route', async () => {
    const { id } = await petOf(await post('/api/pets', await rex()));
    const others = [
      post('/api/pets', await rex({ name: 'Max' })),
      post('/api/pets', form([await testPhoto({ animal: 'mia' })], { name: 'Rex' })),
      post(`/api/pets/${id}/photos`, await rex()),
    ];
    for (const other of others) expect(await answerOf(other)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await countPets()).toBe(1);
  });

  it('may be used again when nothing was stored', async () => {
    expect((await post('/api/pets', form([await testPhoto()], { name: 'Rex' }))).status).toBe(422);
    expect((await post('/api/pets', await rex())).status).toBe(201);
  });

  it('has at least 8 visible characters', async () => {
    const response = post('/api/pets', await rex(), { 'idempotency-key': 'short' });
    expect(await answerOf(response)).toMatchObject({ status: 400, body: { errors: [{ field: 'idempotency-key' }] } });
  });

  it('adds photos once', async () => {
    const { id } = await petOf(await post('/api/pets', await rex(), {}));
    const add = async () => post(`/api/pets/${id}/photos`, form([await testPhoto({ animal: 'rex', view: 1 })]));
    const answers = [await answerOf(add()), await answerOf(add())];
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 200, body: { pet: { photos: { length: 2 } } } });
  });

  it('gives the secret of an invitation to who repeats the request, and keeps it unreadable', async () => {
    const kept: Uint8Array[] = [];
    service = start({
      complete(claim, answer) {
        kept.push(answer);
        return requests.complete(claim, answer);
      },
    });
    const { id } = await petOf(await post('/api/pets', await rex(), {}));
    const invite = () => answerOf(post(`/api/pets/${id}/invitations`, JSON.stringify({ kind: 'carer' })));
    const first = await invite();
    expect(first).toMatchObject({ status: 201, body: { token: expect.any(String) } });
    expect(await invite()).toEqual(first);
    expect(kept).toHaveLength(1);
    expect(Buffer.from(kept[0] ?? []).toString('latin1')).not.toContain('token');
  });

  /** Asks twice: the process that was asked first dies when it has done it, and before it answers. */
  const askedAgain = async (ask: () => Promise<unknown>) => {
    service = start({ complete: () => Promise.reject(new Error('The process dies here.')) });
    const first = await ask();
    // The claim of the dead process has run out.
    service = start({ claim: (request, terms) => requests.claim(request, { ...terms, now: new Date(terms.until.getTime() + 1) }) });
    return [first, await ask()];
  };

  it('is held as long as the request is under way, and no longer', async () => {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const renewed: { readonly isHeld: boolean; readonly seconds: number }[] = [];
    service = createService(pets.gallery, {
      petsUnitOfWork: {
        async run(work) {
          begun.resolve();
          await gate.promise;
          return pets.petsUnitOfWork.run(work);
        },
      },
      idempotentRequests: {
        ...requests,
        async renew(claim, until) {
          const isHeld = await requests.renew(claim, until);
          renewed.push({ isHeld, seconds: (until.getTime() - createFixedClock().now().getTime()) / 1000 });
          return isHeld;
        },
      },
    });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const answer = post('/api/pets', await rex());
      await begun.promise;
      await vi.advanceTimersByTimeAsync(25_000);
      // Each time for thirty seconds from then on; the clock of the tests stands still.
      expect(renewed).toEqual([1, 2].map(() => ({ isHeld: true, seconds: 30 })));
      gate.resolve();
      expect((await answer).status).toBe(201);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(renewed).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('finds the photos that an attempt added which died before it could answer', async () => {
    const { id } = await petOf(await post('/api/pets', await rex(), {}));
    const more = async () => form([await testPhoto({ animal: 'rex', view: 1 }), new Uint8Array()]);
    const [first, again] = await askedAgain(async () => answerOf(post(`/api/pets/${id}/photos`, await more())));
    expect(first).toMatchObject({ status: 200, body: { pet: { photos: { length: 2 } }, skipped: [{ kind: 'unreadable' }] } });
    expect(again).toEqual(first);
  });

  it('finds the merge of an attempt that died before it could answer', async () => {
    const allow = { allowDuplicate: 'true' };
    const [keep, gone] = [
      await petOf(await post('/api/pets', await rex(allow), {})),
      await petOf(await post('/api/pets', await rex(allow), {})),
    ];
    const [first, again] = await askedAgain(() => answerOf(post(`/api/pets/${keep.id}/merges`, JSON.stringify({ petId: gone.id }))));
    expect(first).toMatchObject({ status: 201 });
    expect(again).toEqual(first);
  });

  it('gives the secret of an invitation that an attempt made which died before it could answer', async () => {
    const { id } = await petOf(await post('/api/pets', await rex(), {}));
    const body = JSON.stringify({ kind: 'carer' });
    const [first, again] = await askedAgain(() => answerOf(post(`/api/pets/${id}/invitations`, body)));
    expect(first).toMatchObject({ status: 201, body: { token: expect.any(String) } });
    expect(again).toEqual(first);
    expect(await answerOf(service.request(`/api/pets/${id}/invitations`))).toMatchObject({ body: { invitations: { length: 1 } } });
  });

  it('finds the pet of an attempt that died before it could answer', async () => {
    service = start({ complete: () => Promise.reject(new Error('The process dies here.')) });
    const { id } = await petOf(await post('/api/pets', await rex({ allowDuplicate: 'true' })));
    // The claim of the dead process has run out.
    service = start({ claim: (request, terms) => requests.claim(request, { ...terms, now: new Date(terms.until.getTime() + 1) }) });
    const response = await post('/api/pets', await rex({ allowDuplicate: 'true' }));
    expect([response.status, (await petOf(response)).id]).toEqual([201, id]);
    expect(await countPets()).toBe(1);
  });
});
