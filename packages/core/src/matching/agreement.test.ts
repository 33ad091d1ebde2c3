import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';
import { RULE, randomMarks, SIDE, seenAgain, toMarks } from './testing/made-up-marks.ts';

type Place = readonly [number, number];

const turned =
  (degrees: number, scale: number, shift: Place) =>
  ([x, y]: Place): Place => {
    const angle = (degrees * Math.PI) / 180;
    const [u, v] = [x - SIDE / 2, y - SIDE / 2];
    return [
      scale * (Math.cos(angle) * u - Math.sin(angle) * v) + SIDE / 2 + shift[0],
      scale * (Math.sin(angle) * u + Math.cos(angle) * v) + SIDE / 2 + shift[1],
    ];
  };
/** Tilted away from the camera. */
const tilted = ([x, y]: Place): Place => {
  const w = 1 + (0.25 * (x - SIDE / 2)) / SIDE;
  return [(x - SIDE / 2) / w + SIDE / 2, (0.9 * (y - SIDE / 2)) / w + SIDE / 2];
};
/** Skin that is pulled here and pushed there, by up to 7 px. */
const stretched = ([x, y]: Place): Place => [x + 7 * Math.sin((x + y) / 60), y + 7 * Math.cos((x - 0.7 * y) / 70)];

describe('agreementOf', () => {
  it.each([
    ['not at all', (place: Place) => place],
    ['turned, enlarged and shifted', turned(24, 1.15, [12, -9])],
    ['tilted', tilted],
    ['turned and tilted', (place: Place) => tilted(turned(-15, 0.9, [5, 8])(place))],
    ['stretched as skin is', stretched],
  ])('finds nearly all marks of a crop again that was moved: %s', (_, warp) => {
    const first = randomMarks(300, 1);
    const again = seenAgain(first, warp);
    const agreement = agreementOf(toMarks(first), toMarks(again), RULE);
    expect(agreement.pairs.length / again.length).toBeGreaterThan(0.85);
    expect(agreement.of).toBeGreaterThanOrEqual(agreement.pairs.length);
    expect(agreement.of).toBeLessThanOrEqual(300);
    expect(agreement.coverage).toBeGreaterThan(0.9);
    // Each mark is paired with itself: what is led into the crop keeps its order.
    const kept = first.flatMap((mark, i) => (warp(mark.at).every((value) => value >= 0 && value <= SIDE) ? [i] : []));
    expect(agreement.pairs.filter(({ a, b }) => kept[b] === a).length / agreement.pairs.length).toBeGreaterThan(0.98);
  });

  it('finds the half that is the same among marks that are not', () => {
    const first = randomMarks(240, 2);
    const again = [...seenAgain(first.slice(0, 120), turned(10, 1, [3, 3])), ...randomMarks(120, 3)];
    const { pairs } = agreementOf(toMarks(first), toMarks(again), RULE);
    expect(pairs.length).toBeGreaterThan(90);
    expect(pairs.every(({ a }) => a < 120)).toBe(true);
  });

  it('agrees in nothing, or hardly anything, where the marks are of different animals', () => {
    for (let seed = 10; seed < 30; seed++) {
      const { pairs } = agreementOf(toMarks(randomMarks(400, seed)), toMarks(randomMarks(400, seed + 100)), RULE);
      expect(pairs.length).toBeLessThan(12);
    }
  });

  it('does not count a pair that lies near by chance but moved otherwise than those around it', () => {
    const first = randomMarks(200, 4);
    const again = seenAgain(first, (place) => place, { blur: 0.1 }).map((mark, i) =>
      i % 10 === 0 ? { ...mark, at: [mark.at[0] + 9, mark.at[1] - 9] as const } : mark,
    );
    const { pairs } = agreementOf(toMarks(first), toMarks(again), RULE);
    expect(pairs.filter(({ a }) => a % 10 === 0)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(170);
  });

  it('does not count a mirrored crop, and not one that is turned by more than vectors survive', () => {
    const first = randomMarks(200, 5);
    for (const warp of [([x, y]: Place): Place => [SIDE - x, y], turned(120, 1, [0, 0])]) {
      expect(agreementOf(toMarks(first), toMarks(seenAgain(first, warp)), RULE).pairs.length).toBeLessThan(10);
    }
  });

  it('says that marks along one line tell nothing', () => {
    const line = randomMarks(100, 6).map((mark) => ({ ...mark, at: [mark.at[0], 100 + 0.3 * mark.at[0]] as const }));
    const { pairs, coverage, residual } = agreementOf(toMarks(line), toMarks(seenAgain(line, (place) => place)), RULE);
    expect([pairs, coverage, residual]).toEqual([[], 0, null]);
  });

  it.each([0, 1, 2, 4])('finds no agreement from %d marks', (count) => {
    const few = toMarks(randomMarks(count, 7));
    const many = toMarks(randomMarks(200, 7));
    for (const [a, b] of [
      [few, many],
      [many, few],
      [few, few],
    ] as const) {
      expect(agreementOf(a, b, RULE)).toMatchObject({ pairs: [], of: count, coverage: 0, residual: null });
    }
  });

  it('takes marks that all lie at one place, or have one vector, without failing', () => {
    const first = randomMarks(50, 8);
    const heap = toMarks(first.map((mark) => ({ ...mark, at: [7, 7] as const })));
    expect(agreementOf(heap, heap, RULE).pairs).toEqual([]);
    const alike = toMarks(first.map((mark) => ({ ...mark, vector: first[0]?.vector ?? mark.vector })));
    expect(agreementOf(alike, alike, RULE).pairs).toEqual([]);
  });

  it('gives the same for the same crops, and refuses marks of another network', () => {
    const [a, b] = [toMarks(randomMarks(150, 9)), toMarks(seenAgain(randomMarks(150, 9), tilted))];
    expect(agreementOf(a, b, RULE)).toEqual(agreementOf(a, b, RULE));
    expect(() => agreementOf(a, { ...b, model: 'another' }, RULE)).toThrow(/cannot be compared/);
  });
});
