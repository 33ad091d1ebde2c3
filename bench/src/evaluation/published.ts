import type { DetectionEvaluation, EvaluateResult } from '@snout/core/evaluation';
import type { Species } from '@snout/core/recognition';

/** SHA-256 of the weights that a published figure was measured with. */
export interface MeasuredWith {
  readonly weights: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** What `snout evaluate --json` prints of one folder, as far as the summary reads it. */
export interface PublishedEvaluation extends MeasuredWith {
  readonly folder: string;
  readonly cropped: boolean;
  readonly sections: ReadonlyArray<{
    readonly species: Species | null;
    readonly acquisition: { readonly offered: number; readonly acquired: number; readonly failures: readonly { readonly why: string }[] };
    readonly result: EvaluateResult;
  }>;
  /** Of a folder from which copies were taken out. */
  readonly copies?: Copies;
}

/** Photos of an animal that show the same as another photo of it. */
export interface Copies {
  readonly offered: number;
  readonly removed: number;
  /** Those of the removed that are the same file, byte for byte. */
  readonly identical: number;
  /** Correlation of thumbnails from which two photos count as one. */
  readonly from: number;
}

export type PublishedDetection = MeasuredWith & DetectionEvaluation;

/** docs/evaluation/<name>.json, all of them. */
export interface PublishedFigures {
  readonly 'head-detector': PublishedDetection;
  readonly 'head-detector-looked-at': PublishedDetection;
  readonly 'dogs-held-out': PublishedEvaluation;
  readonly 'cat-faces': PublishedEvaluation;
  readonly 'campus-cats': PublishedEvaluation;
  readonly 'cattle-muzzles': PublishedEvaluation;
  readonly 'cattle-muzzles-distinct': PublishedEvaluation;
}
