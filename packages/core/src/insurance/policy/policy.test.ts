import { describe, expect, it } from 'vitest';
import { addDays, toCalendarDay } from '../../pets/index.ts';
import {
  cancellation,
  decidedOn,
  EXAMPLE_DISCLOSURES,
  EXAMPLE_FURTHER,
  eventsOf,
  follow,
  payOn,
  policyToIssue,
} from '../../testing/example-policies.ts';
import { READY_PRODUCTS } from '../ready/ready-products.ts';
import { cancelPolicy } from './decide-end.ts';
import { changeHolder, issuePolicy, recordPayment, waiveWaiting } from './decide-policy.ts';
import { lapsePolicy, reinstatePolicy } from './decide-renewal.ts';
import { coveredUntil, coverOn } from './policy-cover.ts';
import type { PolicyDecision } from './policy-decision.ts';
import { type Policy, policyOf } from './policy-state.ts';

const US = READY_PRODUCTS['us-yearly'];
const day = toCalendarDay;
const reasonsOf = (decision: PolicyDecision) => (decision.kind === 'refused' ? decision.reasons : decision.events.map(({ kind }) => kind));
const total = (policy: Policy, number: number) => policy.terms[number - 1]?.premium.total ?? Number.NaN;

const ISSUED = follow(null, issuePolicy(policyToIssue(), decidedOn('2027-02-10')));
const ACTIVE = payOn(ISSUED, '2027-02-11');

describe('a policy that is issued', () => {
  it('has the term of the quote, and covers once it is paid', () => {
    expect(ISSUED).toMatchObject({ status: 'awaiting-payment', currency: 'USD', timeZone: 'America/New_York', sequence: 1 });
    expect(ISSUED.terms).toMatchObject([
      {
        number: 1,
        startsOn: '2027-03-01',
        endsOn: '2028-02-29',
        freeLookUntil: addDays(day('2027-03-01'), US.freeLookDays),
        rules: { version: 3 },
      },
    ]);
    expect(coverOn(ISSUED, day('2027-03-01')).kind).toBe('unpaid');
    expect(ACTIVE).toMatchObject({ status: 'active', money: { in: total(ISSUED, 1), due: 0, out: 0 } });
    expect(['2027-02-28', '2027-03-01', '2028-02-29', '2028-03-01'].map((date) => coverOn(ACTIVE, day(date)).kind)).toEqual([
      ...['none', 'covered', 'covered', 'none'],
    ]);
  });

  it('is not issued without a quote, disclosures accepted, or for an animal that has one', () => {
    const decision = issuePolicy(
      policyToIssue({ accepted: EXAMPLE_DISCLOSURES.slice(1), others: [ACTIVE], request: { ...policyToIssue().request, tier: 'gold' } }),
      decidedOn('2027-02-10'),
    );
    expect(reasonsOf(decision)).toEqual([
      { kind: 'already-insured', number: ACTIVE.number, until: '2028-02-29' },
      { kind: 'disclosures-not-accepted', disclosures: EXAMPLE_DISCLOSURES.slice(0, 1) },
      { kind: 'not-quoted', reason: { kind: 'tier-unknown' } },
    ]);
    const ending = follow(ACTIVE, cancelPolicy(ACTIVE, cancellation({ lastDay: day('2027-06-30') }), decidedOn('2027-06-01')));
    const from = (date: string) => policyToIssue({ others: [ending], request: { ...policyToIssue().request, startsOn: day(date) } });
    expect(reasonsOf(issuePolicy(from('2027-06-30'), decidedOn('2027-06-02')))).toMatchObject([
      { kind: 'already-insured', until: '2027-06-30' },
    ]);
    expect(reasonsOf(issuePolicy(from('2027-07-01'), decidedOn('2027-06-02')))).toEqual(['issued']);
  });

  it('is paid whole, once, and before its cover is over the first day', () => {
    const pay = (amount: number, date: string) => reasonsOf(recordPayment(ISSUED, { amount, reference: 'p' }, decidedOn(date)));
    expect(pay(total(ISSUED, 1) - 1, '2027-03-02')).toEqual([
      { kind: 'payment-too-late', payableUntil: '2027-03-01' },
      { kind: 'amount-differs', due: total(ISSUED, 1) },
    ]);
    expect(pay(total(ISSUED, 1), '2027-03-01')).toEqual(['paid']);
    const again = (reference: string) => reasonsOf(recordPayment(ACTIVE, { amount: total(ACTIVE, 1), reference }, decidedOn('2027-02-12')));
    expect([again('payment 1'), again('another')]).toEqual([[{ kind: 'already-recorded' }], [{ kind: 'nothing-to-pay' }]]);
  });

  it('ends when it is never paid, and cannot be taken up again', () => {
    expect(reasonsOf(lapsePolicy(ISSUED, decidedOn('2027-03-01')))).toEqual([{ kind: 'not-overdue' }]);
    const lapsed = follow(ISSUED, lapsePolicy(ISSUED, decidedOn('2027-03-02', 'service')));
    expect([lapsed.status, coveredUntil(lapsed), coverOn(lapsed, day('2027-03-02')).kind]).toEqual(['lapsed', null, 'none']);
    expect(
      reasonsOf(reinstatePolicy(lapsed, { ...EXAMPLE_FURTHER, accepted: EXAMPLE_DISCLOSURES, others: [] }, decidedOn('2027-03-03'))),
    ).toEqual([{ kind: 'never-in-force' }]);
  });

  it('loses a waiting period by an exam, where the terms say so', () => {
    const waived = follow(ACTIVE, waiveWaiting(ACTIVE, { causes: ['illness'], terms: US }, decidedOn('2027-03-02')));
    expect(waived.terms[0].waived).toEqual(['illness']);
    const terms = { ...US, waitingPeriods: US.waitingPeriods.map((period) => ({ ...period, waivableByExam: false })) };
    expect(reasonsOf(waiveWaiting(ACTIVE, { causes: ['illness'], terms }, decidedOn('2027-03-02')))).toEqual([
      { kind: 'not-waivable', causes: ['illness'] },
    ]);
  });

  it('goes to another holder with the animal', () => {
    expect(follow(ACTIVE, changeHolder(ACTIVE, 'grace', decidedOn('2027-04-01'))).holder).toBe('grace');
  });
});

describe('a history', () => {
  it('begins with one issue, and names terms that there are', () => {
    const [issued] = eventsOf(issuePolicy(policyToIssue(), decidedOn('2027-02-10')));
    const [paid] = eventsOf(recordPayment(ISSUED, { amount: total(ISSUED, 1), reference: 'p' }, decidedOn('2027-02-11')));
    if (issued === undefined || paid?.kind !== 'paid') return expect.unreachable();
    const broken = [
      [],
      [paid],
      [issued, issued],
      [issued, { ...paid, term: 2 }],
      [issued, { ...paid, kind: 'renewed', accepted: [] }],
    ] as const;
    for (const events of broken) expect(() => policyOf(events)).toThrow(RangeError);
    const refunded = { ...paid, kind: 'refunded' } as const;
    expect(() => policyOf([issued, paid, refunded])).toThrow(RangeError);
    expect(policyOf([issued, paid]).status).toBe('active');
  });
});
