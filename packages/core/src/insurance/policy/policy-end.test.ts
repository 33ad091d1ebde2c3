import { describe, expect, it } from 'vitest';
import { addDays, toCalendarDay } from '../../pets/index.ts';
import {
  cancellation,
  decidedOn,
  EXAMPLE_DISCLOSURES,
  EXAMPLE_FURTHER,
  follow,
  payOn,
  policyToIssue,
} from '../../testing/example-policies.ts';
import { type Cancellation, cancelPolicy, recordDeath, type TermClaims } from './decide-end.ts';
import { issuePolicy, recordRefund } from './decide-policy.ts';
import { offerRenewal, renewPolicy } from './decide-renewal.ts';
import type { PolicyDecision } from './policy-decision.ts';
import type { Policy } from './policy-state.ts';

const day = toCalendarDay;
const reasonsOf = (decision: PolicyDecision) => (decision.kind === 'refused' ? decision.reasons : decision.events.map(({ kind }) => kind));
const total = (policy: Policy, number: number) => policy.terms[number - 1]?.premium.total ?? Number.NaN;

const ISSUED = follow(null, issuePolicy(policyToIssue(), decidedOn('2027-02-10')));
const ACTIVE = payOn(ISSUED, '2027-02-11');
const OFFERED = follow(ACTIVE, offerRenewal(ACTIVE, EXAMPLE_FURTHER, decidedOn('2028-01-10')));
const RENEWED = follow(OFFERED, renewPolicy(OFFERED, { accepted: EXAMPLE_DISCLOSURES }, decidedOn('2028-02-01')));

const claim = (made: number, paid: number, term = 1): readonly TermClaims[] => [{ term, made, paid }];

describe('a policy that is cancelled', () => {
  const refundAt = (changes: Partial<Cancellation>, date: string) => {
    const policy = follow(ACTIVE, cancelPolicy(ACTIVE, cancellation({ lastDay: day(date), ...changes }), decidedOn(date)));
    const { refund, lastDay } = policy.terms[0];
    return [refund?.rule, refund?.total, lastDay];
  };
  const days = (unused: number) => Math.round((total(ACTIVE, 1) * unused) / 366);

  it('in the free look gives everything back and never covered, unless a claim was made', () => {
    const until = ACTIVE.terms[0].freeLookUntil;
    expect(refundAt({}, until)).toEqual(['free-look', total(ACTIVE, 1), null]);
    expect(refundAt({}, addDays(until, 1))).toMatchObject(['pro-rata', expect.any(Number), addDays(until, 1)]);
    expect(refundAt({ claims: claim(1, 0) }, '2027-03-10')).toEqual(['pro-rata', days(356), '2027-03-10']);
    expect(refundAt({ claims: claim(1, 500) }, '2027-03-10')).toEqual(['claim-paid', 0, '2027-03-10']);
    expect(refundAt({ claims: claim(1, 500, 2) }, '2027-03-10')).toMatchObject(['free-look', total(ACTIVE, 1), null]);
    const later = cancelPolicy(ACTIVE, cancellation({ lastDay: day('2027-03-31') }), decidedOn('2027-03-10'));
    expect(follow(ACTIVE, later).terms[0]).toMatchObject({ lastDay: '2027-03-31', refund: { rule: 'pro-rata', unusedDays: 335 } });
  });

  it('before its start gives everything back', () => {
    expect(refundAt({ by: 'insurer', reason: 'fraud', explanation: 'The animal is another one.' }, '2027-02-20')).toEqual([
      ...['not-begun', total(ACTIVE, 1), null],
    ]);
  });

  it('by the insurer is by a person and with an explanation, and by days also in the free look', () => {
    const insurer = { by: 'insurer', reason: 'untrue-statement' } as const;
    expect(reasonsOf(cancelPolicy(ACTIVE, cancellation(insurer), decidedOn('2027-03-10', 'service')))).toEqual([
      { kind: 'needs-person' },
      { kind: 'explanation-missing' },
    ]);
    expect(
      reasonsOf(cancelPolicy(ACTIVE, cancellation({ ...insurer, reason: 'unwanted', explanation: 'x' }), decidedOn('2027-03-10'))),
    ).toEqual([{ kind: 'reason-unknown' }]);
    expect(refundAt({ ...insurer, explanation: 'Older than said.' }, '2027-03-10')).toEqual(['pro-rata', days(356), '2027-03-10']);
  });

  it('ends on a day that is to come, within the cover', () => {
    const at = (lastDay: string) => reasonsOf(cancelPolicy(ACTIVE, cancellation({ lastDay: day(lastDay) }), decidedOn('2027-05-10')));
    expect(at('2027-05-09')).toEqual([{ kind: 'day-in-past' }]);
    expect(at('2028-03-01')).toEqual([{ kind: 'day-after-end', endsOn: '2028-02-29' }]);
    expect(at('2028-02-29')).toEqual(['cancelled']);
    expect(reasonsOf(cancelPolicy(ACTIVE, cancellation({ lastDay: day('2028-03-01') }), decidedOn('2028-03-01')))).toEqual([
      { kind: 'cover-ended' },
    ]);
  });

  it('counts days where the product is sold', () => {
    const midnight = { ...decidedOn('2027-05-10'), at: new Date('2027-05-10T03:59:59Z') };
    expect(reasonsOf(cancelPolicy(ACTIVE, cancellation({ lastDay: day('2027-05-09') }), midnight))).toEqual([
      'cancelled',
      'refund-decided',
    ]);
  });

  it('gives back all of a further term that is paid already, and nothing for one that is not', () => {
    const both = payOn(RENEWED, '2028-02-02');
    const ended = follow(both, cancelPolicy(both, cancellation({ lastDay: day('2028-02-09') }), decidedOn('2028-02-09')));
    expect(ended.terms).toMatchObject([
      { lastDay: '2028-02-09', refund: { rule: 'pro-rata', unusedDays: 20, total: days(20) } },
      { lastDay: null, refund: { rule: 'not-begun', total: total(both, 2) } },
    ]);
    expect(ended.money).toEqual({ in: total(both, 1) + total(both, 2), due: days(20) + total(both, 2), out: 0 });
    const unpaid = follow(RENEWED, cancelPolicy(RENEWED, cancellation({ lastDay: day('2028-03-05') }), decidedOn('2028-03-05')));
    expect([unpaid.terms.map(({ lastDay }) => lastDay), unpaid.money.due]).toEqual([['2028-02-29', null], 0]);
  });

  it('is paid back once', () => {
    const ended = follow(ACTIVE, cancelPolicy(ACTIVE, cancellation(), decidedOn('2027-03-10')));
    const refund = (policy: Policy, reference: string) => recordRefund(policy, { term: 1, reference }, decidedOn('2027-03-12'));
    const back = follow(ended, refund(ended, 'r1'));
    expect(back.money).toEqual({ in: total(ACTIVE, 1), due: 0, out: total(ACTIVE, 1) });
    expect([reasonsOf(refund(back, 'r1')), reasonsOf(refund(back, 'r2'))]).toEqual([
      [{ kind: 'already-recorded' }],
      [{ kind: 'no-refund-due' }],
    ]);
    expect(reasonsOf(refund(ACTIVE, 'r1'))).toEqual([{ kind: 'no-refund-due' }]);
    expect(reasonsOf(cancelPolicy(back, cancellation(), decidedOn('2027-03-10')))).toEqual([{ kind: 'not-in-force', status: 'cancelled' }]);
  });

  it('ends by death on its day, also when that is told later', () => {
    const died = follow(ACTIVE, recordDeath(ACTIVE, { diedOn: day('2027-03-10'), claims: [] }, decidedOn('2027-08-01')));
    expect(died).toMatchObject({ status: 'died', terms: [{ lastDay: '2027-03-10', refund: { rule: 'pro-rata', total: days(356) } }] });
    expect(reasonsOf(recordDeath(ACTIVE, { diedOn: day('2027-08-02'), claims: [] }, decidedOn('2027-08-01')))).toEqual([
      { kind: 'day-in-future' },
    ]);
  });
});
