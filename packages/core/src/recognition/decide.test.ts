import { describe, expect, it } from 'vitest';
import { petFixture } from '../testing/enrolled-photo-fixture.ts';
import { fakeModels } from '../testing/fake-recogniser.ts';
import { type DecideInput, decide, POOR_QUALITY } from './decide.ts';
import { describeDecision } from './describe-decision.ts';
import type { GalleryHit, PhotoId } from './gallery.port.ts';

// Operating points: FMR 1e-1 at 0.1, 1e-2 at 0.2, ... 1e-5 at 0.5; natural log-odds 25 s - 10.
const calibration = fakeModels().calibration.species.cat;

const hit = (name: string, similarity: number): GalleryHit => ({
  pet: petFixture(name, { name }),
  photoId: `photo of ${name}` as PhotoId,
  similarity,
});

function decideOn(hits: readonly GalleryHit[], fields: Partial<DecideInput> & { readonly searched?: number } = {}) {
  const found = { hits, searched: fields.searched ?? hits.length };
  return decide({ use: 'identify', calibration, model: 'm', quality: 80, limit: 5, ...fields, found });
}

describe('decision', () => {
  it('is unknown in an empty gallery', () => {
    const decision = decideOn([]);
    expect(decision).toMatchObject({ kind: 'unknown', why: ['empty-gallery'], candidates: [] });
    expect(describeDecision(decision, 'cat')).toEqual(['No cat is enrolled yet.']);
  });

  it('is a match above the threshold of the use', () => {
    const decision = decideOn([hit('Mia', 0.31)]);
    expect(decision).toMatchObject({ kind: 'match', best: { pet: { name: 'Mia' }, photoId: 'photo of Mia' }, lookAlike: null });
    expect(describeDecision(decision, 'cat')).toEqual([
      'This is Mia.',
      'Two different cats look this alike in about 1 of 1,000 comparisons.',
    ]);
  });

  it('is stricter for a claim than for a lost pet', () => {
    const kinds = (use: DecideInput['use']) =>
      [0.05, 0.15, 0.25, 0.35, 0.45].map((similarity) => decideOn([hit('Mia', similarity)], { use }).kind);
    expect(kinds('claim')).toEqual(['unknown', 'unknown', 'review', 'review', 'match']);
    expect(kinds('identify')).toEqual(['unknown', 'review', 'review', 'match', 'match']);
    expect(kinds('lost-pet')).toEqual(['unknown', 'review', 'match', 'match', 'match']);
  });

  it('is stricter the more pets were searched', () => {
    const kinds = [1, 10, 100].map((searched) => decideOn([hit('Mia', 0.45)], { searched }).kind);
    expect(kinds).toEqual(['match', 'match', 'review']);
  });

  it('is no better than review where the calibration has measured too little', () => {
    const decision = decideOn([hit('Mia', 0.99)], { searched: 1000 });
    expect(decision).toMatchObject({
      kind: 'review',
      why: ['beyond-measurement'],
      basis: { searched: 1000, beyondMeasurement: true, fmr: 1e-5 },
    });
    expect(describeDecision(decision, 'cat')).toEqual([
      'This may be Mia. A person must look before anything is decided.',
      'Two different cats look this alike in fewer than 1 of 100,000 comparisons.',
      'Among this many cats, a chance likeness as strong as this one cannot be ruled out by what has been measured.',
    ]);
  });

  it('warns of a runner-up that is close, and asks a person when it is too close', () => {
    expect(decideOn([hit('Mia', 0.6), hit('Max', 0.4)])).toMatchObject({ kind: 'match', lookAlike: null });
    const close = decideOn([hit('Mia', 0.6), hit('Max', 0.53)]);
    expect(close).toMatchObject({ kind: 'match', lookAlike: { pet: { name: 'Max' } } });
    expect(describeDecision(close, 'cat')).toContain('Max looks very much alike: make sure that it is not Max.');
    const tooClose = decideOn([hit('Mia', 0.6), hit('Max', 0.58)]);
    expect(tooClose).toMatchObject({ kind: 'review', why: ['look-alike'] });
    expect(describeDecision(tooClose, 'cat')).toContain('Max looks just as much like the photo.');
  });

  it('asks a person when the photo is poor, however like it looks', () => {
    const decision = decideOn([hit('Mia', 0.9)], { quality: POOR_QUALITY - 1 });
    expect(decision).toMatchObject({ kind: 'review', why: ['poor-photo'] });
    expect(describeDecision(decision, 'cat')).toContain('The photo is too poor to be sure: take a better one.');
  });

  it('says plainly when it is none of them, and still lists the nearest', () => {
    const decision = decideOn([hit('Mia', 0.05), hit('Max', 0.01)], { searched: 1234 });
    expect(decision).toMatchObject({
      kind: 'unknown',
      why: ['below-threshold'],
      candidates: [{ pet: { name: 'Mia' } }, { pet: { name: 'Max' } }],
    });
    expect(describeDecision(decision, 'dog')).toEqual(['This is none of the 1,234 enrolled dogs, as far as the photo shows.']);
  });

  it('lists no more candidates than asked for, with their calibrated probability and no similarity', () => {
    const { candidates } = decideOn([hit('Mia', 0.4), hit('Max', 0.3), hit('Zoe', 0.2)], { limit: 2 });
    expect(candidates).toHaveLength(2);
    expect(candidates[0]?.probability).toBeCloseTo(0.5);
    expect(Object.keys(candidates[0] ?? {})).not.toContain('similarity');
  });

  it('never speaks of a percentage', () => {
    for (let similarity = -1; similarity <= 1; similarity += 0.05) {
      for (const use of ['claim', 'identify', 'lost-pet'] as const) {
        const words = describeDecision(decideOn([hit('Mia', similarity), hit('Max', similarity - 0.05)], { use }), 'dog').join(' ');
        expect(words).not.toMatch(/%|percent|similar/);
      }
    }
  });
});
