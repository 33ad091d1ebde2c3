import type { OperatingPoint } from './error-rates.ts';
import type { RejectPoint } from './error-versus-reject.ts';
import type { Estimate } from './estimate.ts';
import type { ScoreHistogram } from './score-histogram.ts';

/** Points of every DET curve. */
export const DET_POINTS = 160;
/** FMR targets of every evaluation. */
export const FMR_TARGETS = [1e-1, 1e-2, 1e-3, 1e-4] as const;

/** Figures of one set of individuals of one species. All rates are 0 to 1. */
export interface Evaluation {
  readonly counts: {
    readonly individuals: number;
    readonly photos: number;
    readonly mated: number;
    readonly nonMated: number;
    /** Individuals with one photo: in the gallery of searches and in non-mated comparisons only. */
    readonly singlePhoto: number;
  };
  /** One photo against one photo. */
  readonly verification: {
    readonly eer: Estimate;
    readonly auc: Estimate;
    readonly atFmr: readonly RateAtFmr[];
    readonly det: readonly OperatingPoint[];
    readonly histogram: ScoreHistogram;
  };
  /** Closed set, leave one out. */
  readonly identification: {
    readonly searches: number;
    readonly gallery: number;
    readonly rank1: Estimate;
    readonly rank5: Estimate;
    /** Rank-1 first. */
    readonly cmc: readonly number[];
  };
  /** Three photos against three photos. Null: fewer than two individuals have six photos. */
  readonly threePhotos: {
    readonly individuals: number;
    readonly templates: number;
    readonly mated: number;
    readonly nonMated: number;
    readonly eer: Estimate;
    readonly atFmr: readonly RateAtFmr[];
    readonly det: readonly OperatingPoint[];
  } | null;
  /** Null: too few individuals to enrol some and not others. */
  readonly openSet: {
    readonly repeats: number;
    /** Animals enrolled in each repetition. */
    readonly enrolled: number;
    readonly mated: number;
    readonly nonMated: number;
    readonly atFpir: ReadonlyArray<{ readonly fpir: number; readonly threshold: number; readonly fnir: Estimate }>;
  } | null;
  readonly errorVersusReject: readonly RejectPoint[];
  readonly worst: { readonly nonMated: readonly NamedConfusion[]; readonly mated: readonly NamedConfusion[] };
  /** How the bounds were made. */
  readonly bounds: { readonly method: 'bootstrap over individuals'; readonly resamples: number; readonly seed: number };
}

/** FNMR and TAR where the FMR is held; null when there are too few non-mated comparisons to show such a rate (fewer than 1 / FMR). */
export interface RateAtFmr {
  readonly fmr: number;
  readonly threshold: number | null;
  readonly fnmr: Estimate | null;
  readonly tar: Estimate | null;
}

export interface NamedConfusion {
  readonly a: { readonly individual: string; readonly name: string };
  readonly b: { readonly individual: string; readonly name: string };
  readonly similarity: number;
}

export interface EvaluateOptions {
  /** Of every random choice: resamples, triples, halves. */
  readonly seed: number;
  /** Bootstrap resamples, 200 or more for bounds that hold their second digit. */
  readonly resamples: number;
  /** Confusions listed of each kind. */
  readonly confusions: number;
}

export const EVALUATE_DEFAULTS: EvaluateOptions = { seed: 1, resamples: 200, confusions: 12 };
