import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeHead } from '../testing/fake-recogniser.ts';
import { createInMemoryDeps, createPhotographer } from '../testing/in-memory-deps.ts';
import { enrolPet } from './enrol-pet.ts';
import { identify } from './identify.ts';

let deps: ReturnType<typeof createInMemoryDeps>;
let looks: number;
beforeEach(() => {
  deps = createInMemoryDeps();
  looks = 0;
});

const photo = createPhotographer();

async function enrol(name: string, head: FakeHead) {
  const result = await enrolPet(deps, { name, photos: [photo(head)], allowDuplicate: true });
  if (result.kind !== 'enrolled') throw new Error(`${name} was not enrolled.`);
  return result.pet;
}

async function identified(heads: readonly FakeHead[], limit = 5) {
  const finder = deps.markFinder;
  const counting: typeof finder = {
    ...finder,
    find: (...asked) => {
      looks++;
      return finder.find(...asked);
    },
  };
  const coats = { markFinder: counting, photos: deps.photos };
  const { photos } = await identify({ ...deps, coats }, { photos: [photo(...heads)], use: 'lost-pet', limit });
  const [first] = photos;
  if (first?.kind !== 'identified') throw new Error('The photo shows no head.');
  return first.heads.map(({ decision }) => decision);
}

/** Of one face, to tell apart by their coats alone. */
const twin = (coat: string): FakeHead => ({ animal: 'Mia', coat, noise: 0.05 });

describe('weighing coats in a search', () => {
  it('puts the one of two look-alikes first whose coat supports it, whichever the face prefers, and calls a person', async () => {
    const names = ['striped', 'spotted', 'plain'];
    for (const name of names) await enrol(name, twin(name));
    for (const name of names) {
      const [decision] = await identified([twin(name)]);
      expect(decision).toMatchObject({ kind: 'review', why: expect.arrayContaining(['look-alike']) });
      expect(decision?.candidates[0]?.pet.name).toBe(name);
      expect(decision?.candidates.map(({ pet }) => pet.name).toSorted()).toEqual(names.toSorted());
    }
  });

  it('finds it among a shortlist longer than the list that is asked for', async () => {
    for (let i = 0; i < 12; i++) await enrol(`coat-${i}`, twin(`coat-${i}`));
    // The first search finds the marks of some alone.
    await identified([twin('coat-9')], 2);
    const [decision] = await identified([twin('coat-9')], 2);
    expect(decision?.candidates.map(({ pet }) => pet.name)).toHaveLength(2);
    expect(decision?.candidates[0]?.pet.name).toBe('coat-9');
  });

  it('finds the marks of six stored photos anew, and those of the others in later searches', async () => {
    for (let i = 0; i < 10; i++) await enrol(`coat-${i}`, twin(`coat-${i}`));
    await identified([twin('coat-9')]);
    expect(looks).toBe(7);
    await identified([twin('coat-9')]);
    expect(looks).toBe(12);
    await identified([twin('coat-9')]);
    expect(looks).toBe(13);
  });

  it("leaves the order to the face where no coat or the face's own first is supported", async () => {
    for (const name of ['striped', 'spotted']) await enrol(name, twin(name));
    const stranger = photo(twin('a third'));
    const byFace = await identify(deps, { photos: [stranger], use: 'lost-pet', limit: 5 });
    const coats = { markFinder: deps.markFinder, photos: deps.photos };
    const withCoats = await identify({ ...deps, coats }, { photos: [stranger], use: 'lost-pet', limit: 5 });
    const order = (result: typeof byFace) =>
      result.photos.flatMap((one) => (one.kind === 'identified' ? one.heads[0]?.decision.candidates.map(({ pet }) => pet.name) : []));
    expect(order(withCoats)).toEqual(order(byFace));
  });

  it('makes nobody known who is unknown by the face, and looks at no coat for that', async () => {
    await enrol('Max', { animal: 'Max', coat: 'striped' });
    await enrol('Ben', { animal: 'Ben', coat: 'spotted' });
    const [decision] = await identified([{ animal: 'Stranger', coat: 'striped' }]);
    expect(decision).toMatchObject({ kind: 'unknown' });
    expect(looks).toBe(0);
  });

  it('looks at no coat where the face leaves no question', async () => {
    await enrol('Max', { animal: 'Max' });
    await enrol('Mia', { animal: 'Mia' });
    const [decision] = await identified([{ animal: 'Mia' }]);
    expect(decision).toMatchObject({ kind: 'match', best: { pet: { name: 'Mia' } } });
    expect(looks).toBe(0);
  });

  it('leaves photos with several heads to the faces', async () => {
    for (const name of ['striped', 'spotted']) await enrol(name, twin(name));
    await identified([twin('striped'), twin('spotted')]);
    expect(looks).toBe(0);
  });

  it('goes by the face where a coat shows too few marks or the files are gone', async () => {
    for (const name of ['striped', 'spotted']) await enrol(name, twin(name));
    const [few] = await identified([{ ...twin('striped'), marks: 3 }]);
    expect(few?.kind).not.toBe('unknown');
    const { photos } = deps;
    for await (const { key } of photos.list()) await photos.delete(key);
    deps = { ...deps, photos };
    await expect(identified([twin('spotted')])).resolves.toHaveLength(1);
  });
});
