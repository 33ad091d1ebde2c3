import type { EmbedderManifest } from '../model/model-manifest.ts';

/** Scores of exactly 0 and 1 would outweigh everything. */
const SUREST = 1e-4;

/**
 * The score of a finding, 0 to 1, from the detector's (0 to 1) and what the embedder makes of the crop (log-odds): logarithmic opinion
 * pool, with the detector's log-odds counting once and the embedder's `part` times. Two networks with other features make other mistakes.
 */
export function checkedScore(detectorScore: number, headLogOdds: number, { part }: NonNullable<EmbedderManifest['headCheck']>): number {
  const p = Math.min(1 - SUREST, Math.max(SUREST, detectorScore));
  return 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + part * headLogOdds)));
}
