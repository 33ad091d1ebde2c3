import type { AnalysisResult, Box, Species } from './photo-analysis.ts';

export interface AnalyseOptions {
  /** The whole photo is one head crop: no detection, `box` is the frame, score 1, landmarks null. Species must be given or is guessed. */
  readonly cropped?: boolean;
  /** Used with `cropped` and `box`; otherwise only heads of this species are returned. */
  readonly species?: Species;
  /** A head drawn by hand, in pixels of the upright photo: used in place of detection. */
  readonly box?: Box;
}

/** Pixels to heads, quality and templates. Implemented by packages/vision. */
export interface Recogniser {
  /** Ids of the models and the version of the pipeline that every template of this recogniser carries. */
  readonly models: RecogniserModels;
  /** `bytes`: an encoded image file. Never throws for a bad photo. */
  analyse(bytes: Uint8Array, options?: AnalyseOptions): Promise<AnalysisResult>;
  close(): Promise<void>;
}

export interface RecogniserModels {
  readonly detector: string;
  readonly embedder: string;
  readonly quality: string;
  readonly pipeline: string;
  readonly calibration: Calibration;
}

/** Fitted by `snout calibrate` or by training, per species; lives in the embedder's model.json. */
export interface Calibration {
  readonly model: string;
  readonly species: Readonly<Record<Species, SpeciesCalibration>>;
}

/**
 * P(same | s) = 1 / (1 + exp(-(slope * s + intercept))), s = cosine similarity of two templates, equal priors.
 * `fmr`: operating points on non-mated comparisons of the calibration individuals: at similarity >= threshold the
 * measured false match rate is `fmr`. Sorted by fmr, largest first. `n`: what it was fitted on.
 */
export interface SpeciesCalibration {
  readonly slope: number;
  readonly intercept: number;
  readonly fmr: ReadonlyArray<{ readonly fmr: number; readonly threshold: number }>;
  readonly n: { readonly individuals: number; readonly photos: number; readonly mated: number; readonly nonMated: number };
  readonly data: string;
}
