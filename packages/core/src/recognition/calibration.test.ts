import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseMatchRateAt, probabilitySame, thresholdForFmr } from './calibration.ts';
import type { SpeciesCalibration } from './recogniser.port.ts';

const POINTS = [
  { fmr: 1e-1, threshold: 0.2 },
  { fmr: 1e-2, threshold: 0.3 },
  { fmr: 1e-4, threshold: 0.5 },
];

function calibration(fields: Partial<SpeciesCalibration> & { readonly nonMated?: number } = {}): SpeciesCalibration {
  const n = { individuals: 100, photos: 500, mated: 1000, nonMated: fields.nonMated ?? 1_000_000 };
  return { slope: 20, intercept: -8, fmr: POINTS, data: 'made up', ...fields, n };
}

describe('probability of being the same animal', () => {
  it('is even where the line crosses zero, and rises with similarity', () => {
    expect(probabilitySame(calibration(), 0.4)).toBeCloseTo(0.5);
    expect(probabilitySame(calibration(), 0.5)).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(probabilitySame(calibration(), -1)).toBeGreaterThanOrEqual(0);
    expect(probabilitySame(calibration(), 1)).toBeLessThanOrEqual(1);
  });
});

describe('threshold for a false match rate', () => {
  it('is the measured one at a measured operating point', () => {
    for (const { fmr, threshold } of POINTS) {
      expect(thresholdForFmr(calibration(), fmr)).toEqual({ fmr, threshold, beyondMeasurement: false });
    }
  });

  it('lies between the neighbours on a logarithmic scale', () => {
    expect(thresholdForFmr(calibration(), 1e-3).threshold).toBeCloseTo(0.4);
    expect(thresholdForFmr(calibration(), 10 ** -1.5).threshold).toBeCloseTo(0.25);
  });

  it('is never looser than the commonest measured point', () => {
    expect(thresholdForFmr(calibration(), 0.5)).toEqual({ fmr: 1e-1, threshold: 0.2, beyondMeasurement: false });
  });

  it('stays at the rarest measured point when asked for a rarer one, and says so', () => {
    expect(thresholdForFmr(calibration(), 1e-6)).toEqual({ fmr: 1e-4, threshold: 0.5, beyondMeasurement: true });
  });

  it('does not believe a rate below three in the number of comparisons', () => {
    const few = calibration({ nonMated: 1000 });
    expect(thresholdForFmr(few, 3e-3)).toEqual({ fmr: 3e-3, threshold: 0.5, beyondMeasurement: false });
    expect(thresholdForFmr(few, 1e-4)).toEqual({ fmr: 3e-3, threshold: 0.5, beyondMeasurement: true });
    const none = calibration({ fmr: [...POINTS, { fmr: 0, threshold: 0.6 }], nonMated: 100_000 });
    expect(thresholdForFmr(none, 1e-9)).toEqual({ fmr: 3e-5, threshold: 0.6, beyondMeasurement: true });
  });

  it('takes the stricter of points that disagree', () => {
    const bumpy = calibration({
      fmr: [
        { fmr: 1e-2, threshold: 0.4 },
        { fmr: 1e-3, threshold: 0.35 },
        { fmr: 1e-1, threshold: 0.2 },
      ],
    });
    expect(thresholdForFmr(bumpy, 1e-3).threshold).toBe(0.4);
  });

  it('refuses a calibration without operating points', () => {
    expect(() => thresholdForFmr(calibration({ fmr: [] }), 1e-3)).toThrow(RangeError);
  });

  it('never falls when the target gets rarer', () => {
    fc.assert(
      fc.property(
        pointsArbitrary,
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        (fmr, a, b) => {
          const some = calibration({ fmr });
          const rarer = thresholdForFmr(some, Math.min(a, b));
          const commoner = thresholdForFmr(some, Math.max(a, b));
          expect(rarer.threshold).toBeGreaterThanOrEqual(commoner.threshold - 1e-12);
        },
      ),
    );
  });
});

describe('false match rate at a similarity', () => {
  it('is a bound outside what was measured', () => {
    expect(falseMatchRateAt(calibration(), 0.1)).toEqual({ rate: 1e-1, bound: 'at-least' });
    expect(falseMatchRateAt(calibration(), 0.9)).toEqual({ rate: 1e-4, bound: 'at-most' });
  });

  it('undoes the threshold', () => {
    fc.assert(
      fc.property(fc.double({ min: -3.99, max: -1, noNaN: true }), (log) => {
        const { threshold } = thresholdForFmr(calibration(), 10 ** log);
        const { rate, bound } = falseMatchRateAt(calibration(), threshold);
        expect(bound).toBe('measured');
        expect(Math.log10(rate)).toBeCloseTo(log, 6);
      }),
    );
  });
});

const pointsArbitrary = fc.array(
  fc.record({ fmr: fc.double({ min: 1e-6, max: 1, noNaN: true }), threshold: fc.double({ min: -1, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 8 },
);
