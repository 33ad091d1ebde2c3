import type { FalseMatchRate } from './decision.ts';
import type { SpeciesCalibration } from './recogniser.port.ts';

/** Natural log-odds of "same animal" at a cosine similarity, equal priors. Differences of log-odds are strengths of evidence. */
export function logOddsSame(calibration: SpeciesCalibration, similarity: number): number {
  return calibration.slope * similarity + calibration.intercept;
}

/** Calibrated P(same animal) of a cosine similarity, 0 to 1, equal priors. */
export function probabilitySame(calibration: SpeciesCalibration, similarity: number): number {
  return 1 / (1 + Math.exp(-logOddsSame(calibration, similarity)));
}

export interface FmrThreshold {
  /** Cosine similarity at or above which two heads are taken for one animal. */
  readonly threshold: number;
  /** False match rate per comparison at `threshold`, as measured (or its bound). */
  readonly fmr: number;
  /** The target is rarer than anything that was measured: `threshold` and `fmr` are the rarest measured, and the target is not kept. */
  readonly beyondMeasurement: boolean;
}

/**
 * The similarity threshold for a target FMR per comparison: linear between measured operating points on a log10(FMR) scale,
 * never outside them. A target above the commonest measured FMR gets that point (stricter than asked).
 * @throws RangeError when the calibration has no operating points.
 */
export function thresholdForFmr(calibration: SpeciesCalibration, target: number): FmrThreshold {
  const points = operatingPoints(calibration);
  let common = points[0];
  if (target >= common.fmr) return { ...common, beyondMeasurement: false };
  for (const rarer of points.slice(1)) {
    if (target >= rarer.fmr) {
      const part = (Math.log10(common.fmr) - Math.log10(target)) / (Math.log10(common.fmr) - Math.log10(rarer.fmr));
      return { threshold: common.threshold + part * (rarer.threshold - common.threshold), fmr: target, beyondMeasurement: false };
    }
    common = rarer;
  }
  return { ...common, beyondMeasurement: true };
}

/** How often two different animals reach this similarity: `thresholdForFmr` read the other way round. */
export function falseMatchRateAt(calibration: SpeciesCalibration, similarity: number): FalseMatchRate {
  const points = operatingPoints(calibration);
  let common = points[0];
  if (similarity < common.threshold) return { rate: common.fmr, bound: 'at-least' };
  for (const rarer of points.slice(1)) {
    if (similarity < rarer.threshold) {
      const part = (similarity - common.threshold) / (rarer.threshold - common.threshold);
      return { rate: 10 ** (Math.log10(common.fmr) + part * (Math.log10(rarer.fmr) - Math.log10(common.fmr))), bound: 'measured' };
    }
    common = rarer;
  }
  return { rate: common.fmr, bound: 'at-most' };
}

interface OperatingPoint {
  readonly fmr: number;
  readonly threshold: number;
}

/**
 * Commonest first, FMR strictly falling, thresholds never falling. No FMR is believed below 3 / (non-mated comparisons): the rule
 * of three, ISO/IEC 19795-1 (nothing seen in n trials: below 3/n with 95 % confidence). Points below that floor become one
 * point at the floor, with the highest of their thresholds.
 */
function operatingPoints(calibration: SpeciesCalibration): readonly [OperatingPoint, ...OperatingPoint[]] {
  const floor = 3 / Math.max(calibration.n.nonMated, 3);
  const points: OperatingPoint[] = [];
  let threshold = Number.NEGATIVE_INFINITY;
  for (const point of [...calibration.fmr].sort((a, b) => b.fmr - a.fmr || a.threshold - b.threshold)) {
    threshold = Math.max(threshold, point.threshold);
    const fmr = Math.max(point.fmr, floor);
    if (points.at(-1)?.fmr === fmr) points.pop();
    points.push({ fmr, threshold });
  }
  const [first, ...rest] = points;
  if (first === undefined) throw new RangeError('A calibration has at least one operating point.');
  return [first, ...rest];
}
