import { describe, expect, it } from 'vitest';
import { judgeFrame } from './judge-frame.ts';
import { head, nose, sighting } from './testing/sightings.ts';

const hintOf = (...args: Parameters<typeof judgeFrame>) => {
  const verdict = judgeFrame(...args);
  return verdict.kind === 'passes' ? 'passes' : verdict.hint;
};

describe('a frame', () => {
  it.each([
    ['front', head()],
    ['left', head({ turn: -0.6 })],
    ['right', head({ turn: 0.6 })],
    ['left', head({ species: 'cat', turn: -0.22 })],
  ] as const)('passes the %s step', (step, seen) => {
    expect(hintOf(step, sighting(seen))).toBe('passes');
  });

  it.each([
    ['front', null, 'no-head'],
    ['front', head({ eyes: 30 }), 'move-closer'],
    ['front', head({ centre: [80, 240] }), 'move-back'],
    ['front', head({ turn: 0.4 }), 'look-at-camera'],
    ['left', head(), 'turn-left'],
    ['left', head({ turn: 0.6 }), 'turn-left'],
    ['right', head({ turn: -0.6 }), 'turn-right'],
    ['left', head({ turn: -0.22 }), 'turn-left'],
    ['front', head({ reasons: ['hold-still', 'more-light'] }), 'hold-still'],
    ['front', head({ score: 12 }), 'hold-still'],
  ] as const)('of the %s step says what to do', (step, seen, hint) => {
    expect(hintOf(step, sighting(seen))).toBe(hint);
  });

  it('from the side is not told to look at the camera', () => {
    expect(hintOf('left', sighting(head({ turn: -0.6, reasons: ['look-at-camera'] })))).toBe('passes');
  });

  it.each([
    [null, 'passes'],
    [head(), 'passes'],
  ])('of a good nose passes, whether the head is seen or not', (seen, hint) => {
    expect(hintOf('nose', sighting(seen, { nose: nose() }))).toBe(hint);
  });

  it.each([
    [null, null, 'no-nose'],
    [head(), null, 'nose-closer'],
    [null, nose({ centre: [100, 240] }), 'nose-centre'],
    [null, nose({ score: 20 }), 'hold-still'],
    [head(), nose({ reasons: ['move-closer'] }), 'nose-closer'],
    [null, nose({ reasons: ['avoid-shine', 'more-light'] }), 'nose-shine'],
    [null, nose({ reasons: ['hold-still'] }), 'hold-still'],
    [null, nose({ reasons: ['more-light'] }), 'more-light'],
    [null, nose({ reasons: ['square-on'] }), 'nose-square'],
    [null, nose({ reasons: ['uncover-nose'] }), 'nose-whole'],
  ] as const)('of the nose step says what to do (%#)', (seen, seenNose, hint) => {
    expect(hintOf('nose', sighting(seen, { nose: seenNose }))).toBe(hint);
  });

  it('is worth more when it is sharper, of better quality or straighter', () => {
    const worth = (score: number, detail: number, turn = 0) => {
      const verdict = judgeFrame('front', sighting(head({ score, turn }), { detail }));
      return verdict.kind === 'passes' ? verdict.worth : Number.NaN;
    };
    expect(worth(80, 9)).toBeGreaterThan(worth(80, 5));
    expect(worth(90, 5)).toBeGreaterThan(worth(80, 5));
    expect(worth(80, 5, 0.05)).toBeGreaterThan(worth(80, 5, -0.2));
  });
});
