import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../../accounts/index.ts';
import { type CalendarDay, editPet, erasePet, type PetActor, type RegisterPet, toCalendarDay } from '../../pets/index.ts';
import type { PetId } from '../../recognition/index.ts';
import { createInMemoryApplications } from '../../testing/in-memory-applications.ts';
import { closeUpOf } from '../../testing/in-memory-deps.ts';
import { createInMemoryPets } from '../../testing/in-memory-pets.ts';
import { createInMemoryPolicies } from '../../testing/in-memory-policies.ts';
import { createInMemoryProducts } from '../../testing/in-memory-products.ts';
import { filesOf, petActor, usePets } from '../../testing/use-pets.ts';
import { READY_PRODUCTS } from '../ready/ready-products.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { type ApplyForPolicy, applyForPolicy } from './apply-for-policy.ts';
import { decideApplication } from './decide-application.ts';

const MUTUAL = 'paw-mutual' as TenantId;
const NOW = new Date('2026-01-01T12:00:00Z');
const { 'us-yearly': TERMS } = READY_PRODUCTS;
const ann = petActor('ann');
const bob = petActor('bob');
const UMA = { at: NOW, actor: { kind: 'person', id: 'uma' } } as const;

describe('asking for a policy', () => {
  const pets = usePets(async () => createInMemoryPets());
  let deps: ApplicationDeps;
  let drawn: number;
  beforeEach(async () => {
    const products = createInMemoryProducts(new Map([[MUTUAL, 'Paw Mutual']]));
    await products.add({ id: 'yearly', tenant: MUTUAL, createdAt: NOW, draft: { terms: TERMS, savedAt: NOW } });
    await sell(products, TERMS);
    const policies = createInMemoryPolicies();
    const applications = createInMemoryApplications();
    const { ids } = pets.deps();
    drawn = 0;
    deps = {
      insurance: { products, policies, clock: { now: () => NOW }, ids },
      pets: pets.deps(),
      applications,
      randomBytes: (count) => new Uint8Array(count).fill(++drawn),
      publicUrl: 'https://snout.example',
      inUnit: (work) => pets.deps().petsUnitOfWork.run((stores) => work({ policies, applications, audit: stores.audit, pets: stores })),
    };
  });

  const sell = (products: ApplicationDeps['insurance']['products'], terms: typeof TERMS) =>
    products.publish(MUTUAL, 'yearly', { version: 1, effectiveFrom: toCalendarDay('2025-12-01'), terms, publishedAt: NOW });
  const BORN = { date: '2023-05-04', precision: 'day', estimated: false } as const;
  const own = async (owner: PetActor, animal: string, more: Partial<RegisterPet> = {}) => {
    const profile = { birth: BORN, ...more.profile };
    return (await pets.register(owner, animal, { allowDuplicate: true, ...more, profile })).id;
  };
  const ask = (petId: PetId, changes: Partial<ApplyForPolicy> = {}, who: PetActor = ann) =>
    applyForPolicy(deps, who, {
      insurer: MUTUAL,
      productId: 'yearly',
      petId,
      cover: { tier: 'standard', choices: {}, startsOn: '2026-01-10' as CalendarDay },
      accepted: TERMS.disclosures.map(({ id }) => id),
      language: 'en',
      ...changes,
    });
  const applied = async (...asked: Parameters<typeof ask>) => {
    const result = await ask(...asked);
    if (result.kind !== 'applied') throw new Error(`Not applied: ${JSON.stringify(result)}`);
    return result;
  };
  const animals = async () => (await deps.pets.gallery.visibleTo([MUTUAL]).listPets({ limit: 99 })).map(({ id }) => id);

  it('gives a policy that waits for its premium, of an animal that the insurer has a record of its own of', async () => {
    const mia = await own(ann, 'mia', { photos: [pets.photo('mia'), pets.photo('mia'), closeUpOf({ animal: 'mia' })] });
    const { application, policy } = await applied(mia);
    expect(application).toMatchObject({ state: 'accepted', reasons: [], applicant: ann.user, ownPetId: mia, policyId: policy?.id });
    expect(application.accepted.disclosures).toEqual(TERMS.disclosures);
    expect(policy?.policy).toMatchObject({ status: 'awaiting-payment', holder: ann.user, petId: application.animalId, tenant: MUTUAL });
    expect(await deps.applications.find(MUTUAL, application.id)).toEqual(application);
    expect(await animals()).toEqual([application.animalId]);

    const animal = application.animalId ?? ('' as PetId);
    const [kept, noses] = [await deps.pets.gallery.findPet(animal), await deps.pets.gallery.noseCloseUps(animal)];
    expect([kept?.photos.length, noses.length]).toEqual([2, 1]);
    for (const { blobKey } of [...(kept?.photos ?? []), ...noses]) expect(await deps.pets.photos.get(blobKey)).not.toBeNull();
  });

  it('keeps what a claim is compared with, whatever its owner does', async () => {
    const mia = await own(ann, 'mia', { profile: { medicalNotes: 'shy', marks: 'kinked tail' } });
    const { application } = await applied(mia);
    await erasePet(pets.deps(), ann, mia);
    const animal = application.animalId ?? ('' as PetId);
    expect((await deps.pets.gallery.findPet(animal))?.photos).toHaveLength(2);
    const record = await deps.pets.petsUnitOfWork.run((stores) => stores.pets.find(animal));
    expect(record).toMatchObject({ tenant: MUTUAL, profile: { marks: 'kinked tail', medicalNotes: '', birth: BORN } });
    await expect(editPet(pets.deps(), ann, { petId: animal, patch: { marks: 'none' } })).rejects.toMatchObject({ code: 'pet-not-found' });
  });

  it('is done once for a request that is repeated', async () => {
    const mia = await own(ann, 'mia');
    const [first, again] = [await applied(mia, { id: 'asked' }), await applied(mia, { id: 'asked' })];
    expect(again).toEqual(first);
    expect(await animals()).toHaveLength(1);
  });

  it.each([
    ['no birth date', { profile: { birth: null } }, {}, 'birth-date-missing'],
    ['a product that is not sold', {}, { productId: 'other' }, 'not-in-force'],
    ['an animal that is too young', { profile: { birth: { ...BORN, date: '2025-12-20' } } }, {}, 'not-quoted'],
    ['disclosures that were not accepted', {}, { accepted: ['limits'] }, 'disclosures-not-accepted'],
  ])('says every reason of the contract at once, and stores nothing: %s', async (_, pet, asked, reason) => {
    const mia = await own(ann, 'mia', pet as Partial<RegisterPet>);
    const files = await filesOf(deps.pets.photos);
    expect(await ask(mia, asked)).toMatchObject({ kind: 'refused', reasons: [{ kind: reason }] });
    expect([await animals(), await filesOf(deps.pets.photos)]).toEqual([[], files]);
  });

  it('asks for better photos where those there are would not tell the animal at a claim, and stores nothing', async () => {
    const poor = await own(ann, 'mia', { photos: [pets.photo({ animal: 'mia', quality: 30 }), pets.photo('mia')] });
    expect(await ask(poor)).toEqual({ kind: 'better-photos', wishes: [{ kind: 'good-face-photos', have: 1, want: 2 }] });
    expect(await animals()).toEqual([]);
  });

  it.each([
    ['dog', [{ kind: 'nose-close-up' }]],
    ['cat', null],
  ] as const)('asks for the nose of a %s where the product compares noses', async (species, wishes) => {
    const products = createInMemoryProducts(new Map([[MUTUAL, 'Paw Mutual']]));
    await products.add({ id: 'yearly', tenant: MUTUAL, createdAt: NOW, draft: { terms: TERMS, savedAt: NOW } });
    await sell(products, { ...TERMS, identity: { ...TERMS.identity, modalities: ['face', 'nose'] } });
    deps = { ...deps, insurance: { ...deps.insurance, products } };
    const photo = () => pets.photo({ animal: 'rex', species });
    const rex = await own(ann, 'rex', { photos: [photo(), photo()] });
    expect(await ask(rex)).toMatchObject(wishes ? { kind: 'better-photos', wishes } : { kind: 'applied' });
  });

  describe('is referred to a person, with the reason', () => {
    const reasonsOf = async (...asked: Parameters<typeof ask>) => {
      const { application, policy } = await applied(...asked);
      expect([application.state, policy, application.policyId]).toEqual(['referred', null, null]);
      return application.reasons;
    };

    it('when another animal of the insurer looks like it', async () => {
      const { application } = await applied(await own(ann, 'mia'));
      const twin = await own(bob, 'twin', { photos: [pets.photo('mia'), pets.photo('mia')] });
      expect(await reasonsOf(twin, {}, bob)).toEqual([
        { kind: 'looks-like-known', animal: application.animalId, falseMatchIn: expect.any(Number) },
      ]);
    });

    it('when a photo is one of another animal of the insurer, or of somebody else', async () => {
      const shared = pets.photo('mia');
      const insured = await own(ann, 'mia', { photos: [shared, pets.photo('mia')] });
      const { application } = await applied(insured);
      const theirs = await own(bob, 'tom', { photos: [pets.photo('tom'), pets.photo('tom'), shared], sameAnimal: true });
      expect((await reasonsOf(theirs, {}, bob)).filter(({ kind }) => kind === 'same-file')).toMatchObject([
        { animal: application.animalId },
      ]);

      const used = pets.photo('rex');
      await own(ann, 'rex', { photos: [used, pets.photo('rex')] });
      const again = await own(bob, 'rex', { photos: [used, pets.photo('rex')] });
      expect(await reasonsOf(again, {}, bob)).toMatchObject([{ kind: 'photo-used-elsewhere' }]);
    });

    it('when another animal of the insurer carries its chip', async () => {
      const profile = { microchips: ['276098101234567'] };
      const { application } = await applied(await own(ann, 'mia', { profile }));
      const other = await own(bob, 'tom', { profile });
      expect(await reasonsOf(other, {}, bob)).toEqual([{ kind: 'same-microchip', animal: application.animalId }]);
    });

    it('when its age is only guessed and matters', async () => {
      const mia = await own(ann, 'mia', { profile: { birth: { ...BORN, estimated: true } } });
      expect(await reasonsOf(mia)).toEqual([{ kind: 'age-unproven' }]);
    });

    it('when a photo looks like one of a screen', async () => {
      const screen = { ...pets.photo('mia') };
      screen.bytes = new TextEncoder().encode(JSON.stringify({ ...JSON.parse(new TextDecoder().decode(screen.bytes)), screen: 0.9 }));
      const mia = await own(ann, 'mia', { photos: [pets.photo('mia'), screen] });
      expect(await reasonsOf(mia)).toMatchObject([{ kind: 'photo-of-screen', photos: [expect.any(String)] }]);
    });
  });

  it('is not asked twice for one pet, while it waits and while it is insured', async () => {
    const mia = await own(ann, 'mia', { profile: { birth: { ...BORN, estimated: true } } });
    const { application } = await applied(mia);
    expect(await ask(mia)).toEqual({ kind: 'refused', reasons: [{ kind: 'application-open', application: application.id }] });
    await decideApplication(deps, { tenant: MUTUAL, id: application.id, decision: 'accept', explanation: 'Papers seen.' }, UMA);
    expect(await ask(mia)).toMatchObject({ kind: 'refused', reasons: [{ kind: 'already-insured' }] });
  });

  it('is made once of two that are asked for at the same moment', async () => {
    const mia = await own(ann, 'mia');
    const answers = await Promise.all([ask(mia), ask(mia)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['applied', 'refused']);
    expect(answers.find(({ kind }) => kind === 'refused')).toMatchObject({ reasons: [{ kind: 'already-insured' }] });
    expect(await animals()).toHaveLength(1);
  });

  it('leaves nothing behind when a rule is no longer met by the time it is stored', async () => {
    const mia = await own(ann, 'mia');
    const files = await filesOf(deps.pets.photos);
    const later = new Date('2026-01-20T12:00:00Z');
    const times = [NOW, later];
    const clock = { now: () => times.shift() ?? later };
    deps = { ...deps, insurance: { ...deps.insurance, clock } };
    expect(await ask(mia)).toEqual({ kind: 'refused', reasons: [{ kind: 'not-quoted', reason: { kind: 'start-in-past' } }] });
    expect([await animals(), await filesOf(deps.pets.photos)]).toEqual([[], files]);
  });

  it("is of the owner's pet only", async () => {
    const mia = await own(ann, 'mia');
    await expect(ask(mia, {}, bob)).rejects.toMatchObject({ code: 'pet-not-found' });
    const { application } = await applied(mia);
    const insurer: PetActor = { kind: 'person', user: 'uma', tenants: [MUTUAL] };
    await expect(ask(application.animalId ?? mia, {}, insurer)).rejects.toMatchObject({ code: 'pet-not-found' });
    await expect(ask(mia, { insurer: 'nobody' as TenantId })).rejects.toMatchObject({ code: 'insurer-not-found' });
  });

  describe('is decided by a person', () => {
    const referred = async () => {
      const mia = await own(ann, 'mia', { profile: { birth: { ...BORN, estimated: true } } });
      return (await applied(mia)).application;
    };
    const decide = (id: string, decision: 'accept' | 'decline', explanation = 'Seen.', at = NOW) =>
      decideApplication(deps, { tenant: MUTUAL, id, decision, explanation }, { ...UMA, at });

    it('who accepts it: a policy that waits for its premium', async () => {
      const { id, animalId } = await referred();
      const result = await decide(id, 'accept', ' Papers seen. ');
      expect(result).toMatchObject({
        kind: 'decided',
        application: { state: 'accepted', decision: { by: UMA.actor, explanation: 'Papers seen.' } },
        policy: { policy: { status: 'awaiting-payment', petId: animalId, terms: [{ startsOn: '2026-01-10' }] } },
      });
      expect(await deps.applications.find(MUTUAL, id)).toEqual(result.kind === 'decided' && result.application);
    });

    it('from whose day on the cover begins where the day asked for has passed', async () => {
      const { id } = await referred();
      expect(await decide(id, 'accept', 'Late.', new Date('2026-01-20T12:00:00Z'))).toMatchObject({
        policy: { policy: { terms: [{ startsOn: '2026-01-20' }] } },
      });
    });

    it('who declines it with a reason: the record of the animal is erased, files and all', async () => {
      const before = await filesOf(deps.pets.photos);
      const { id, ownPetId } = await referred();
      const own = (await deps.pets.gallery.findPet(ownPetId))?.photos.map(({ blobKey }) => blobKey) ?? [];
      await expect(decide(id, 'decline', ' ')).rejects.toThrow(RangeError);
      expect(await decide(id, 'decline', 'Insured elsewhere.')).toMatchObject({
        application: { state: 'declined', animalId: null, decision: { explanation: 'Insured elsewhere.' } },
        policy: null,
      });
      expect(await animals()).toEqual([]);
      expect([...(await filesOf(deps.pets.photos))].sort()).toEqual([...before, ...own].sort());
    });

    it('once, and of the own insurer only', async () => {
      const { id } = await referred();
      await expect(
        decideApplication(deps, { tenant: 'tail-re' as TenantId, id, decision: 'accept', explanation: 'x' }, UMA),
      ).rejects.toMatchObject({ code: 'application-not-found' });
      await decide(id, 'accept');
      await expect(decide(id, 'decline')).rejects.toMatchObject({ code: 'application-decided' });
    });
  });

  it('tries another number where one is taken', async () => {
    const numbers = [7, 7, 8];
    deps = { ...deps, randomBytes: (count) => new Uint8Array(count).fill(numbers.shift() ?? 0) };
    const first = await applied(await own(ann, 'mia'));
    const second = await applied(await own(ann, 'tom'));
    expect(second.policy?.policy.number).not.toBe(first.policy?.policy.number);
  });
});
