import { beforeEach, describe, expect, it } from 'vitest';
import type { Application, ApplicationStore } from '../insurance/index.ts';
import { toCalendarDay } from '../pets/index.ts';
import type { PetId, PhotoId } from '../recognition/index.ts';
import { INSURANCE_TENANTS } from './describe-product-store.ts';

/** The contract of the ApplicationStore port: every implementation passes it. `create` gives an empty store that knows INSURANCE_TENANTS. */
export function describeApplicationStore(name: string, create: () => Promise<ApplicationStore>): void {
  describe(`application store: ${name}`, () => {
    let store: ApplicationStore;
    beforeEach(async () => {
      store = await create();
    });

    const [mutual, tail] = INSURANCE_TENANTS;
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
    const application = (id: string, fields: Partial<Application> = {}): Application => ({
      id,
      tenant: mutual,
      applicant: 'ann',
      ownPetId: 'pet-of-ann' as PetId,
      animalId: `animal-${id}` as PetId,
      product: { productId: 'yearly', version: 2 },
      cover: { tier: 'standard', choices: { microchip: 'yes' }, startsOn: toCalendarDay('2026-03-10') },
      accepted: { language: 'zh', at: at(0), disclosures: [{ id: 'limits', topic: 'limits', text: { en: 'At most 10', zh: '最多 10' } }] },
      state: 'referred',
      reasons: [
        { kind: 'looks-like-known', animal: 'other' as PetId, falseMatchIn: 12_000 },
        { kind: 'same-photo', photo: 'p1' as PhotoId, animal: 'other' as PetId },
        { kind: 'age-unproven' },
      ],
      decision: null,
      policyId: null,
      createdAt: at(0),
      ...fields,
    });

    it('gives applications back as they were made, to their insurer alone', async () => {
      await store.add(application('a'));
      expect(await store.find(mutual, 'a')).toEqual(application('a'));
      expect(await store.lock(mutual, 'a')).toEqual(application('a'));
      expect([await store.find(tail, 'a'), await store.lock(tail, 'a'), await store.find(mutual, 'b')]).toEqual([null, null, null]);
    });

    it('keeps what was decided, and nothing else of what is saved', async () => {
      await store.add(application('a'));
      const decision = { by: { kind: 'person', id: 'uma' }, at: at(9), explanation: 'Another cat.' } as const;
      const decided = application('a', { state: 'declined', decision, animalId: null });
      await store.save({ ...decided, applicant: 'somebody else', tenant: tail });
      expect(await store.find(mutual, 'a')).toEqual(application('a'));
      await store.save({ ...decided, applicant: 'somebody else' });
      expect(await store.find(mutual, 'a')).toEqual(decided);
      await store.save({ ...application('a'), state: 'accepted', policyId: 'policy' });
      expect(await store.find(mutual, 'a')).toMatchObject({ state: 'accepted', policyId: 'policy', decision: null });
    });

    it('lists those of a state, oldest first, page by page', async () => {
      await store.add(application('late', { createdAt: at(3) }));
      await store.add(application('early', { createdAt: at(1) }));
      await store.add(application('done', { createdAt: at(2), state: 'accepted' }));
      await store.add(application('theirs', { tenant: tail }));
      const ids = async (page: { readonly limit: number; readonly after?: string }) =>
        (await store.list(mutual, { state: 'referred', ...page })).map(({ id }) => id);
      expect(await ids({ limit: 9 })).toEqual(['early', 'late']);
      expect([await ids({ limit: 1 }), await ids({ limit: 1, after: 'early' }), await ids({ limit: 1, after: 'late' })]).toEqual([
        ['early'],
        ['late'],
        [],
      ]);
    });

    it('tells what was asked for one pet, newest first', async () => {
      await store.add(application('first', { createdAt: at(1), state: 'accepted' }));
      await store.add(application('second', { createdAt: at(2) }));
      await store.add(application('other', { ownPetId: 'another' as PetId }));
      await store.add(application('theirs', { tenant: tail }));
      const found = await store.ofOwnPet(mutual, 'pet-of-ann' as PetId);
      expect(found.map(({ id }) => id)).toEqual(['second', 'first']);
    });
  });
}
