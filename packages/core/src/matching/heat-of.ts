import type { Marks } from './marks.ts';

/** Squares along a side. */
const SQUARES = 8;

/** Share of the marks that agree in each of 8 x 8 squares of a crop, row by row, 0 to 1; null where there are no marks. */
export function heatOf(marks: Marks, agreeing: ReadonlySet<number>): readonly (readonly (number | null)[])[] {
  const all = new Array<number>(SQUARES * SQUARES).fill(0);
  const hot = new Array<number>(SQUARES * SQUARES).fill(0);
  const along = (value: number) => Math.min(SQUARES - 1, Math.max(0, Math.floor((value / marks.side) * SQUARES)));
  for (let i = 0; i < marks.count; i++) {
    const square = along(marks.inCrop[2 * i + 1] ?? 0) * SQUARES + along(marks.inCrop[2 * i] ?? 0);
    all[square] = (all[square] ?? 0) + 1;
    if (agreeing.has(i)) hot[square] = (hot[square] ?? 0) + 1;
  }
  const shareIn = (square: number) => (all[square] === 0 ? null : (hot[square] ?? 0) / (all[square] ?? 1));
  return Array.from({ length: SQUARES }, (_, row) => Array.from({ length: SQUARES }, (__, column) => shareIn(row * SQUARES + column)));
}
