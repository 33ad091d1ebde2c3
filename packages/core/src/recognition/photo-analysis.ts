/** A point in pixels of the upright photo: origin at the top left corner, x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** An axis-aligned box in pixels of the upright photo. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

export const SPECIES = ['dog', 'cat'] as const;
export type Species = (typeof SPECIES)[number];

/** "Left" is further left in the upright photo, not the animal's left. Null: the detector does not see it. */
export interface Landmarks {
  readonly leftEye: Point | null;
  readonly rightEye: Point | null;
  readonly nose: Point | null;
}

/** One head found in a photo. */
export interface Head {
  readonly box: Box;
  readonly species: Species;
  /** Detector's score, 0 to 1. Not a probability of identity. */
  readonly score: number;
  readonly landmarks: Landmarks;
}

export const QUALITY_REASONS = [
  'move-closer',
  'hold-still',
  'more-light',
  'less-light',
  'look-at-camera',
  'uncover-face',
  'avoid-glare',
] as const;
/** What a person can do to make a better photo, worst defect first. */
export type QualityReason = (typeof QUALITY_REASONS)[number];

/** ISO/IEC 29794 sense: predicts how useful the head is for recognition. */
export interface Quality {
  /** 0 (useless) to 100. */
  readonly score: number;
  readonly reasons: readonly QualityReason[];
  /** Id of the model that judged. */
  readonly model: string;
}

declare const unitVector: unique symbol;
/** 256 numbers of Euclidean length 1 (within 1e-3). Made only by `toUnitVector`. */
export type UnitVector = Float32Array & { readonly [unitVector]: true };

export const TEMPLATE_DIMENSIONS = 256;

/** Throws RangeError when the length or the norm is wrong: a template must never be silently garbage. */
export function toUnitVector(values: ArrayLike<number>): UnitVector {
  const vector = Float32Array.from(values);
  if (vector.length !== TEMPLATE_DIMENSIONS) {
    throw new RangeError(`A template has ${TEMPLATE_DIMENSIONS} numbers, not ${vector.length}.`);
  }
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (!(Math.abs(Math.sqrt(sum) - 1) < 1e-3)) {
    throw new RangeError(`A template has length 1, not ${Math.sqrt(sum)}.`);
  }
  return vector as UnitVector;
}

/** A template of one head in one photo, with what made it: vectors of different makers are never compared. */
export interface Template {
  readonly vector: UnitVector;
  /** Id of the embedder, e.g. "face-embedder-1". */
  readonly model: string;
  /** Version of the photo pipeline: changes whenever crops or preprocessing change. */
  readonly pipeline: string;
}

export interface AnalysedHead extends Head {
  readonly quality: Quality;
  readonly template: Template;
}

/**
 * What the pixels of a whole photo tell beside the heads: a fingerprint that copies of the photo share, and whether it may be a
 * photo of a screen. Says nothing about the animal.
 */
export interface PhotoTrace {
  /** Version of the method: hashes of different methods are never compared. */
  readonly method: string;
  /** Perceptual hash, 64 bits as 16 hex digits; copies differ in few bits. */
  readonly hash: string;
  /** 0 to 1: how much the photo looks like a photo of a screen. A signal for a person, with the error rates in docs/photo-signals.md. */
  readonly screen: number;
}

export interface PhotoAnalysis {
  /** Size of the upright photo in pixels (after EXIF orientation). */
  readonly width: number;
  readonly height: number;
  /** Time of exposure from EXIF, ISO 8601 without zone, or null. */
  readonly takenAt: string | null;
  /** By score, best first. Empty: no dog's or cat's head was found. */
  readonly heads: readonly AnalysedHead[];
  readonly trace: PhotoTrace;
}

export const PHOTO_REJECTIONS = [
  'empty-file',
  'not-an-image',
  'unsupported-format',
  'truncated',
  'too-many-pixels',
  'too-small',
  'extreme-aspect',
  'file-too-large',
] as const;
export type PhotoRejection = (typeof PHOTO_REJECTIONS)[number];

/** Union: an unreadable photo is an expected outcome, not an exception. `message` says what to do about it. */
export type AnalysisResult =
  | { readonly kind: 'analysed'; readonly photo: PhotoAnalysis }
  | { readonly kind: 'rejected'; readonly reason: PhotoRejection; readonly message: string };
