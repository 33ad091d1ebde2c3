/**
 * Marks of one square crop: places that a network finds again, each with a vector that tells it from others. All lists run over the
 * marks in the same order, surest first. Frames: a crop spans [0, side] x [0, side], the centre of its first pixel is (0.5, 0.5); the
 * photo is the upright one.
 */
export interface Marks {
  /** Id of the network: marks of different networks are never compared. */
  readonly model: string;
  /** Side of the crop, px. */
  readonly side: number;
  readonly count: number;
  /** x, y of each mark in pixels of the crop: 2 * count numbers. */
  readonly inCrop: Float32Array;
  /** x, y of each mark in pixels of the upright photo: 2 * count numbers. */
  readonly inPhoto: Float32Array;
  /** 0 to 1: how sure it is that the mark is there and can be told from others. */
  readonly scores: Float32Array;
  /** `dimensions` numbers of Euclidean length 1 a mark. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

/** A mark of one crop and a mark of the other that are held to be the same place of the skin or coat, by index. */
export interface MarkPair {
  readonly a: number;
  readonly b: number;
}
