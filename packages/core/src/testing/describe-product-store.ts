import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../accounts/index.ts';
import { type ProductStore, type ProductVersion, READY_PRODUCTS } from '../insurance/index.ts';
import { toCalendarDay } from '../pets/index.ts';

/** Tenants that the suite speaks of: the first two are insurers named "Paw Mutual" and "Tail Re", the last one is a shelter. */
export const INSURANCE_TENANTS = ['paw-mutual', 'tail-re', 'shelter'] as readonly string[] as readonly [TenantId, TenantId, TenantId];

/** The contract of the ProductStore port: every implementation passes it. `create` gives an empty store that knows INSURANCE_TENANTS. */
export function describeProductStore(name: string, create: () => Promise<ProductStore>): void {
  describe(`product store: ${name}`, () => {
    let store: ProductStore;
    beforeEach(async () => {
      store = await create();
    });

    const [mutual, tail, shelter] = INSURANCE_TENANTS;
    const { 'gb-yearly': gb, 'cn-yearly': cn } = READY_PRODUCTS;
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
    const product = (id: string, minute = 0, tenant = mutual) => {
      return { id, tenant, createdAt: at(minute), draft: { terms: gb, savedAt: at(minute) } };
    };
    const version = (number: number, from: string, terms = gb): ProductVersion => {
      return { version: number, effectiveFrom: toCalendarDay(from), terms, publishedAt: at(number) };
    };

    it('knows insurers by their name, and nobody else', async () => {
      expect([await store.insurerName(mutual), await store.insurerName(tail)]).toEqual(['Paw Mutual', 'Tail Re']);
      expect([await store.insurerName(shelter), await store.insurerName('nobody' as TenantId)]).toEqual([null, null]);
    });

    it('shows products to their tenant alone, oldest first, as they were given', async () => {
      await store.add(product('late', 2));
      await store.add(product('early', 1));
      await store.add(product('theirs', 0, tail));
      expect(await store.list(mutual)).toEqual([
        { ...product('early', 1), versions: [] },
        { ...product('late', 2), versions: [] },
      ]);
      expect(await store.find(mutual, 'theirs')).toBeNull();
      expect(await store.lock(mutual, 'theirs')).toBeNull();
      expect(await store.find(tail, 'theirs')).toEqual({ ...product('theirs', 0, tail), versions: [] });
    });

    it('replaces a draft, and changes nothing for another tenant', async () => {
      await store.add(product('one'));
      await store.saveDraft(tail, 'one', { terms: cn, savedAt: at(9) });
      expect(await store.find(mutual, 'one')).toMatchObject({ draft: { terms: gb, savedAt: at(0) } });
      await store.saveDraft(mutual, 'one', { terms: cn, savedAt: at(9) });
      expect(await store.find(mutual, 'one')).toMatchObject({ draft: { terms: cn, savedAt: at(9) } });
    });

    it('keeps every version that was published, newest first, and begins drafts anew', async () => {
      await store.add(product('one'));
      await store.publish(mutual, 'one', version(1, '2026-03-01'));
      await store.saveDraft(mutual, 'one', { terms: gb, savedAt: at(5) });
      await store.publish(mutual, 'one', version(2, '2026-06-01', { ...gb, freeLookDays: 30 }));
      const versions = [version(2, '2026-06-01', { ...gb, freeLookDays: 30 }), version(1, '2026-03-01')];
      expect(await store.lock(mutual, 'one')).toEqual({ ...product('one'), draft: null, versions });
    });

    it('never takes a version or a day twice', async () => {
      await store.add(product('one'));
      await store.publish(mutual, 'one', version(1, '2026-03-01'));
      await expect(store.publish(mutual, 'one', version(1, '2026-04-01'))).rejects.toThrow();
      await expect(store.publish(mutual, 'one', version(2, '2026-03-01'))).rejects.toThrow();
      expect((await store.find(mutual, 'one'))?.versions).toEqual([version(1, '2026-03-01')]);
    });

    it('tells of each product the version that is sold on a day', async () => {
      for (const [index, id] of ['second', 'first', 'draft-only'].entries()) await store.add(product(id, 9 - index));
      await store.add(product('theirs', 0, tail));
      await store.publish(tail, 'theirs', version(1, '2026-01-01'));
      await store.publish(mutual, 'first', version(1, '2026-03-01'));
      await store.publish(mutual, 'first', version(2, '2026-06-01'));
      await store.publish(mutual, 'second', version(1, '2026-05-31'));
      const on = async (day: string) =>
        (await store.inForce(mutual, toCalendarDay(day))).map((offer) => `${offer.productId} ${offer.version}`);
      expect(await on('2026-02-28')).toEqual([]);
      expect(await on('2026-03-01')).toEqual(['first 1']);
      expect(await on('2026-05-31')).toEqual(['first 1', 'second 1']);
      expect(await on('2026-06-01')).toEqual(['first 2', 'second 1']);
      expect(await store.inForce(mutual, toCalendarDay('2026-03-01'))).toEqual([{ productId: 'first', ...version(1, '2026-03-01') }]);
    });
  });
}
