/** What of a network's answer becomes a mark. */
export interface PickOptions {
  /** A mark scores more than this, 0 to 1. */
  readonly least: number;
}

/** The network's answer for a crop: a row a mark: x, y in pixels of the crop, score, then its vector of length 1. Rows of zeros fill up. */
export interface MarkRows {
  readonly data: Float32Array;
  readonly dimensions: number;
}

export interface PickedMarks {
  readonly count: number;
  /** x, y in pixels of the crop, the centre of the first pixel at (0.5, 0.5). */
  readonly points: Float32Array;
  readonly scores: Float32Array;
  /** `dimensions` numbers of length 1 a mark. */
  readonly vectors: Float32Array;
}

/** Of a row, before its vector: x, y, score. */
export const MARK_COLUMNS = 3;

/**
 * The marks that score enough, surest first; of equal ones, the first of the network's first. Training does the same (features.py, marks_of).
 * `isSeen` leaves out places that do not show the photo (x, y in pixels of the crop).
 */
export function pickMarks(
  { data, dimensions }: MarkRows,
  { least }: PickOptions,
  isSeen: (x: number, y: number) => boolean = () => true,
): PickedMarks {
  const columns = MARK_COLUMNS + dimensions;
  const scoreAt = (row: number) => data[row * columns + 2] ?? 0;
  const kept: number[] = [];
  for (let row = 0; row < data.length / columns; row++) {
    if (scoreAt(row) > least && isSeen(data[row * columns] ?? 0, data[row * columns + 1] ?? 0)) kept.push(row);
  }
  kept.sort((a, b) => scoreAt(b) - scoreAt(a) || a - b);
  const points = new Float32Array(2 * kept.length);
  const vectors = new Float32Array(dimensions * kept.length);
  for (const [index, row] of kept.entries()) {
    const start = row * columns;
    points.set(data.subarray(start, start + 2), 2 * index);
    vectors.set(data.subarray(start + MARK_COLUMNS, start + columns), dimensions * index);
  }
  return { count: kept.length, points, scores: Float32Array.from(kept, scoreAt), vectors };
}
