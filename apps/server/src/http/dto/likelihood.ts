import type { LikelihoodDto } from '@snout/contract';

/**
 * Lower bounds of the bands, as probabilities of being the same animal: "virtually certain" 99 to 100 %, "very likely" 90 to
 * 100 %, "likely" 66 to 100 %, "about as likely as not" 33 to 66 %, "unlikely" 0 to 33 %, "very unlikely" 0 to 10 %
 * (Mastrandrea et al. 2010, Guidance note for lead authors of the IPCC fifth assessment report, table 1).
 */
const BANDS: ReadonlyArray<readonly [from: number, word: LikelihoodDto]> = [
  [0.99, 'virtually-certain'],
  [0.9, 'very-likely'],
  [0.66, 'likely'],
  [0.33, 'about-as-likely-as-not'],
  [0.1, 'unlikely'],
];

/** The word for a calibrated probability, 0 to 1. */
export function likelihood(probability: number): LikelihoodDto {
  return BANDS.find(([from]) => probability >= from)?.[1] ?? 'very-unlikely';
}
