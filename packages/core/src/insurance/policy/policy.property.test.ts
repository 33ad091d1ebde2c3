import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay, daysBetween, toCalendarDay } from '../../pets/index.ts';
import { EXAMPLE_DISCLOSURES, follow, policyToIssue } from '../../testing/example-policies.ts';
import { LIVES_BIRTH, LIVES_FURTHER, noonOf, policyLives } from '../../testing/policy-lives.ts';
import { issuePolicy, recordPayment } from './decide-policy.ts';
import { offerRenewal, renewPolicy } from './decide-renewal.ts';
import { coverOn, lastTerm, unpaidTerm } from './policy-cover.ts';
import type { PolicyEvent } from './policy-event.ts';
import { type Policy, policyOf } from './policy-state.ts';

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
const ofKind = <K extends PolicyEvent['kind']>(events: readonly PolicyEvent[], kind: K) =>
  events.filter((event): event is Extract<PolicyEvent, { kind: K }> => event.kind === kind);
const check = (holds: (life: { readonly events: readonly PolicyEvent[]; readonly policies: readonly Policy[] }) => void) =>
  fc.assert(fc.property(policyLives, holds), { numRuns: 400 });

describe('whatever happens to a policy', () => {
  it('its events make it again, also after they were written and read', () => {
    check(({ events, policies }) => {
      expect(policyOf(events)).toEqual(policies.at(-1));
      const read = events.map((event) => ({ ...JSON.parse(JSON.stringify(event)), at: event.at }) as PolicyEvent);
      expect(policyOf(read)).toEqual(policies.at(-1));
      expect(policies.at(-1)?.sequence).toBe(events.length);
    });
  });

  it('no more goes out of a term than came in, once, and its sums are those of the events', () => {
    check(({ events, policies }) => {
      for (const number of new Set(policies.flatMap(({ terms }) => terms.map((term) => term.number)))) {
        const of = ({ term }: { readonly term: number }) => term === number;
        const paid = ofKind(events, 'paid').filter(of);
        const due = ofKind(events, 'refund-decided').filter(of);
        const back = ofKind(events, 'refunded').filter(of);
        expect(Math.max(paid.length, due.length, back.length)).toBeLessThanOrEqual(1);
        const [cameIn, goesOut, wentOut] = [
          sum(paid.map((one) => one.amount)),
          sum(due.map(({ refund }) => refund.total)),
          sum(back.map((one) => one.amount)),
        ];
        expect(goesOut >= 0 && goesOut <= cameIn && (back.length === 0 || wentOut === goesOut)).toBe(true);
      }
      const out = sum(ofKind(events, 'refunded').map((one) => one.amount));
      const due = sum(ofKind(events, 'refund-decided').map(({ refund }) => refund.total)) - out;
      expect(policies.at(-1)?.money).toEqual({ in: sum(ofKind(events, 'paid').map((one) => one.amount)), due, out });
    });
  });

  it('no day is covered twice, and terms are years that follow one another', () => {
    check(({ policies }) => {
      for (const { terms } of policies) {
        const spans = terms.flatMap(({ startsOn, lastDay }) => (lastDay === null ? [] : [{ startsOn, lastDay }]));
        for (const [index, { startsOn, lastDay }] of spans.entries()) {
          expect(startsOn <= lastDay).toBe(true);
          const before = spans[index - 1];
          if (before) expect(before.lastDay < startsOn).toBe(true);
        }
        for (const { startsOn, endsOn, lastDay, coverSince, freeLookUntil } of terms) {
          expect([365, 366]).toContain(daysBetween(startsOn, endsOn) + 1);
          expect(coverSince <= startsOn && startsOn <= freeLookUntil && (lastDay ?? startsOn) <= endsOn).toBe(true);
        }
      }
    });
  });

  it('a day that was paid for is taken away by an end alone, and paid back unless a claim was paid', () => {
    check(({ policies }) => {
      const steps = policies.flatMap((policy, index) => (policies[index - 1]?.terms ?? []).map((term) => ({ policy, term })));
      for (const { policy, term } of steps) {
        const now = policy.terms.find(({ number }) => number === term.number);
        if (!term.isPaid || now?.lastDay === term.lastDay) continue;
        expect(['cancelled', 'died']).toContain(policy.status);
        const { rule, unusedDays = 0, termDays = 0 } = now?.refund ?? {};
        const coveredDays = now?.lastDay ? daysBetween(term.startsOn, now.lastDay) + 1 : 0;
        expect(rule).toBeDefined();
        expect(coveredDays + unusedDays).toBe(termDays);
      }
    });
  });

  it('at most the newest term waits for money, and only while the policy is open', () => {
    check(({ policies }) => {
      for (const policy of policies) {
        const waiting = policy.terms.filter(({ isPaid, lastDay }) => !isPaid && lastDay !== null);
        expect(waiting).toEqual(unpaidTerm(policy) === null ? [] : [lastTerm(policy)]);
        const { startsOn } = lastTerm(policy);
        if (policy.status === 'awaiting-payment') expect(coverOn(policy, startsOn).kind).toBe('unpaid');
      }
    });
  });
});

describe('terms that follow one another', () => {
  it.each([
    ['2028-02-28', ['2029-02-27', '2030-02-27', '2031-02-27', '2032-02-27']],
    ['2028-02-29', ['2029-02-27', '2030-02-27', '2031-02-27', '2032-02-27']],
    ['2028-03-01', ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ])('from %s end on %s, with no day between them', (start, ends) => {
    const startsOn = toCalendarDay(start);
    const request = { species: 'dog', birth: LIVES_BIRTH, tier: 'standard', startsOn, choices: {} } as const;
    const issued = follow(null, issuePolicy(policyToIssue({ request }), noonOf(startsOn)));
    const pay = (policy: Policy, today: CalendarDay) =>
      follow(policy, recordPayment(policy, { amount: lastTerm(policy).premium.total, reference: `p${policy.sequence}` }, noonOf(today)));
    let policy = pay(issued, startsOn);
    for (let term = 2; term <= 4; term++) {
      const today = addDays(lastTerm(policy).endsOn, -10);
      const offered = follow(policy, offerRenewal(policy, LIVES_FURTHER, noonOf(today)));
      policy = pay(follow(offered, renewPolicy(offered, { accepted: EXAMPLE_DISCLOSURES }, noonOf(today))), today);
    }
    expect(policy.terms.map(({ endsOn }) => endsOn)).toEqual(ends);
    expect(
      policy.terms.map(
        (term, index) => term.startsOn === (index === 0 ? startsOn : addDays(policy.terms[index - 1]?.endsOn ?? startsOn, 1)),
      ),
    ).toEqual([true, true, true, true]);
  });
});

describe('the lives that these are checked on', () => {
  it('have every kind of event in them', () => {
    const seen = new Set(fc.sample(policyLives, { numRuns: 2000, seed: 7 }).flatMap(({ events }) => events.map(({ kind }) => kind)));
    const kinds = {
      ...{ issued: 0, paid: 0, changed: 0, 'waiting-waived': 0, 'renewal-offered': 0, renewed: 0, lapsed: 0, reinstated: 0 },
      ...{ expired: 0, cancelled: 0, died: 0, 'refund-decided': 0, refunded: 0 },
    } satisfies Record<PolicyEvent['kind'], 0>;
    expect([...seen].sort()).toEqual(Object.keys(kinds).sort());
  });
});
