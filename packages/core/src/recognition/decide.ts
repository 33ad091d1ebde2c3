import type { Decision, Use } from './decision.ts';
import type { SearchResult } from './gallery.port.ts';
import type { SpeciesCalibration } from './recogniser.port.ts';

export interface DecideInput {
  readonly found: SearchResult;
  readonly use: Use;
  readonly calibration: SpeciesCalibration;
  /** Id of the embedder. */
  readonly model: string;
  /** Quality score of the probe, 0 to 100 (of several photos: the best). */
  readonly quality: number;
  /** How many candidates the decision lists. */
  readonly limit: number;
}

export function decide(_input: DecideInput): Decision {
  throw new Error('Not written yet.');
}
