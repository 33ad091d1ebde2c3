/** A rate with its 95 % bounds. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap (Efron 1979). Where not one error was seen the bootstrap sees none either: the rule of three
 * (Hanley and Lippman-Hand 1983) bounds the rate by 3 / n instead, with n the independent trials. Comparisons of one
 * individual are not independent, so n is a number of individuals.
 */
export function estimate(value: number, resampled: readonly number[], independent: number): Estimate {
  let { low, high } = estimateChange(value, resampled);
  if (value === 0) high = Math.max(high, ruleOfThree(independent));
  if (value === 1) low = Math.min(low, 1 - ruleOfThree(independent));
  return { value, low, high };
}

/** Of the difference of two rates, which may be 0 by chance: the bootstrap alone. */
export function estimateChange(value: number, resampled: readonly number[]): Estimate {
  const sorted = resampled.filter(Number.isFinite).toSorted((a, b) => a - b);
  const [low, high] = [percentile(sorted, 0.025) ?? value, percentile(sorted, 0.975) ?? value];
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** Upper 95 % bound of a rate when n independent trials showed no error. */
export function ruleOfThree(n: number): number {
  return Math.min(1, 3 / n);
}

/** Linear between neighbours. */
function percentile(sorted: readonly number[], share: number): number | null {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
