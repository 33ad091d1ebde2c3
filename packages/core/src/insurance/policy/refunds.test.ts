import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toCalendarDay } from '../../pets/index.ts';
import { lastDayOfCover } from '../last-day-of-cover.ts';
import { MOST_AMOUNT } from '../money.ts';
import { ratePremium } from '../rate-premium.ts';
import { READY_PRODUCTS } from '../ready/ready-products.ts';
import { daysOfTerm, type PaidTerm, refundOf, timesDays } from './refunds.ts';

const GB = READY_PRODUCTS['gb-yearly'];
const day = toCalendarDay;

/** Premiums with discounts and taxes, of terms that start on any day. */
const terms = fc
  .record({
    start: fc.integer({ min: 0, max: 3000 }),
    annual: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: MOST_AMOUNT })),
    factors: fc.array(fc.integer({ min: 1000, max: 50_000 }), { maxLength: 4 }),
    taxes: fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 3 }),
  })
  .map(({ start, annual, factors, taxes }): PaidTerm => {
    const name = { en: 'x', zh: 'x' };
    const rated = {
      ...GB,
      premiums: GB.premiums.map((row) => ({ ...row, bands: row.bands.map((band) => ({ ...band, annual })) })),
      factors: factors.map((share, index) => ({ id: `f${index}`, name, choices: [{ id: 'a', name, share }] })),
      taxes: taxes.map((share, index) => ({ id: `t${index}`, name, share })),
    };
    const startsOn = addDays(day('2026-01-01'), start);
    const premium = ratePremium(rated, { tier: 'silver', species: 'cat', ageMonths: 30, choices: {} });
    return { startsOn, endsOn: lastDayOfCover(startsOn), premium };
  });
const used = fc.integer({ min: 0, max: 366 });
const lastDayAfter = ({ startsOn }: PaidTerm, days: number) => addDays(startsOn, days - 1);

describe('days of a term', () => {
  it.each([
    ['2027-03-01', '2028-02-29', 366],
    ['2027-02-28', '2028-02-27', 365],
    ['2028-02-29', '2029-02-27', 365],
    ['2028-02-28', '2029-02-27', 366],
    ['2029-02-28', '2030-02-27', 365],
  ])('from %s: until %s, %d', (startsOn, endsOn, days) => {
    expect([lastDayOfCover(day(startsOn)), daysOfTerm({ startsOn: day(startsOn), endsOn: day(endsOn) })]).toEqual([endsOn, days]);
  });
});

describe('what is paid back', () => {
  const startsOn = day('2027-03-01');
  const premium = ratePremium(GB, { tier: 'silver', species: 'cat', ageMonths: 30, choices: { pets: 'more' } });
  const term = { startsOn, endsOn: lastDayOfCover(startsOn), premium };

  it('is by unused days of 366 in a leap year, line by line, with the tax', () => {
    const { lines, ...sums } = refundOf(term, 'pro-rata', addDays(startsOn, 99));
    expect(sums).toEqual({ rule: 'pro-rata', unusedDays: 266, termDays: 366, net: 9811, tax: 1178, total: 10_989 });
    expect(lines).toEqual([
      { kind: 'base', id: 'silver', amount: 10_902 },
      { kind: 'factor', id: 'pets', amount: -1091 },
      { kind: 'tax', id: 'ipt', amount: 1178 },
    ]);
  });

  it('is everything within the free look and before the start, and nothing after a paid claim', () => {
    const whole = { net: premium.net, tax: premium.tax, total: premium.total, unusedDays: 366 };
    expect(refundOf(term, 'free-look', addDays(startsOn, 9))).toMatchObject(whole);
    expect(refundOf(term, 'not-begun', addDays(startsOn, -9))).toMatchObject(whole);
    expect(refundOf(term, 'claim-paid', addDays(startsOn, 9))).toMatchObject({ net: 0, tax: 0, total: 0, unusedDays: 356 });
  });

  it('is within half a minor unit of the exact share, in whole, before taxes, and never above what was paid', () => {
    fc.assert(
      fc.property(terms, used, (paid, days) => {
        const refund = refundOf(paid, 'pro-rata', lastDayAfter(paid, days));
        const [unused, all] = [BigInt(refund.unusedDays), BigInt(refund.termDays)];
        for (const [back, of] of [
          [refund.total, paid.premium.total],
          [refund.net, paid.premium.net],
        ] as const) {
          const error = (BigInt(back) * all - BigInt(of) * unused) * 2n;
          expect(error > -all && error <= all).toBe(true);
          expect(back >= 0 && back <= of).toBe(true);
        }
        expect(refund.unusedDays).toBe(Math.max(daysOfTerm(paid) - days, 0));
      }),
    );
  });

  it('has a line for each of the premium, within it and of its sign, and their sum', () => {
    fc.assert(
      fc.property(terms, used, (paid, days) => {
        const { lines, net, tax, total } = refundOf(paid, 'pro-rata', lastDayAfter(paid, days));
        expect(lines.map(({ kind, id }) => [kind, id])).toEqual(paid.premium.lines.map(({ kind, id }) => [kind, id]));
        for (const [index, { amount }] of lines.entries()) {
          const of = paid.premium.lines[index]?.amount ?? 0;
          expect(amount * Math.sign(of) >= 0 && Math.abs(amount) <= Math.abs(of)).toBe(true);
        }
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect([net + tax, tax >= 0]).toEqual([total, true]);
      }),
    );
  });

  it('is less for each day more, and all of it or nothing at the ends', () => {
    fc.assert(
      fc.property(terms, used, (paid, days) => {
        const back = (after: number) => refundOf(paid, 'pro-rata', lastDayAfter(paid, after)).total;
        expect(back(days)).toBeGreaterThanOrEqual(back(days + 1));
        expect([back(0), back(daysOfTerm(paid)), back(daysOfTerm(paid) + 5)]).toEqual([paid.premium.total, 0, 0]);
      }),
    );
  });

  it.each([
    [-1, 1, 2],
    [0.5, 1, 2],
    [1, 3, 2],
    [1, 0, 0],
  ])('cannot be %d times %d of %d days', (amount, days, of) => {
    expect(() => timesDays(amount, { days, of })).toThrow(RangeError);
  });
});
