import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toCalendarDay } from '../../pets/index.ts';
import { MOST_AMOUNT, timesShare, WHOLE } from '../money.ts';
import { CAUSES, DEDUCTIBLE_PERIODS, EXCLUSION_KINDS, type ProductTerms, type Tier } from '../product-terms.ts';
import { READY_PRODUCTS } from '../ready/ready-products.ts';
import { type ClaimToSettle, type ClinicVisit, INVOICE_CATEGORIES, type PolicyTerm } from './claim-to-settle.ts';
import { type PolicyToSettle, settleClaim, settleInTurn } from './settle-claim.ts';
import type { Settlement } from './settlement.ts';
import { foldUsage, NO_USAGE, type TermUsage } from './term-usage.ts';

const US = READY_PRODUCTS['us-yearly'];
const START = toCalendarDay('2027-03-01');
const END = toCalendarDay('2028-02-29');
const FIRST: PolicyTerm = { startsOn: START, endsOn: END, coverSince: START, waived: [] };

const amounts = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: MOST_AMOUNT }));
const limits = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: MOST_AMOUNT }));
const optional = fc.option(limits, { nil: null });
const shares = fc.integer({ min: 1, max: WHOLE });
const tiers = fc
  .record({
    annualLimit: limits,
    perVisitLimit: optional,
    perConditionLimit: optional,
    deductible: fc.record({
      amount: fc.oneof(fc.constant(0), fc.integer({ max: 200, min: 0 }), limits),
      per: fc.constantFrom(...DEDUCTIBLE_PERIODS),
    }),
    reimbursement: fc.record({ inNetwork: shares, outOfNetwork: shares }),
  })
  .map((tier): Tier => ({ id: 'tier', name: { en: 'Tier', zh: '档位' }, ...tier }));
const days = (from: number, to: number) => fc.integer({ min: from, max: to }).map((count) => addDays(START, count));
const visitsOf = (kinds: ClinicVisit['lines'][number]['excludedAs'][]) =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
        day: days(40, 365),
        lines: fc.array(
          fc.record({
            text: fc.constant('x'),
            amount: amounts,
            category: fc.constantFrom(...INVOICE_CATEGORIES),
            excludedAs: fc.constantFrom(...kinds),
          }),
          { maxLength: 4 },
        ),
      }),
      { selector: ({ id }) => id, maxLength: 4 },
    )
    .map((visits) =>
      visits.map((visit) => ({ ...visit, lines: visit.lines.map((line, index) => ({ ...line, id: `${visit.id}.${index}` })) })),
    );
const claimed = {
  conditionId: fc.constantFrom('c1', 'c2', '__proto__'),
  cause: fc.constantFrom(...CAUSES),
  claimedOn: fc.constant(END),
  inNetwork: fc.boolean(),
};
/** Anything may be wrong with it: outside the term, in a waiting period, marked. */
const claims: fc.Arbitrary<ClaimToSettle> = fc.record({
  ...claimed,
  claimedOn: days(-10, 375),
  eventDay: days(-10, 375),
  visits: visitsOf([null, null, ...EXCLUSION_KINDS]),
});
/** All of it is covered. */
const covered: fc.Arbitrary<ClaimToSettle> = fc.record({ ...claimed, eventDay: fc.constant(addDays(START, 40)), visits: visitsOf([null]) });

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const termsOf = (tier: Tier): ProductTerms => ({ ...US, tiers: [tier] });
const linesOf = ({ visits }: Settlement) => visits.flatMap(({ lines }) => lines);
const settle = (tier: Tier, claim: ClaimToSettle, changes: Partial<PolicyToSettle> = {}) =>
  settleClaim(termsOf(tier), { tier: tier.id, term: FIRST, usage: NO_USAGE, ...changes }, claim);
const settleAll = (tier: Tier, all: readonly ClaimToSettle[]) =>
  settleInTurn(termsOf(tier), { tier: tier.id, term: FIRST, usage: NO_USAGE }, all);
const paidFor = (settlements: readonly Settlement[]) => sum(settlements.map(({ paid }) => paid));

describe('settlements, of whatever terms and claims', () => {
  it('are line by line the amount less what the steps take, and in sum their lines, in whole amounts', () => {
    fc.assert(
      fc.property(tiers, fc.array(claims, { maxLength: 4 }), (tier, all) => {
        for (const settlement of settleAll(tier, all)) {
          const lines = linesOf(settlement);
          for (const { line, steps, paid } of lines) expect(line.amount - sum(steps.map(({ takes }) => takes))).toBe(paid);
          expect(sum(lines.map(({ paid }) => paid))).toBe(settlement.paid);
          expect(sum(settlement.visits.map(({ paid }) => paid))).toBe(settlement.paid);
          expect(sum(lines.map(({ line }) => line.amount))).toBe(settlement.claimed);
          expect(settlement.claimed - sum(Object.values(settlement.taken))).toBe(settlement.paid);
          const { year, conditions, visits } = settlement.usageAfter;
          const used = [year, ...conditions.values(), ...visits.values()].flatMap(({ paid, deductible }) => [paid, deductible]);
          const takes = lines.flatMap(({ steps, paid }) => [paid, ...steps.map((step) => step.takes)]);
          expect([...takes, ...used, settlement.paid].every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
        }
      }),
    );
  });

  it('never pay above a limit nor take more than the deductible, over any claims one after the other', () => {
    fc.assert(
      fc.property(tiers, fc.array(claims, { maxLength: 6 }), (tier, all) => {
        const settlements = settleAll(tier, all);
        const { year, conditions, visits } = settlements.at(-1)?.usageAfter ?? NO_USAGE;
        const { annualLimit, perConditionLimit, perVisitLimit, deductible } = tier;
        expect(paidFor(settlements)).toBe(year.paid);
        expect(year.paid).toBeLessThanOrEqual(annualLimit);
        for (const { paid } of conditions.values()) expect(paid).toBeLessThanOrEqual(perConditionLimit ?? annualLimit);
        for (const { paid } of visits.values()) expect(paid).toBeLessThanOrEqual(perVisitLimit ?? annualLimit);
        const borne = { year: [year], condition: [...conditions.values()], visit: [...visits.values()] }[deductible.per];
        for (const one of borne) expect(one.deductible).toBeLessThanOrEqual(deductible.amount);
      }),
    );
  });

  it('leave the usage that folding them gives, in whatever order they are folded', () => {
    const sorted = ({ year, conditions, visits }: TermUsage) => [year, ...[conditions, visits].map((map) => [...map].sort())];
    fc.assert(
      fc.property(tiers, fc.array(claims, { maxLength: 4 }), (tier, all) => {
        const settlements = settleAll(tier, all);
        const last = settlements.at(-1)?.usageAfter ?? NO_USAGE;
        expect(foldUsage(NO_USAGE, settlements)).toEqual(last);
        expect(sorted(foldUsage(NO_USAGE, [...settlements].reverse()))).toEqual(sorted(last));
      }),
    );
  });

  it('ask for a person whenever a line is not covered, and never for arithmetic alone', () => {
    fc.assert(
      fc.property(tiers, claims, (tier, claim) => {
        const { taken, needsPerson } = settle(tier, claim);
        const kinds = needsPerson.map(({ kind }) => kind);
        const happened = [claim.eventDay, ...claim.visits.map(({ day }) => day)];
        expect(kinds.includes('after-claim')).toBe(happened.some((day) => day > claim.claimedOn));
        for (const kind of ['outside-term', 'waiting-period', 'exclusion'] as const) {
          if (taken[kind] > 0) expect(kinds).toContain(kind);
        }
        if (taken['outside-term'] + taken['waiting-period'] + taken.exclusion === 0) {
          expect(kinds.filter((kind) => !['mark-without-exclusion', 'visit-before-event', 'after-claim'].includes(kind))).toEqual([]);
        }
      }),
    );
    fc.assert(
      fc.property(tiers, covered, (tier, claim) => {
        expect(settle(tier, claim).needsPerson).toEqual([]);
      }),
    );
  });

  it('do not depend on the order in which visits are listed; nor a claim, nor any of its visits, on the order of lines', () => {
    const mixed = claims.chain((claim) =>
      fc.record({
        claim: fc.constant(claim),
        visits: fc.shuffledSubarray([...claim.visits], { minLength: claim.visits.length }),
        turned: fc.constant(claim.visits.map((visit) => ({ ...visit, lines: [...visit.lines].reverse() }))),
      }),
    );
    fc.assert(
      fc.property(tiers, mixed, (tier, { claim, visits, turned }) => {
        const settlement = settle(tier, claim);
        expect(settle(tier, { ...claim, visits })).toEqual(settlement);
        const paidByVisit = (one: Settlement) => one.visits.map(({ id, paid, deductible }) => ({ id, paid, deductible }));
        expect(paidByVisit(settle(tier, { ...claim, visits: turned }))).toEqual(paidByVisit(settlement));
      }),
    );
  });
});

describe('what is paid for covered claims', () => {
  const withoutVisits = (tier: Tier): Tier => ({ ...tier, perVisitLimit: null });
  const yearly = (tier: Tier): Tier => ({ ...withoutVisits(tier), deductible: { ...tier.deductible, per: 'year' } });

  it('is by the published formula: (covered − what is left of the deductible) × share, up to what is left of the limits', () => {
    fc.assert(
      fc.property(tiers, covered, covered, (any, before, claim) => {
        const tier = yearly(any);
        const { usageAfter: usage } = settle(tier, before);
        const { claimed: total, paid } = settle(tier, claim, { usage });
        const { annualLimit, perConditionLimit, deductible, reimbursement } = tier;
        const rest = Math.max(0, total - Math.max(0, deductible.amount - usage.year.deductible));
        const share = claim.inNetwork ? reimbursement.inNetwork : reimbursement.outOfNetwork;
        const ofCondition = (perConditionLimit ?? annualLimit) - (usage.conditions.get(claim.conditionId)?.paid ?? 0);
        expect(paid).toBe(Math.min(timesShare(rest, share), ofCondition, annualLimit - usage.year.paid));
      }),
    );
  });

  it('never falls when a line costs more', () => {
    fc.assert(
      fc.property(tiers, covered, fc.nat(3), fc.integer({ min: 1, max: 500 }), (any, claim, at, more) => {
        const tier = withoutVisits(any);
        const visits = claim.visits.map((visit) => ({
          ...visit,
          lines: visit.lines.map((line, index) => (index === at ? { ...line, amount: Math.min(MOST_AMOUNT, line.amount + more) } : line)),
        }));
        expect(settle(tier, { ...claim, visits }).paid).toBeGreaterThanOrEqual(settle(tier, claim).paid);
      }),
    );
  });

  it('is the same but for one minor unit when a claim is cut in two, with one more for each visit under a limit per visit', () => {
    fc.assert(
      fc.property(tiers, covered, fc.nat(12), (tier, claim, cut) => {
        const whole = settle(tier, claim);
        const lines = linesOf(whole).map(({ line }) => line.id);
        const part = (ids: readonly string[]) => ({
          ...claim,
          visits: claim.visits.map((visit) => ({ ...visit, lines: visit.lines.filter(({ id }) => ids.includes(id)) })),
        });
        const parts = paidFor(settleAll(tier, [part(lines.slice(0, cut)), part(lines.slice(cut))]));
        const most = tier.perVisitLimit === null ? 1 : claim.visits.length;
        expect(Math.abs(parts - whole.paid)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('is the same but for one minor unit in whatever order two claims come, where both are paid by the same share', () => {
    fc.assert(
      fc.property(tiers, covered, covered, (any, one, other) => {
        const tier = { ...yearly(any), perConditionLimit: null };
        const second = { ...other, inNetwork: one.inNetwork };
        const difference = paidFor(settleAll(tier, [one, second])) - paidFor(settleAll(tier, [second, one]));
        expect(Math.abs(difference)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
