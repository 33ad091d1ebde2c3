import { describe, expect, it } from 'vitest';
import { decodeNose } from './decode-nose.ts';

const CELLS = 24;

interface Drawn {
  readonly centre: readonly [number, number];
  readonly half: readonly [number, number];
  /** Cells that something hides. */
  readonly hidden?: (x: number, y: number) => boolean;
}

/** Rows of a network that sees an ellipse of leather, soft at its edge, and nostrils where they are said to be. */
function rowsOf({ centre, half, hidden = () => false }: Drawn, nostrils: readonly [number, number][] = [], presence = 0.9): Float32Array {
  const rows = new Float32Array(1 + 3 * CELLS * CELLS);
  rows[0] = presence;
  for (let y = 0; y < CELLS; y++) {
    for (let x = 0; x < CELLS; x++) {
      const away = Math.hypot((x + 0.5 - centre[0]) / half[0], (y + 0.5 - centre[1]) / half[1]);
      rows[1 + y * CELLS + x] = hidden(x, y) ? 0 : 1 / (1 + Math.exp(12 * (away - 1)));
      for (const [k, [nx, ny]] of nostrils.entries())
        rows[1 + (k + 1) * CELLS * CELLS + y * CELLS + x] = Math.exp(-((x + 0.5 - nx) ** 2) - (y + 0.5 - ny) ** 2) / Math.PI;
    }
  }
  return rows;
}

describe('decodeNose', () => {
  it('finds the extent of the leather between cells, and both nostrils, the left one first', () => {
    const { presence, leather, whole, nostrils } = decodeNose(
      rowsOf({ centre: [11.3, 12.7], half: [6.4, 4.9] }, [
        [14.2, 13.1],
        [8.6, 12.4],
      ]),
      CELLS,
    );
    expect(presence).toBeCloseTo(0.9);
    for (const [found, wanted] of [4.9, 7.8, 17.7, 17.6].map((value, i) => [leather?.[i], value]))
      expect(found).toBeCloseTo(wanted ?? 0, 0);
    expect(whole).toBeGreaterThan(0.95);
    expect(nostrils[0][0]).toBeCloseTo(8.6, 1);
    expect(nostrils[1][1]).toBeCloseTo(13.1, 1);
  });

  it('keeps to the largest piece', () => {
    const rows = rowsOf({ centre: [8, 8], half: [5, 5] });
    rows[1 + 22 * CELLS + 22] = 1;
    expect(decodeNose(rows, CELLS).leather?.[2]).toBeLessThan(14);
  });

  it('says how much of the leather shows', () => {
    const stripe = { centre: [12, 12], half: [8, 8], hidden: (x: number, y: number) => Math.abs(x - y) < 3 && x > 6 } as const;
    expect(decodeNose(rowsOf(stripe), CELLS).whole).toBeLessThan(0.8);
  });

  it('finds no leather where none is, and refuses rows of another network', () => {
    expect(decodeNose(rowsOf({ centre: [12, 12], half: [0.1, 0.1] }), CELLS)).toMatchObject({ leather: null, whole: 0 });
    expect(() => decodeNose(new Float32Array(10), CELLS)).toThrow(RangeError);
  });
});
