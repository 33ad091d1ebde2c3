/** What of a network's scores becomes a mark. */
export interface PickOptions {
  /** Most marks of a crop, the surest. */
  readonly most: number;
  /** A mark scores at least as much as every pixel up to so many columns and rows away. */
  readonly apart: number;
  /** Strip at the crop's edge without marks, px. */
  readonly edge: number;
  /** A mark scores more than this, 0 to 1. */
  readonly least: number;
}

/** The network's answer for a crop: a row a cell of `cell` x `cell` pixels, row by row: the scores of its pixels, then its descriptor. */
export interface MarkCells {
  readonly data: Float32Array;
  readonly cell: number;
  readonly dimensions: number;
  /** Of the crop, px: multiples of `cell`. */
  readonly width: number;
  readonly height: number;
}

export interface PickedMarks {
  readonly count: number;
  /** x, y in pixels of the crop, the centre of the first pixel at (0.5, 0.5). */
  readonly points: Float32Array;
  readonly scores: Float32Array;
  /** `dimensions` numbers of length 1 a mark. */
  readonly vectors: Float32Array;
}

/**
 * Peaks of the scores with the descriptor at their place, surest first. The exact algorithm, which training shares (features.py, pick):
 * a peak is no less than the largest score within `apart`; descriptors are bilinear between the cells' centres, the outermost repeated.
 * `isSeen` leaves out places that do not show the photo (x, y in pixels of the crop).
 */
export function pickMarks(cells: MarkCells, options: PickOptions, isSeen: (x: number, y: number) => boolean = () => true): PickedMarks {
  const { width, height, dimensions } = cells;
  const scores = scoreMap(cells);
  const largest = largestAround(scores, cells, options.apart);
  const found: number[] = [];
  for (let y = options.edge; y < height - options.edge; y++) {
    for (let x = options.edge; x < width - options.edge; x++) {
      const at = y * width + x;
      const score = scores[at] ?? 0;
      if (score > options.least && score >= (largest[at] ?? 0) && isSeen(x + 0.5, y + 0.5)) found.push(at);
    }
  }
  const kept = found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, options.most);
  const points = new Float32Array(2 * kept.length);
  const vectors = new Float32Array(dimensions * kept.length);
  for (const [index, at] of kept.entries()) {
    const x = (at % width) + 0.5;
    const y = Math.floor(at / width) + 0.5;
    points.set([x, y], 2 * index);
    describeAt(cells, x, y, vectors.subarray(index * dimensions, (index + 1) * dimensions));
  }
  return { count: kept.length, points, scores: Float32Array.from(kept, (at) => scores[at] ?? 0), vectors };
}

/** Scores pixel by pixel, row by row. */
function scoreMap({ data, cell, dimensions, width, height }: MarkCells): Float32Array {
  const columns = cell * cell + dimensions;
  const across = width / cell;
  const map = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * across;
    const inside = (y % cell) * cell;
    for (let x = 0; x < width; x++) {
      map[y * width + x] = data[(row + Math.floor(x / cell)) * columns + inside + (x % cell)] ?? 0;
    }
  }
  return map;
}

/** The largest value within `apart` columns and rows of each pixel: first along the rows, then along the columns. */
function largestAround(values: Float32Array, { width, height }: MarkCells, apart: number): Float32Array {
  const alongRows = largestAlong(values, { length: width, stride: 1, lines: height, lineStride: width }, apart);
  return largestAlong(alongRows, { length: height, stride: width, lines: width, lineStride: 1 }, apart);
}

/** Lines of values: `length` of them, `stride` apart; `lines` lines that begin `lineStride` apart. */
interface Lines {
  readonly length: number;
  readonly stride: number;
  readonly lines: number;
  readonly lineStride: number;
}

function largestAlong(values: Float32Array, { length, stride, lines, lineStride }: Lines, apart: number): Float32Array {
  const largestOf = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    for (let i = 0; i < length; i++) {
      let largest = 0;
      const end = Math.min(length - 1, i + apart);
      for (let k = Math.max(0, i - apart); k <= end; k++) largest = Math.max(largest, values[start + k * stride] ?? 0);
      largestOf[start + i * stride] = largest;
    }
  }
  return largestOf;
}

function describeAt({ data, cell, dimensions, width, height }: MarkCells, x: number, y: number, into: Float32Array): void {
  const columns = cell * cell + dimensions;
  const [across, down] = [width / cell, height / cell];
  const [u, v] = [clamp(x / cell - 0.5, across - 1), clamp(y / cell - 0.5, down - 1)];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [right, bottom] = [Math.min(left + 1, across - 1), Math.min(top + 1, down - 1)];
  const [fx, fy] = [u - left, v - top];
  const start = (column: number, row: number) => (row * across + column) * columns + cell * cell;
  const [a, b, c, d] = [start(left, top), start(right, top), start(left, bottom), start(right, bottom)];
  let sum = 0;
  for (let k = 0; k < dimensions; k++) {
    const upper = (data[a + k] ?? 0) * (1 - fx) + (data[b + k] ?? 0) * fx;
    const lower = (data[c + k] ?? 0) * (1 - fx) + (data[d + k] ?? 0) * fx;
    const value = upper * (1 - fy) + lower * fy;
    into[k] = value;
    sum += value * value;
  }
  const length = Math.max(Math.sqrt(sum), 1e-12);
  for (let k = 0; k < dimensions; k++) into[k] = (into[k] ?? 0) / length;
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), high);
}
