import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, toCalendarDay } from '../pets/index.ts';
import { ageInMonths } from './age.ts';
import { MOST_AMOUNT, timesShare, WHOLE } from './money.ts';
import { productFaults } from './product-faults.ts';
import type { ProductTerms } from './product-terms.ts';
import { type QuoteRequest, quoteTerms } from './quote-terms.ts';
import { ratePremium } from './rate-premium.ts';
import { READY_PRODUCT_IDS } from './ready/ready-product-ids.ts';
import { READY_PRODUCTS } from './ready/ready-products.ts';

const { 'cn-yearly': cn, 'us-yearly': us, 'gb-yearly': gb } = READY_PRODUCTS;
const day = toCalendarDay;
const TODAY = day('2026-03-01');
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('1990-01-01'), count));

describe('money', () => {
  it('rounds half a minor unit up, and a share of the whole not at all', () => {
    expect([timesShare(1, 5000), timesShare(1, 4999), timesShare(333, 1200), timesShare(12_345, WHOLE)]).toEqual([1, 0, 40, 12_345]);
  });

  it('is never further than half a minor unit from the exact share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_AMOUNT }), fc.integer({ min: 0, max: 50_000 }), (amount, share) => {
        const error = BigInt(timesShare(amount, share)) * BigInt(WHOLE) - BigInt(amount) * BigInt(share);
        expect(error > BigInt(-WHOLE / 2) && error <= BigInt(WHOLE / 2)).toBe(true);
      }),
    );
  });

  it.each([
    [0.5, 1],
    [-1, 1],
    [1, 0.1],
    [Number.MAX_SAFE_INTEGER, 50_000],
  ])('refuses %d times %d', (amount, share) => {
    expect(() => timesShare(amount, share)).toThrow(RangeError);
  });
});

describe('age in months', () => {
  it.each([
    ['2024-02-29', '2025-02-27', 11],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2028-02-28', 47],
    ['2024-02-29', '2028-02-29', 48],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-01-30', -1],
  ])('of one born on %s is on %s %d', (born, on, months) => {
    expect(ageInMonths(day(born), day(on))).toBe(months);
  });

  it('grows by the calendar: the day is at or after the one of that many months, and before the one of one more', () => {
    fc.assert(
      fc.property(days, days, (born, on) => {
        const months = ageInMonths(born, on);
        expect(addMonths(born, months) <= on && on < addMonths(born, months + 1)).toBe(true);
      }),
    );
  });

  it('never falls from one day to the next', () => {
    fc.assert(fc.property(days, days, (born, on) => ageInMonths(born, addDays(on, 1)) >= ageInMonths(born, on)));
  });
});

describe('terms of a product', () => {
  const faultsOf = (terms: ProductTerms) => productFaults(terms).map(({ field, code }) => `${field}: ${code}`);
  const waiting = (cause: 'accident' | 'illness', days: number) =>
    us.waitingPeriods.map((period) => (period.cause === cause ? { ...period, days } : period));
  const [row, ...rows] = us.premiums;
  const bands = (change: (bands: NonNullable<typeof row>['bands']) => NonNullable<typeof row>['bands']) =>
    row === undefined ? [] : [{ ...row, bands: change(row.bands) }, ...rows];

  it.each(READY_PRODUCT_IDS)('that come with Snout have no faults: %s', (id) => {
    expect(productFaults(READY_PRODUCTS[id])).toEqual([]);
  });

  it.each<[string, ProductTerms, string]>([
    [
      'a waiting period for accidents under NAIC rules',
      { ...us, waitingPeriods: waiting('accident', 1) },
      'waitingPeriods.0: jurisdiction',
    ],
    ['one of 31 days for illness', { ...us, waitingPeriods: waiting('illness', 31) }, 'waitingPeriods.1: jurisdiction'],
    ['a cause of which nothing is said', { ...us, waitingPeriods: us.waitingPeriods.slice(1) }, 'waitingPeriods: missing'],
    ['a free look of 14 days under NAIC rules', { ...us, freeLookDays: 14 }, 'freeLookDays: jurisdiction'],
    ['a gap between bands', { ...us, premiums: bands(([a, , ...more]) => (a ? [a, ...more] : [])) }, 'premiums.0.bands.1: gap'],
    ['bands over one another', { ...us, premiums: bands(([a, ...more]) => (a ? [a, a, ...more] : [])) }, 'premiums.0.bands.1: overlap'],
    ['bands that end before the animals do', { ...us, premiums: bands((all) => all.slice(0, -1)) }, 'premiums.0.bands: gap'],
    ['a tier without premium', { ...us, premiums: rows }, 'premiums: missing'],
    [
      'money in fractions',
      { ...cn, premiums: cn.premiums.map((one) => ({ ...one, bands: one.bands.map((band) => ({ ...band, annual: 199.5 })) })) },
      'premiums.0.bands.0.annual: amount',
    ],
    [
      'a disclosure left out',
      { ...us, disclosures: us.disclosures.filter(({ topic }) => topic !== 'claim-formula') },
      'disclosures: jurisdiction',
    ],
    ['a false match rate of one in ten', { ...us, identity: { ...us.identity, claimFmr: 0.1 } }, 'identity.claimFmr: fmr'],
    ['a time zone that there is not', { ...us, timeZone: 'Mars/Base' }, 'timeZone: time-zone'],
    ['a factor of nothing', { ...us, factors: us.factors.map((one) => ({ ...one, choices: [] })) }, 'factors.0.choices: missing'],
    ['renewal that ends before entry', { ...us, renewalBeforeMonths: 100 }, 'renewalBeforeMonths: order'],
  ])('with %s are told so', (_what, terms, fault) => {
    expect(faultsOf(terms)).toContain(fault);
  });
});

describe('a premium', () => {
  it('says how it comes about', () => {
    const { lines, ...sums } = ratePremium(gb, { tier: 'silver', species: 'cat', ageMonths: 30, choices: { pets: 'more' } });
    expect(lines.map(({ kind, id, amount }) => [kind, id, amount])).toEqual([
      ['base', 'silver', 15_000],
      ['factor', 'pets', -1500],
      ['tax', 'ipt', 1620],
    ]);
    expect(sums).toEqual({ net: 13_500, tax: 1620, total: 15_120 });
  });

  it('is the sum of its lines, whole and never negative, and as arithmetic in fractions has it but for the rounding of each line', () => {
    const share = fc.integer({ min: 1000, max: 50_000 });
    const rates = fc.record({
      annual: fc.integer({ min: 1, max: MOST_AMOUNT }),
      factors: fc.array(share, { maxLength: 5 }),
      taxes: fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(rates, ({ annual, factors, taxes }) => {
        const name = { en: 'x', zh: 'x' };
        const terms: ProductTerms = {
          ...cn,
          premiums: cn.premiums.map((one) => ({ ...one, bands: one.bands.map((band) => ({ ...band, annual })) })),
          factors: factors.map((one, index) => ({ id: `f${index}`, name, choices: [{ id: 'a', name, share: one }] })),
          taxes: taxes.map((one, index) => ({ id: `t${index}`, name, share: one })),
        };
        const { lines, net, tax, total } = ratePremium(terms, { tier: 'basic', species: 'dog', ageMonths: 12, choices: {} });
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect(net + tax).toBe(total);
        expect([net, tax, total].every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
        const exact = factors.reduce((sum, one) => (sum * one) / WHOLE, annual);
        // Half a unit for each factor, made larger by those that follow.
        expect(Math.abs(net - exact)).toBeLessThanOrEqual(0.5 * factors.reduce((sum, one) => (sum * one) / WHOLE + 1, 0) + exact * 1e-12);
      }),
    );
  });
});

describe('a quote', () => {
  const asked = (changes: Partial<QuoteRequest> = {}): QuoteRequest => ({
    species: 'dog',
    birth: { date: '2024-02-29', estimated: false },
    tier: 'plus',
    startsOn: TODAY,
    choices: {},
    ...changes,
  });
  const born = (date: string, estimated = false) => asked({ birth: { date, estimated } });
  const reasonsOf = (terms: ProductTerms, request: QuoteRequest) => {
    const quote = quoteTerms(terms, request, TODAY);
    return quote.kind === 'none' ? quote.reasons : quote.kind;
  };

  it('names premium, days of cover, waiting periods and free look', () => {
    expect(quoteTerms(cn, asked({ startsOn: day('2026-03-10') }), TODAY)).toMatchObject({
      kind: 'quoted',
      premium: { total: 39_900 },
      age: { youngest: 24, oldest: 24 },
      birthDateMatters: false,
      endsOn: '2027-03-09',
      freeLookUntil: '2026-03-25',
      waiting: [
        { cause: 'accident', coveredFrom: '2026-03-10' },
        { cause: 'illness', coveredFrom: '2026-04-09' },
        { cause: 'orthopaedic', coveredFrom: '2026-04-09' },
      ],
    });
  });

  it('is sold from the day on which the animal is three months old, and until it is ten years and a month', () => {
    expect(reasonsOf(cn, born('2025-12-01'))).toBe('quoted');
    expect(reasonsOf(cn, born('2025-12-02'))).toEqual([{ kind: 'too-young', canStartOn: '2026-03-02' }]);
    expect(reasonsOf(cn, born('2016-02-02'))).toBe('quoted');
    expect(reasonsOf(cn, born('2016-02-01'))).toEqual([{ kind: 'too-old' }]);
  });

  it('takes an animal to be as young as its date allows, and says when the date matters', () => {
    const request = { ...born('2022'), tier: 'standard' };
    expect(quoteTerms(us, request, TODAY)).toMatchObject({
      age: { youngest: 38, oldest: 50 },
      premium: { net: 43_200 },
      birthDateMatters: true,
    });
    expect(quoteTerms(us, { ...born('2023-05'), tier: 'standard' }, TODAY)).toMatchObject({ birthDateMatters: false });
    expect(quoteTerms(us, { ...born('2023-05-01', true), tier: 'standard' }, TODAY)).toMatchObject({ birthDateMatters: true });
    expect(reasonsOf(cn, born('2025'))).toBe('quoted');
  });

  it('gives every reason why there is none', () => {
    const request = asked({
      tier: 'gold',
      startsOn: day('2026-02-28'),
      choices: { moon: 'full' },
      birth: { date: '2027', estimated: true },
    });
    expect(reasonsOf({ ...cn, species: ['cat'] }, request)).toEqual([
      { kind: 'species-not-covered' },
      { kind: 'tier-unknown' },
      { kind: 'choice-unknown', factor: 'moon' },
      { kind: 'start-in-past' },
      { kind: 'birth-date', fault: 'in-the-future' },
    ]);
    expect(reasonsOf(cn, asked({ startsOn: day('2026-05-01') }))).toEqual([{ kind: 'start-too-late', latest: '2026-04-30' }]);
  });

  it('covers whole years of 365 or 366 days, whatever day it starts on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (ahead) => {
        const startsOn = addDays(TODAY, ahead);
        const quote = quoteTerms(
          cn,
          asked({ startsOn, birth: { date: startsOn.slice(0, 4) === '2026' ? '2025-06' : '2026-04', estimated: false } }),
          startsOn,
        );
        if (quote.kind !== 'quoted') throw new Error('There is a quote.');
        expect([364, 365]).toContain(daysBetween(quote.startsOn, quote.endsOn));
      }),
    );
  });
});
