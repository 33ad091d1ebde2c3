/** Lower bounds of the words on the scale of 0 to 100: for the eye only, nothing is decided by them. */
export const GOOD_QUALITY_FROM = 60;
const FAIR_FROM = 30;

export function qualityWord(score: number): 'good' | 'fair' | 'poor' {
  if (score >= GOOD_QUALITY_FROM) return 'good';
  return score >= FAIR_FROM ? 'fair' : 'poor';
}
