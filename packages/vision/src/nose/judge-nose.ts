import type { NoseQuality, NoseReason } from '@snout/core/matching';
import type { NoseMeasures } from './measure-nose.ts';

/** A factor falls from 1 at `good` to 0 at `bad`; below `hint` a person is told. */
interface Factor {
  readonly measure: keyof NoseMeasures;
  readonly bad: number;
  readonly good: number;
  readonly reason: NoseReason;
}

/**
 * Chosen on drawn noses of the seed `region-validation`: photos of the rung `easy` pass, each defect alone is named. How real close-ups measure has not been seen.
 */
const FACTORS: readonly Factor[] = [
  { measure: 'across', bad: 40, good: 180, reason: 'move-closer' },
  { measure: 'detail', bad: 0.2, good: 0.5, reason: 'hold-still' },
  { measure: 'light', bad: 0.02, good: 0.1, reason: 'more-light' },
  { measure: 'shine', bad: 0.2, good: 0.03, reason: 'avoid-shine' },
  { measure: 'offSquare', bad: 0.25, good: 0.1, reason: 'square-on' },
  { measure: 'whole', bad: 0.5, good: 0.85, reason: 'uncover-nose' },
];

/** Worse than this a factor is named. */
const NAMED = 0.7;

export function judgeNose(measures: NoseMeasures): NoseQuality {
  const factors = FACTORS.map(({ measure, bad, good, reason }) => {
    const value = (measures[measure] - bad) / (good - bad);
    return { reason, value: Math.min(1, Math.max(0, value)) };
  });
  return {
    score: Math.round(100 * factors.reduce((product, { value }) => product * value, 1)),
    reasons: factors
      .filter(({ value }) => value < NAMED)
      .sort((a, b) => a.value - b.value)
      .map(({ reason }) => reason),
  };
}
