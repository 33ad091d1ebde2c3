import { describe, expect, it } from 'vitest';
import { toCalendarDay } from '../../pets/index.ts';
import {
  decidedOn,
  EXAMPLE_DISCLOSURES,
  EXAMPLE_FURTHER,
  EXAMPLE_NEXT_OFFER,
  follow,
  payOn,
  policyToIssue,
} from '../../testing/example-policies.ts';
import { READY_PRODUCTS } from '../ready/ready-products.ts';
import { changeNextTerm, issuePolicy, recordPayment } from './decide-policy.ts';
import { expirePolicy, lapsePolicy, offerRenewal, reinstatePolicy, renewPolicy } from './decide-renewal.ts';
import { coveredUntil, coverOn } from './policy-cover.ts';
import type { PolicyDecision } from './policy-decision.ts';
import type { Policy } from './policy-state.ts';

const US = READY_PRODUCTS['us-yearly'];
const day = toCalendarDay;
const reasonsOf = (decision: PolicyDecision) => (decision.kind === 'refused' ? decision.reasons : decision.events.map(({ kind }) => kind));
const total = (policy: Policy, number: number) => policy.terms[number - 1]?.premium.total ?? Number.NaN;

const ISSUED = follow(null, issuePolicy(policyToIssue(), decidedOn('2027-02-10')));
const ACTIVE = payOn(ISSUED, '2027-02-11');
const OFFERED = follow(ACTIVE, offerRenewal(ACTIVE, EXAMPLE_FURTHER, decidedOn('2028-01-10')));
const RENEWED = follow(OFFERED, renewPolicy(OFFERED, { accepted: EXAMPLE_DISCLOSURES }, decidedOn('2028-02-01')));
const LAPSED = follow(RENEWED, lapsePolicy(RENEWED, decidedOn('2028-04-01')));

describe('a policy that is renewed', () => {
  it('is offered the next year from 60 days before it, by the version that is sold then, at the age that the animal will have', () => {
    const offer = (date: string, further: Parameters<typeof offerRenewal>[1] = EXAMPLE_FURTHER) =>
      reasonsOf(offerRenewal(ACTIVE, further, decidedOn(date)));
    expect([offer('2027-12-31'), offer('2028-01-01'), offer('2028-02-29'), offer('2028-03-01')]).toEqual([
      [{ kind: 'too-early', from: '2028-01-01' }],
      ['renewal-offered'],
      ['renewal-offered'],
      [{ kind: 'too-late', until: '2028-02-29' }],
    ]);
    expect(offer('2028-01-10', { ...EXAMPLE_FURTHER, product: { ...EXAMPLE_NEXT_OFFER, productId: 'gb' } })).toEqual([
      { kind: 'another-product' },
    ]);
    expect(offer('2028-01-10', { ...EXAMPLE_FURTHER, product: { ...EXAMPLE_NEXT_OFFER, effectiveFrom: day('2028-03-02') } })).toEqual([
      { kind: 'another-product' },
    ]);
    expect(
      offer('2028-01-10', { ...EXAMPLE_FURTHER, product: { ...EXAMPLE_NEXT_OFFER, terms: { ...US, renewalBeforeMonths: 36 } } }),
    ).toEqual([{ kind: 'not-quoted', reason: { kind: 'too-old' } }]);
    expect(OFFERED.offer).toMatchObject({
      noticeDays: 51,
      isLate: false,
      term: {
        startsOn: '2028-03-01',
        endsOn: '2029-02-28',
        coverSince: '2027-03-01',
        rules: { version: 4 },
        freeLookUntil: '2028-03-21',
        payableUntil: '2028-03-31',
      },
    });
    const late = follow(ACTIVE, offerRenewal(ACTIVE, EXAMPLE_FURTHER, decidedOn('2028-02-01')));
    expect(late.offer).toMatchObject({ noticeDays: 29, isLate: true });
  });

  it('is offered what the owner has chosen since, and anew when that changes', () => {
    const changed = follow(OFFERED, changeNextTerm(OFFERED, { tier: 'complete', choices: {} }, decidedOn('2028-01-11')));
    expect([changed.offer, changed.terms[0].tier]).toEqual([null, 'standard']);
    expect(follow(changed, offerRenewal(changed, EXAMPLE_FURTHER, decidedOn('2028-01-12'))).offer?.term.tier).toBe('complete');
    expect(reasonsOf(offerRenewal(OFFERED, EXAMPLE_FURTHER, decidedOn('2028-01-12')))).toEqual([{ kind: 'already-offered' }]);
  });

  it('is taken until the last day, with the disclosures accepted, and paid within the grace', () => {
    const renew = (date: string, accepted = EXAMPLE_DISCLOSURES) => reasonsOf(renewPolicy(OFFERED, { accepted }, decidedOn(date)));
    expect([renew('2028-02-29'), renew('2028-03-01')]).toEqual([['renewed'], [{ kind: 'too-late', until: '2028-02-29' }]]);
    expect(renew('2028-02-01', [])).toEqual([{ kind: 'disclosures-not-accepted', disclosures: EXAMPLE_DISCLOSURES }]);
    expect(coverOn(RENEWED, day('2028-03-05')).kind).toBe('unpaid');
    const paid = payOn(RENEWED, '2028-03-31');
    expect([coverOn(paid, day('2028-03-05')).kind, coveredUntil(paid)]).toEqual(['covered', '2029-02-28']);
    expect(reasonsOf(recordPayment(RENEWED, { amount: total(RENEWED, 2), reference: 'p' }, decidedOn('2028-04-01')))).toEqual([
      { kind: 'payment-too-late', payableUntil: '2028-03-31' },
    ]);
  });

  it('expires when it is not', () => {
    expect(reasonsOf(expirePolicy(OFFERED, decidedOn('2028-02-29')))).toEqual([{ kind: 'not-ended' }]);
    expect(follow(OFFERED, expirePolicy(OFFERED, decidedOn('2028-03-01')))).toMatchObject({ status: 'expired', offer: null });
    expect(reasonsOf(expirePolicy(RENEWED, decidedOn('2028-04-01')))).toEqual([{ kind: 'not-ended' }]);
  });

  it('lapses when the grace is over: the unpaid term never covered', () => {
    expect(reasonsOf(lapsePolicy(RENEWED, decidedOn('2028-03-31')))).toEqual([{ kind: 'not-overdue' }]);
    expect([LAPSED.status, coveredUntil(LAPSED), coverOn(LAPSED, day('2028-03-05')).kind]).toEqual(['lapsed', '2028-02-29', 'none']);
  });

  it('is reinstated from the next day, paid before, with waiting periods anew', () => {
    const again = (date: string, others: readonly Policy[] = []) =>
      reinstatePolicy(LAPSED, { ...EXAMPLE_FURTHER, accepted: EXAMPLE_DISCLOSURES, others }, decidedOn(date));
    const reinstated = follow(LAPSED, again('2028-04-10'));
    expect(reinstated).toMatchObject({ status: 'awaiting-payment' });
    expect(reinstated.terms[2]).toMatchObject({
      number: 3,
      startsOn: '2028-04-11',
      endsOn: '2029-04-10',
      coverSince: '2028-04-11',
      payableUntil: '2028-04-11',
    });
    const paid = payOn(reinstated, '2028-04-10');
    expect(['2028-04-10', '2028-04-11'].map((date) => coverOn(paid, day(date)).kind)).toEqual(['none', 'covered']);
    expect(reasonsOf(again('2028-05-30'))).toEqual([{ kind: 'too-late', until: '2028-05-29' }]);
    expect(reasonsOf(again('2028-04-10', [ACTIVE]))).toMatchObject([{ kind: 'already-insured' }]);
    expect(
      reasonsOf(reinstatePolicy(ACTIVE, { ...EXAMPLE_FURTHER, accepted: EXAMPLE_DISCLOSURES, others: [] }, decidedOn('2028-04-10'))),
    ).toEqual([{ kind: 'not-lapsed' }]);
  });
});
