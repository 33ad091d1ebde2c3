import { describe, expect, it } from 'vitest';
import { addDays, addMonths, toCalendarDay } from '../../pets/index.ts';
import type { ProductTerms } from '../product-terms.ts';
import { READY_PRODUCTS } from '../ready/ready-products.ts';
import type { ClaimToSettle, InvoiceLine, PolicyTerm } from './claim-to-settle.ts';
import { type PolicyToSettle, settleClaim } from './settle-claim.ts';
import { foldUsage, NO_USAGE } from './term-usage.ts';

const { 'cn-yearly': cn, 'us-yearly': us, 'gb-yearly': gb } = READY_PRODUCTS;
const day = toCalendarDay;
const START = day('2026-03-01');
const termFrom = (startsOn: string, changes: Partial<PolicyTerm> = {}): PolicyTerm => {
  const from = day(startsOn);
  return { startsOn: from, endsOn: addDays(addMonths(from, 12), -1), coverSince: from, waived: [], ...changes };
};
const policy = (tier: string, changes: Partial<PolicyToSettle> = {}): PolicyToSettle => ({
  tier,
  term: termFrom(START),
  usage: NO_USAGE,
  ...changes,
});
const line = (id: string, amount: number, excludedAs: InvoiceLine['excludedAs'] = null): InvoiceLine => ({
  id,
  text: id,
  amount,
  category: 'other',
  excludedAs,
});
const claimOf = (lines: readonly InvoiceLine[], changes: Partial<ClaimToSettle> = {}): ClaimToSettle => {
  const eventDay = changes.eventDay ?? day('2026-06-10');
  const visits = [{ id: 'v', day: eventDay, lines }];
  return { conditionId: 'c', cause: 'illness', eventDay, claimedOn: day('2026-07-01'), inNetwork: true, visits, ...changes };
};
const stepsOf = (terms: ProductTerms, of: PolicyToSettle, claim: ClaimToSettle) =>
  settleClaim(terms, of, claim).visits.flatMap(({ lines }) =>
    lines.map(({ line: { id }, steps, paid }) => [id, steps.map(({ kind, takes }) => `${kind} ${takes}`).join(', '), paid]),
  );

describe('a settlement by the terms that come with Snout', () => {
  it('pays 70 % in the network in China, half outside, up to the year’s limit', () => {
    const claim = claimOf([line('exam', 30_000), line('operation', 220_005)]);
    expect(stepsOf(cn, policy('basic'), claim)).toEqual([
      ['exam', 'co-insurance 9000', 21_000],
      ['operation', 'co-insurance 66001', 154_004],
    ]);
    expect(settleClaim(cn, policy('basic'), { ...claim, inNetwork: false }).paid).toBe(125_003);
    const usage = { ...NO_USAGE, year: { paid: 270_000, deductible: 0 } };
    expect(stepsOf(cn, policy('basic', { usage }), claim)).toEqual([
      ['exam', 'co-insurance 9000', 21_000],
      ['operation', 'co-insurance 66001, annual-limit 145004', 9000],
    ]);
  });

  it('takes the year’s deductible of the United States once, from the first lines, and pays by the published formula', () => {
    const first = settleClaim(us, policy('standard'), claimOf([line('exam', 10_000), line('x-ray', 20_001), line('medicine', 5001)]));
    expect(first.visits[0]?.lines.map(({ steps, paid }) => [steps, paid])).toEqual([
      [[{ kind: 'deductible', per: 'year', takes: 10_000 }], 0],
      [
        [
          { kind: 'deductible', per: 'year', takes: 15_000 },
          { kind: 'co-insurance', reimbursed: 8000, takes: 1000 },
        ],
        4001,
      ],
      [[{ kind: 'co-insurance', reimbursed: 8000, takes: 1000 }], 4001],
    ]);
    // (35,002 − 25,000) × 80 %
    expect(first).toMatchObject({ claimed: 35_002, paid: 8002, needsPerson: [] });
    const other = claimOf([line('exam', 10_000)], { conditionId: 'another' });
    expect(settleClaim(us, policy('standard', { usage: first.usageAfter }), other)).toMatchObject({
      paid: 8000,
      usageAfter: { year: { paid: 16_002, deductible: 25_000 } },
    });
  });

  it('takes the deductible of the United Kingdom for each condition', () => {
    const first = settleClaim(gb, policy('silver'), claimOf([line('exam', 15_000)]));
    const later = (conditionId: string) =>
      settleClaim(gb, policy('silver', { usage: first.usageAfter }), claimOf([line('exam', 15_000)], { conditionId }));
    expect([first.paid, later('c').paid, later('another').paid]).toEqual([5100, 15_000, 5100]);
    expect(settleClaim(gb, policy('silver'), claimOf([line('exam', 15_000)], { inNetwork: false })).paid).toBe(4590);
  });
});

describe('what is not covered', () => {
  const lines = [line('exam', 1000)];
  const at = (eventDay: string, term: PolicyTerm, changes: Partial<ClaimToSettle> = {}) =>
    settleClaim(us, policy('standard', { term }), claimOf(lines, { eventDay: day(eventDay), ...changes }));
  const ruleAt = (...asked: Parameters<typeof at>) => at(...asked).visits[0]?.lines[0]?.steps[0];

  it('is what happens before the cover and after its last day', () => {
    const term = termFrom('2028-02-29');
    expect(term.endsOn).toBe('2029-02-27');
    const accident = { cause: 'accident' } as const;
    expect(ruleAt('2028-02-28', term, accident)).toEqual({ kind: 'outside-term', why: 'event-before-cover', takes: 1000 });
    expect(ruleAt('2028-02-29', term, accident)?.kind).toBe('deductible');
    expect(ruleAt('2029-02-27', term, accident)?.kind).toBe('deductible');
    expect(ruleAt('2029-02-28', term, accident)).toMatchObject({ kind: 'outside-term', why: 'event-after-end' });
  });

  it('is what is treated in another term', () => {
    const visit = (on: string) => [{ id: 'v', day: day(on), lines }];
    expect(ruleAt('2026-06-10', termFrom(START), { visits: visit('2027-03-01') })).toMatchObject({ why: 'visit-after-end' });
    const renewed = termFrom('2027-03-01', { coverSince: START });
    expect(ruleAt('2026-06-10', renewed, { visits: visit('2027-02-28') })).toMatchObject({ why: 'visit-before-start' });
    expect(ruleAt('2026-06-10', renewed, { visits: visit('2027-03-01') })?.kind).toBe('deductible');
  });

  it('is what shows in a waiting period, from the day of the start on, through leap days', () => {
    const term = termFrom('2028-02-15');
    const waiting = { kind: 'waiting-period', cause: 'illness', coveredFrom: '2028-02-29', takes: 1000 };
    expect(ruleAt('2028-02-28', term)).toEqual(waiting);
    expect(ruleAt('2028-02-29', term)?.kind).toBe('deductible');
    expect(ruleAt('2028-02-28', term, { cause: 'accident' })?.kind).toBe('deductible');
    expect(ruleAt('2028-03-15', term, { cause: 'orthopaedic' })).toMatchObject({ coveredFrom: '2028-03-16' });
  });

  it('does not become covered by saying that it showed after it was treated', () => {
    const visits = [{ id: 'v', day: day('2026-03-14'), lines }];
    const settlement = at('2026-03-15', termFrom(START), { visits });
    expect(settlement.visits[0]?.lines[0]?.steps[0]?.kind).toBe('waiting-period');
    expect(settlement.needsPerson).toContainEqual({ kind: 'visit-before-event', visits: ['v'] });
  });

  it('is looked at by a person where it was claimed before it happened, and pays the same', () => {
    const visits = [{ id: 'v', day: day('2026-06-12'), lines }];
    const madeOn = (claimedOn: string) => at('2026-06-10', termFrom(START), { visits, claimedOn: day(claimedOn) });
    expect(madeOn('2026-06-12').needsPerson).toEqual([]);
    expect(madeOn('2026-06-11').needsPerson).toEqual([{ kind: 'after-claim', visits: ['v'] }]);
    expect(madeOn('2026-06-11').paid).toBe(madeOn('2026-06-12').paid);
    const early = at('2026-06-13', termFrom(START), { visits, claimedOn: day('2026-06-12') });
    expect(early.needsPerson).toContainEqual({ kind: 'after-claim', visits: [] });
  });

  it('waits for nothing on renewal, nor after an exam where the terms let one waive it', () => {
    expect(at('2026-03-05', termFrom(START, { coverSince: day('2025-03-01') })).needsPerson).toEqual([]);
    const waived = termFrom(START, { waived: ['illness'] });
    expect(at('2026-03-05', waived).needsPerson).toEqual([]);
    expect(ruleAt('2026-03-05', waived, { cause: 'orthopaedic' })?.kind).toBe('waiting-period');
    const inChina = settleClaim(cn, policy('plus', { term: waived }), claimOf(lines, { eventDay: day('2026-03-05') }));
    expect(inChina.paid).toBe(0);
  });

  it('is what is marked as the terms exclude it, by the ids of their texts, and takes no deductible', () => {
    const claim = claimOf([line('vaccine', 4000, 'preventive'), line('exam', 26_000)]);
    const { visits, paid, needsPerson, taken } = settleClaim(us, policy('standard'), claim);
    expect(visits[0]?.lines[0]?.steps).toEqual([{ kind: 'exclusion', excludedAs: 'preventive', exclusions: ['preventive'], takes: 4000 }]);
    expect([paid, taken.exclusion, taken.deductible]).toEqual([800, 4000, 25_000]);
    expect(needsPerson).toEqual([{ kind: 'exclusion', lines: ['vaccine'] }]);
  });

  it('names every rule that holds, and only the first takes the amount', () => {
    const claim = claimOf([line('scan', 1000, 'pre-existing'), line('free', 0, 'elective')], { eventDay: day('2026-03-05') });
    const settlement = settleClaim(us, policy('standard'), claim);
    expect(settlement.visits[0]?.lines[0]?.steps.map(({ kind, takes }) => [kind, takes])).toEqual([
      ['waiting-period', 1000],
      ['exclusion', 0],
    ]);
    expect(settlement.needsPerson).toEqual([
      { kind: 'waiting-period', lines: ['scan'] },
      { kind: 'exclusion', lines: ['scan'] },
    ]);
  });
});

describe('a person', () => {
  const lines = [line('exam', 1000)];

  it('is not asked for where only deductible, co-insurance and limits take', () => {
    const usage = { ...NO_USAGE, year: { paid: 300_000, deductible: 0 } };
    expect(settleClaim(cn, policy('basic', { usage }), claimOf(lines))).toMatchObject({ paid: 0, needsPerson: [] });
  });

  it('sees marks that the terms know nothing of, which take nothing', () => {
    const settlement = settleClaim(cn, policy('basic'), claimOf([line('tooth', 1000, 'dental')]));
    expect(settlement).toMatchObject({ paid: 700, needsPerson: [{ kind: 'mark-without-exclusion', lines: ['tooth'] }] });
  });

  it('looks at what began in an earlier term, and nothing is taken for that', () => {
    const term = termFrom('2027-03-01', { coverSince: START });
    const claim = claimOf(lines, { claimedOn: day('2027-04-02'), visits: [{ id: 'v', day: day('2027-04-01'), lines }] });
    expect(settleClaim(cn, policy('basic', { term }), claim)).toMatchObject({
      paid: 700,
      needsPerson: [{ kind: 'event-in-earlier-term' }],
    });
  });
});

describe('limits and deductibles', () => {
  const tierOf = (changes: Partial<ProductTerms['tiers'][number]>): ProductTerms => ({
    ...cn,
    tiers: cn.tiers.map((tier) => ({ ...tier, ...changes })),
  });
  const visit = (id: string, on: string, amount: number) => ({ id, day: day(on), lines: [line(`${id}-line`, amount)] });

  it('hold for each visit and condition over all claims, and say which of them took', () => {
    const terms = tierOf({ perVisitLimit: 500, perConditionLimit: 800 });
    const first = claimOf([], { visits: [visit('a', '2026-06-10', 1000), visit('b', '2026-06-11', 500)] });
    expect(stepsOf(terms, policy('basic'), first)).toEqual([
      ['a-line', 'co-insurance 300, visit-limit 200', 500],
      ['b-line', 'co-insurance 150, condition-limit 50', 300],
    ]);
    const { usageAfter: usage } = settleClaim(terms, policy('basic'), first);
    const more = claimOf([], { conditionId: 'another', visits: [visit('b', '2026-06-11', 1000)] });
    expect(stepsOf(terms, policy('basic', { usage }), more)).toEqual([['b-line', 'co-insurance 300, visit-limit 500', 200]]);
    const next = claimOf([], { visits: [visit('c', '2026-07-01', 1000)] });
    expect(stepsOf(terms, policy('basic', { usage }), next)).toEqual([
      ['c-line', 'co-insurance 300, visit-limit 200, condition-limit 500', 0],
    ]);
  });

  it('take by the days of the visits, whatever order they are listed in', () => {
    const terms = tierOf({ deductible: { amount: 1000, per: 'year' }, perVisitLimit: 500 });
    const visits = [visit('b', '2026-06-11', 1000), visit('a', '2026-06-10', 1200)];
    expect(stepsOf(terms, policy('basic'), claimOf([], { visits }))).toEqual([
      ['a-line', 'deductible 1000, co-insurance 60', 140],
      ['b-line', 'co-insurance 300, visit-limit 200', 500],
    ]);
  });

  it('take a deductible for each visit once, however many claims have its lines', () => {
    const terms = tierOf({ deductible: { amount: 300, per: 'visit' } });
    const claim = claimOf([], { visits: [visit('a', '2026-06-10', 200), visit('b', '2026-06-11', 1000)] });
    const { usageAfter: usage, paid } = settleClaim(terms, policy('basic'), claim);
    expect(paid).toBe(490);
    expect(settleClaim(terms, policy('basic', { usage }), { ...claim, conditionId: 'another' }).taken.deductible).toBe(100);
  });

  it('pay nothing, and take nothing back, where more than the limit was paid', () => {
    const usage = { ...NO_USAGE, year: { paid: 400_000, deductible: 0 } };
    expect(settleClaim(cn, policy('basic', { usage }), claimOf([line('exam', 1000)]))).toMatchObject({
      paid: 0,
      taken: { 'annual-limit': 700 },
    });
  });
});

describe('a claim', () => {
  const lines = [line('exam', 30_000)];

  it('in the free look is settled as any other, and ends it', () => {
    const claimed = (on: string) =>
      settleClaim(us, policy('standard'), claimOf(lines, { cause: 'accident', eventDay: START, claimedOn: day(on) }));
    expect(claimed('2026-03-16')).toMatchObject({ paid: 4000, endsFreeLook: true });
    expect(claimed('2026-03-17')).toMatchObject({ paid: 4000, endsFreeLook: false });
  });

  it('without lines uses up nothing', () => {
    expect(settleClaim(us, policy('standard'), claimOf([], { visits: [] }))).toMatchObject({ claimed: 0, paid: 0, usageAfter: NO_USAGE });
  });

  it('may name conditions and visits as it likes', () => {
    const claim = claimOf(lines, { conditionId: '__proto__' });
    const { usageAfter } = settleClaim(gb, policy('silver'), claim);
    expect(usageAfter.conditions.get('__proto__')).toEqual({ paid: 20_100, deductible: 9900 });
    expect(foldUsage(NO_USAGE, [settleClaim(gb, policy('silver', { usage: usageAfter }), claim)]).year).toEqual({
      paid: 30_000,
      deductible: 0,
    });
  });

  it.each<[string, PolicyToSettle, ClaimToSettle]>([
    ['of a tier that there is not', policy('iron'), claimOf(lines)],
    ['of half a cent', policy('standard'), claimOf([line('exam', 0.5)])],
    ['of less than nothing', policy('standard'), claimOf([line('discount', -1)])],
    ['with a line twice', policy('standard'), claimOf([...lines, ...lines])],
    [
      'with a visit twice',
      policy('standard'),
      claimOf([], { visits: [1, 2].map((id) => ({ id: 'v', day: START, lines: [line(`${id}`, 1)] })) }),
    ],
    ['in a term that ends before it starts', policy('standard', { term: termFrom(START, { endsOn: day('2026-02-28') }) }), claimOf(lines)],
    [
      'in a term that starts before the cover',
      policy('standard', { term: termFrom(START, { coverSince: day('2026-03-02') }) }),
      claimOf(lines),
    ],
    [
      'after less than nothing was paid',
      policy('standard', { usage: { ...NO_USAGE, visits: new Map([['v', { paid: -1, deductible: 0 }]]) } }),
      claimOf(lines),
    ],
  ])('%s cannot be settled', (_what, of, claim) => {
    expect(() => settleClaim(us, of, claim)).toThrow(RangeError);
  });
});
