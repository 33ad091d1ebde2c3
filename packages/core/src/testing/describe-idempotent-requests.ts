import { beforeEach, describe, expect, it } from 'vitest';
import type { IdempotentRequests, KeyedRequest } from '../idempotency/index.ts';

/** The contract of IdempotentRequests: every implementation passes it. `create` gives an empty one that knows PLATFORM_TENANTS. */
export function describeIdempotentRequests(name: string, create: () => Promise<IdempotentRequests>): void {
  describe(`idempotent requests: ${name}`, () => {
    let requests: IdempotentRequests;
    let asked: number;
    beforeEach(async () => {
      requests = await create();
      asked = 0;
    });

    const request: KeyedRequest = {
      tenantId: 'shelter',
      asker: 'person ada',
      keySha256: 'a'.repeat(64),
      route: 'POST /pets',
      bodySha256: 'b'.repeat(64),
    };
    const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes));
    const claim = (changes: Partial<KeyedRequest> = {}, minutes = 0) => {
      asked++;
      const terms = { now: at(minutes), until: at(minutes + 1), holder: `holder-${asked}`, creationId: `creation-${asked}` };
      return requests.claim({ ...request, ...changes }, terms);
    };
    const claimed = async (...asked: Parameters<typeof claim>) => {
      const result = await claim(...asked);
      if (result.kind !== 'claimed') throw new Error(`Not claimed: ${result.kind}`);
      return result;
    };
    const answer = new Uint8Array([0, 1, 254, 255]);

    it('gives the claim to one of many who ask at once', async () => {
      const kinds = (await Promise.all([claim(), claim(), claim(), claim()])).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['claimed', 'under-way', 'under-way', 'under-way']);
    });

    it('keeps the answer, byte by byte', async () => {
      await requests.complete((await claimed()).claim, answer);
      const repeated = await claim({}, 60);
      expect(repeated.kind).toBe('answered');
      if (repeated.kind === 'answered') expect([...repeated.answer]).toEqual([...answer]);
    });

    it.each([
      ['body', { bodySha256: 'c'.repeat(64) }],
      ['route', { route: 'POST /merges' }],
    ])('refuses the key with another %s, done or not', async (_what, other) => {
      const { claim: first } = await claimed();
      expect(await claim(other)).toEqual({ kind: 'key-reused' });
      await requests.complete(first, answer);
      expect(await claim(other)).toEqual({ kind: 'key-reused' });
    });

    it('never mixes up the keys of two who ask', async () => {
      await requests.complete((await claimed()).claim, answer);
      expect(await claim({ asker: 'person bob', bodySha256: 'c'.repeat(64) })).toMatchObject({ kind: 'claimed', again: false });
    });

    it('frees the key of a request that did nothing', async () => {
      await requests.release((await claimed()).claim);
      expect(await claim({ bodySha256: 'c'.repeat(64) })).toMatchObject({ kind: 'claimed', again: false });
    });

    it('hands over what somebody left, with the same id for what is made', async () => {
      const left = await claimed();
      expect(await claim({}, 0.5)).toEqual({ kind: 'under-way' });
      const taken = await claimed({}, 2);
      expect(taken).toMatchObject({ again: true, creationId: left.creationId });
      expect(await requests.renew(left.claim, at(9))).toBe(false);
      await requests.complete(left.claim, new Uint8Array([7]));
      await requests.release(left.claim);
      expect(await claim({}, 2.5)).toEqual({ kind: 'under-way' });
      await requests.complete(taken.claim, answer);
      await requests.release(taken.claim);
      expect(await claim({}, 9)).toMatchObject({ kind: 'answered' });
    });

    it('leaves a renewed claim to its holder', async () => {
      const { claim: first } = await claimed();
      expect(await requests.renew(first, at(5))).toBe(true);
      expect(await claim({}, 2)).toEqual({ kind: 'under-way' });
    });

    it('forgets old requests, and those of a tenant', async () => {
      await claim();
      await claim({ keySha256: 'd'.repeat(64) }, 60);
      await claim({ keySha256: 'e'.repeat(64), tenantId: 'clinic' }, 60);
      expect(await requests.removeBefore(at(30))).toBe(1);
      expect(await claim()).toMatchObject({ kind: 'claimed', again: false });
      await requests.forgetTenant('shelter');
      expect(await claim({ keySha256: 'd'.repeat(64) }, 60)).toMatchObject({ kind: 'claimed', again: false });
      expect(await claim({ keySha256: 'e'.repeat(64), tenantId: 'clinic' }, 60)).toEqual({ kind: 'under-way' });
    });

    it('forgets requests of an asker, for whatever tenant', async () => {
      await claim({ asker: 'user ada for clinic' });
      await claim({ asker: 'user bob for clinic' });
      await requests.forgetAsker('ada');
      expect(await claim({ asker: 'user ada for clinic' })).toMatchObject({ kind: 'claimed', again: false });
      expect(await claim({ asker: 'user bob for clinic' })).toEqual({ kind: 'under-way' });
    });
  });
}
