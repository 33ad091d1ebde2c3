import { expect, test } from 'vitest';
import { calibrate } from './calibrate.ts';
import { labelledPhotos } from './testing/labelled-photos.ts';
import { naiveFmr, naiveScores } from './testing/naive-evaluation.ts';

const photos = labelledPhotos({ seed: 7, photosEach: Array.from({ length: 30 }, () => 5), dimensions: 16, noise: 0.6 });

test('thresholds hold their FMR, and rates that the data cannot show are left out', () => {
  const result = calibrate(photos, 'Drawn vectors.');
  if (result.kind !== 'calibrated') throw new Error(result.kind);
  const { calibration } = result;
  // 150 photos: 300 mated and 10,875 non-mated pairs. Rule of three: 3 / 10,875 = 2.8e-4, so 1e-3 is the last rate.
  expect(calibration.n).toEqual({ individuals: 30, photos: 150, mated: 300, nonMated: 10_875 });
  expect(calibration.fmr.map(({ fmr }) => fmr)).toEqual([1e-1, 1e-2, 1e-3]);
  const scores = naiveScores(photos);
  for (const { fmr, threshold } of calibration.fmr) {
    expect(naiveFmr(scores, threshold)).toBeLessThanOrEqual(fmr);
    expect(naiveFmr(scores, threshold)).toBeGreaterThan(fmr * 0.9);
  }
  expect(calibration.slope).toBeGreaterThan(0);
  expect(calibration.data).toBe('Drawn vectors.');
});

test('too few photos make no calibration', () => {
  expect(calibrate(photos.slice(0, 7), 'x')).toEqual({ kind: 'too-little-data', mated: 11, nonMated: 10 });
});
