import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { petFixture } from '../testing/enrolled-photo-fixture.ts';
import { assignHeads, type HeadOption, withoutOthers } from './assign-heads.ts';
import type { GalleryHit, PetId } from './gallery.port.ts';

const option = (petId: string, logOdds: number): HeadOption => ({ petId: petId as PetId, logOdds });

describe('assigning pets to the heads of one photo', () => {
  it('gives an animal to the head it fits best, and the other head its next', () => {
    expect(
      assignHeads([
        [option('mia', 5), option('max', 1)],
        [option('mia', 3), option('max', 2)],
      ]),
    ).toEqual(['mia', 'max']);
  });

  it('weighs all heads together: the surest pair first can be the worse whole', () => {
    expect(
      assignHeads([
        [option('mia', 5), option('max', 4.5)],
        [option('mia', 4.8), option('max', -3)],
      ]),
    ).toEqual(['max', 'mia']);
  });

  it('leaves a head without a pet rather than give it an unlikely one', () => {
    expect(assignHeads([[option('mia', 5)], [option('mia', 4)], [option('max', -1)], []])).toEqual(['mia', null, null, null]);
  });

  it('has nothing to do in a photo without heads', () => {
    expect(assignHeads([])).toEqual([]);
  });

  it('is the best of all assignments, and gives no pet twice', () => {
    const heads = fc.array(
      fc.uniqueArray(fc.record({ petId: fc.constantFrom('a', 'b', 'c', 'd'), logOdds: fc.integer({ min: -4, max: 9 }) }), {
        selector: ({ petId }) => petId,
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(heads, (rows) => {
        const options = rows.map((row) => row.map(({ petId, logOdds }) => option(petId, logOdds)));
        const assigned = assignHeads(options);
        const given = assigned.filter((pet) => pet !== null);
        expect(new Set(given).size).toBe(given.length);
        const total = assigned.reduce((sum, pet, head) => sum + (options[head]?.find(({ petId }) => petId === pet)?.logOdds ?? 0), 0);
        expect(total).toBe(bestTotal(options, new Set()));
      }),
    );
  });
});

describe('the hits left for a head', () => {
  it('are those of pets that no other head has', () => {
    const hits = ['mia', 'max', 'zoe'].map(
      (id): GalleryHit => ({ pet: petFixture(id), photoId: 'p' as GalleryHit['photoId'], similarity: 0.5 }),
    );
    const assigned = ['mia', 'max', null] as readonly (PetId | null)[];
    expect(withoutOthers(hits, assigned, 1).map(({ pet }) => pet.id)).toEqual(['max', 'zoe']);
    expect(withoutOthers(hits, assigned, 2).map(({ pet }) => pet.id)).toEqual(['zoe']);
  });
});

/** By trying everything. */
function bestTotal(heads: readonly (readonly HeadOption[])[], taken: ReadonlySet<string>): number {
  const [first, ...rest] = heads;
  if (first === undefined) return 0;
  const totals = first
    .filter(({ petId }) => !taken.has(petId))
    .map(({ petId, logOdds }) => logOdds + bestTotal(rest, new Set([...taken, petId])));
  return Math.max(bestTotal(rest, taken), ...totals);
}
