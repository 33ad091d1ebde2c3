import type { Head } from '../recognition/index.ts';
import { type Estimate, estimate } from './estimate.ts';
import { type DetectedPhoto, type HeadMatches, type LabelledHead, longerSide, matchHeads } from './match-heads.ts';
import { resampleWeights, seededRandom } from './seeded-random.ts';

/** Figures of a head detector on labelled photos. */
export interface DetectionEvaluation {
  readonly counts: {
    readonly photos: number;
    /** Heads of at least `smallest` px. */
    readonly heads: number;
    readonly hits: number;
    readonly falseHeads: number;
    readonly rightSpecies: number;
    /** Eyes and noses that a person sees in heads that were found. */
    readonly landmarks: number;
    /** Those of them that the detector sees too. */
    readonly landmarksFound: number;
  };
  /** Share of the heads that were found. */
  readonly recall: Estimate;
  /** Per photo. */
  readonly falseHeads: Estimate;
  /** Share of the hits with the right species. */
  readonly species: Estimate;
  /** Median distance of a landmark from where a person sees it, as a share of the labelled box's longer side. */
  readonly landmarkError: Estimate;
  /** Px: longer side of the smallest head that is asked for. */
  readonly smallest: number;
  readonly bounds: { readonly method: 'bootstrap over photos'; readonly resamples: number; readonly seed: number };
}

export interface DetectionOptions {
  readonly smallest: number;
  readonly resamples: number;
  readonly seed: number;
}

export const DETECTION_DEFAULTS: DetectionOptions = { smallest: 40, resamples: 1000, seed: 1 };

/** What one photo adds to the sums. */
interface PhotoTally extends Omit<HeadMatches, 'hits'> {
  readonly hits: number;
  readonly rightSpecies: number;
  readonly landmarks: number;
  /** Of landmarks that both see, ascending. */
  readonly errors: readonly number[];
}

/** Recall, false heads, species and landmarks, with 95 % bounds by bootstrap over photos. */
export function evaluateDetection(photos: readonly DetectedPhoto[], options: DetectionOptions = DETECTION_DEFAULTS): DetectionEvaluation {
  const { smallest, resamples, seed } = options;
  const tallies = photos.map((photo) => tally(matchHeads(photo, smallest)));
  const random = seededRandom(seed);
  const weights = Array.from({ length: resamples }, () => resampleWeights(photos.length, random));
  const sum = (of: (photo: PhotoTally) => number, weight?: Int32Array) =>
    tallies.reduce((total, photo, index) => total + of(photo) * (weight?.[index] ?? 1), 0);
  const bounded = (rate: (weight?: Int32Array) => number, independent: number) =>
    estimate(
      rate(),
      weights.map((weight) => rate(weight)),
      independent,
    );
  const hits = sum((photo) => photo.hits);
  const heads = sum(({ asked }) => asked);
  const errors = tallies.flatMap((photo, index) => photo.errors.map((error) => ({ error, index }))).sort((a, b) => a.error - b.error);
  return {
    counts: {
      photos: photos.length,
      heads,
      hits,
      falseHeads: sum((photo) => photo.falseHeads),
      rightSpecies: sum((photo) => photo.rightSpecies),
      landmarks: sum((photo) => photo.landmarks),
      landmarksFound: errors.length,
    },
    recall: bounded((weight) => sum((photo) => photo.hits, weight) / sum(({ asked }) => asked, weight), heads),
    falseHeads: bounded((weight) => sum((photo) => photo.falseHeads, weight) / sum(() => 1, weight), photos.length),
    species: bounded((weight) => sum((photo) => photo.rightSpecies, weight) / sum((photo) => photo.hits, weight), hits),
    landmarkError: bounded((weight) => weightedMedian(errors, weight), hits),
    smallest,
    bounds: { method: 'bootstrap over photos', resamples, seed },
  };
}

function tally({ hits, asked, falseHeads }: HeadMatches): PhotoTally {
  return {
    hits: hits.length,
    asked,
    falseHeads,
    rightSpecies: hits.filter(({ labelled, found }) => labelled.species === found.species).length,
    landmarks: hits.reduce((total, { labelled }) => total + LANDMARKS.filter((name) => labelled.landmarks[name] !== null).length, 0),
    errors: hits.flatMap(({ labelled, found }) => landmarkErrors(labelled, found)),
  };
}

const LANDMARKS = ['leftEye', 'rightEye', 'nose'] as const;

function landmarkErrors(labelled: LabelledHead, found: Head): number[] {
  return LANDMARKS.flatMap((name) => {
    const truth = labelled.landmarks[name];
    const guess = found.landmarks[name];
    if (truth === null || guess === null) return [];
    return [Math.hypot(guess[0] - truth[0], guess[1] - truth[1]) / longerSide(labelled.box)];
  });
}

/** Lower median of errors in ascending order, each counted as often as its photo was drawn. NaN without errors. */
function weightedMedian(errors: ReadonlyArray<{ readonly error: number; readonly index: number }>, weight?: Int32Array): number {
  const total = errors.reduce((sum, { index }) => sum + (weight?.[index] ?? 1), 0);
  let reached = 0;
  for (const { error, index } of errors) {
    reached += weight?.[index] ?? 1;
    if (reached * 2 >= total) return error;
  }
  return Number.NaN;
}
