import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Head, Landmarks, Species } from '../recognition/index.ts';
import { evaluateDetection } from './evaluate-detection.ts';
import { type LabelledHead, matchHeads } from './match-heads.ts';

const UNSEEN: Landmarks = { leftEye: null, rightEye: null, nose: null };
const labelled = (box: Box, species: Species = 'dog', landmarks = UNSEEN): LabelledHead => ({ box, species, landmarks });
const found = (box: Box, fields: Partial<Head> = {}): Head => ({ box, species: 'dog', score: 0.9, landmarks: UNSEEN, ...fields });

describe('matching found heads to labelled ones', () => {
  test('an overlap of half is a hit, less is a false head', () => {
    const truth = [labelled([0, 0, 100, 100])];
    expect(matchHeads({ labelled: truth, found: [found([0, 0, 100, 50])] }, 40)).toMatchObject({ falseHeads: 0, hits: [{}] });
    expect(matchHeads({ labelled: truth, found: [found([0, 0, 100, 49])] }, 40)).toMatchObject({ falseHeads: 1, hits: [] });
  });

  test('a second box around the same head is a false head, whichever is listed first', () => {
    const boxes = [found([0, 0, 100, 99], { score: 0.5 }), found([0, 0, 100, 90], { score: 0.8 })];
    const { hits, falseHeads } = matchHeads({ labelled: [labelled([0, 0, 100, 100])], found: boxes }, 40);
    expect(falseHeads).toBe(1);
    expect(hits.map((hit) => hit.found.score)).toEqual([0.8]);
  });

  test('a small head is neither asked for nor false when it is found', () => {
    const photo = { labelled: [labelled([0, 0, 39, 39])], found: [found([0, 0, 39, 39])] };
    expect(matchHeads(photo, 40)).toEqual({ hits: [], asked: 0, falseHeads: 0 });
  });

  test('what is found where a person could not tell is not false, but a labelled head there is still a hit', () => {
    const unsure: Box[] = [[0, 0, 100, 100]];
    expect(matchHeads({ labelled: [], found: [found([10, 10, 60, 60]), found([90, 90, 160, 160])], unsure }, 40)).toMatchObject({
      falseHeads: 1,
    });
    expect(matchHeads({ labelled: [labelled([10, 10, 60, 60])], found: [found([10, 10, 60, 60])], unsure }, 40)).toMatchObject({
      hits: [{}],
    });
  });
});

describe('figures of a detector', () => {
  test('count what was asked, found, wrong and how far landmarks are off', () => {
    const eyes: Landmarks = { leftEye: [20, 30], rightEye: [80, 30], nose: null };
    const guessed: Landmarks = { leftEye: [20, 35], rightEye: [89, 30], nose: [50, 60] };
    const figures = evaluateDetection([
      { labelled: [labelled([0, 0, 100, 50], 'cat', eyes)], found: [found([0, 0, 100, 50], { species: 'cat', landmarks: guessed })] },
      { labelled: [labelled([0, 0, 50, 50]), labelled([100, 0, 150, 50])], found: [found([0, 0, 50, 50], { species: 'cat' })] },
      { labelled: [], found: [found([0, 0, 50, 50])] },
    ]);
    expect(figures.counts).toEqual({ photos: 3, heads: 3, hits: 2, falseHeads: 1, rightSpecies: 1, landmarks: 2, landmarksFound: 2 });
    expect(figures.recall.value).toBeCloseTo(2 / 3);
    expect(figures.falseHeads.value).toBeCloseTo(1 / 3);
    expect(figures.species.value).toBe(0.5);
    expect(figures.landmarkError.value).toBeCloseTo(0.05);
  });

  test('a detector that repeats the labels makes no error, and the bounds say how sure that is', () => {
    const box = fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 40, max: 90 }))
      .map(([at, side]): Box => [at * 100, 0, at * 100 + side, side]);
    const boxes = fc.uniqueArray(box, { minLength: 1, maxLength: 5, selector: ([x0]) => x0 });
    fc.assert(
      fc.property(fc.array(boxes, { minLength: 1, maxLength: 8 }), (photos) => {
        const figures = evaluateDetection(
          photos.map((own) => ({ labelled: own.map((each) => labelled(each)), found: own.map((each) => found(each)) })),
          { smallest: 40, resamples: 20, seed: 3 },
        );
        expect(figures.recall).toMatchObject({ value: 1, high: 1 });
        expect(figures.recall.low).toBeCloseTo(Math.max(0, 1 - 3 / figures.counts.heads));
        expect(figures.falseHeads.value).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});
