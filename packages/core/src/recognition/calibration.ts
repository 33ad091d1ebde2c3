import type { FalseMatchRate } from './decision.ts';
import type { SpeciesCalibration } from './recogniser.port.ts';

/** Calibrated P(same animal) of a similarity, 0 to 1. */
export function probabilitySame(_calibration: SpeciesCalibration, _similarity: number): number {
  throw new Error('Not written yet.');
}

/** `beyondMeasurement`: the target is rarer than anything measured; `threshold` and `fmr` are those of the floor. */
export function thresholdForFmr(
  _calibration: SpeciesCalibration,
  _target: number,
): { readonly threshold: number; readonly fmr: number; readonly beyondMeasurement: boolean } {
  throw new Error('Not written yet.');
}

export function falseMatchRateAt(_calibration: SpeciesCalibration, _similarity: number): FalseMatchRate {
  throw new Error('Not written yet.');
}
