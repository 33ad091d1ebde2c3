import { addDays, type BirthDate, type CalendarDay, daysBetween } from '../../pets/index.ts';
import type { Species } from '../../recognition/index.ts';
import type { OfferedProduct } from '../insurance-product.ts';
import { lastDayOfCover } from '../last-day-of-cover.ts';
import { disclosureReasons, insuredReasons } from './decide-policy.ts';
import { coveredUntil, lastTerm, unpaidTerm } from './policy-cover.ts';
import { type DecidedBy, decided, type PolicyDecision, type PolicyRefusal, refused, refusedFor, todayOf } from './policy-decision.ts';
import type { SoldTerm } from './policy-event.ts';
import type { Policy } from './policy-state.ts';
import { quoteRenewal } from './quote-renewal.ts';
import { LAPSE_GRACE_DAYS, REINSTATEMENT_DAYS, RENEWAL_NOTICE_DAYS, renewalOfferDays } from './renewal-days.ts';

/** By what a further term is rated. */
export interface FurtherTerm {
  /** The version that is sold on the day of the start, of the policy's product. */
  readonly product: OfferedProduct;
  readonly species: Species;
  readonly birth: BirthDate;
}

/** The next year, beginning on the day after the last one. A late offer is marked, not refused: without it the animal would lose its cover. */
export function offerRenewal(policy: Policy, further: FurtherTerm, by: DecidedBy): PolicyDecision {
  if (policy.status !== 'active') return refused({ kind: 'not-in-force', status: policy.status });
  const { isPaid, endsOn, coverSince } = lastTerm(policy);
  if (!isPaid) return refused({ kind: 'premium-unpaid' });
  if (policy.offer !== null) return refused({ kind: 'already-offered' });
  const today = todayOf(policy, by);
  const { from } = renewalOfferDays(endsOn);
  if (today < from) return refused({ kind: 'too-early', from });
  if (today > endsOn) return refused({ kind: 'too-late', until: endsOn });
  const startsOn = addDays(endsOn, 1);
  const next = soldTerm(policy, further, { startsOn, coverSince, payableUntil: addDays(startsOn, LAPSE_GRACE_DAYS), today });
  if (next.kind === 'refused') return next;
  const noticeDays = daysBetween(today, startsOn);
  const disclosures = further.product.terms.disclosures.map(({ id }) => id);
  const isLate = noticeDays < RENEWAL_NOTICE_DAYS;
  return decided(by, next.term.rules, { kind: 'renewal-offered', term: next.term, disclosures, noticeDays, isLate });
}

/** The owner takes the offer, on the last day of the term at the latest; the premium can be paid after it. */
export function renewPolicy(policy: Policy, { accepted }: { readonly accepted: readonly string[] }, by: DecidedBy): PolicyDecision {
  if (policy.offer === null) return refused({ kind: 'not-offered' });
  const { endsOn } = lastTerm(policy);
  if (todayOf(policy, by) > endsOn) return refused({ kind: 'too-late', until: endsOn });
  const reasons = disclosureReasons(
    policy.offer.disclosures.map((id) => ({ id })),
    accepted,
  );
  return refusedFor(reasons) ?? decided(by, policy.offer.term.rules, { kind: 'renewed', accepted });
}

/** The newest term was not paid in time: it never covered. */
export function lapsePolicy(policy: Policy, by: DecidedBy): PolicyDecision {
  const term = unpaidTerm(policy);
  if (term === null || todayOf(policy, by) <= term.payableUntil) return refused({ kind: 'not-overdue' });
  return decided(by, policy, { kind: 'lapsed', term: term.number });
}

/** The last term went by, and there is no further one. */
export function expirePolicy(policy: Policy, by: DecidedBy): PolicyDecision {
  const { isPaid, endsOn } = lastTerm(policy);
  if (policy.status !== 'active' || !isPaid || todayOf(policy, by) <= endsOn) return refused({ kind: 'not-ended' });
  return decided(by, policy, { kind: 'expired' });
}

/**
 * A lapsed policy goes on with a new year from tomorrow, which must be paid until then. The days between are not covered, and waiting
 * periods begin again: else cover could be left unpaid until it is needed. `others`: of the same animal and insurer.
 */
export function reinstatePolicy(
  policy: Policy,
  asked: FurtherTerm & { readonly accepted: readonly string[]; readonly others: readonly Policy[] },
  by: DecidedBy,
): PolicyDecision {
  if (policy.status !== 'lapsed') return refused({ kind: 'not-lapsed' });
  const covered = coveredUntil(policy);
  if (covered === null) return refused({ kind: 'never-in-force' });
  const today = todayOf(policy, by);
  const until = addDays(covered, REINSTATEMENT_DAYS);
  if (today > until) return refused({ kind: 'too-late', until });
  const startsOn = addDays(today, 1);
  const reasons = [...insuredReasons(asked.others, startsOn), ...disclosureReasons(asked.product.terms.disclosures, asked.accepted)];
  const refusal = refusedFor(reasons);
  if (refusal !== null) return refusal;
  const next = soldTerm(policy, asked, { startsOn, coverSince: startsOn, payableUntil: startsOn, today });
  if (next.kind === 'refused') return next;
  return decided(by, next.term.rules, { kind: 'reinstated', accepted: asked.accepted, term: next.term });
}

interface TermDays {
  readonly startsOn: CalendarDay;
  readonly coverSince: CalendarDay;
  readonly payableUntil: CalendarDay;
  readonly today: CalendarDay;
}

function soldTerm(
  policy: Policy,
  { product, species, birth }: FurtherTerm,
  { today, ...days }: TermDays,
): { readonly kind: 'sold'; readonly term: SoldTerm } | (PolicyDecision & { readonly kind: 'refused' }) {
  const { productId, version, terms } = product;
  const last = lastTerm(policy);
  if (productId !== last.rules.productId || product.effectiveFrom > days.startsOn) return refused({ kind: 'another-product' });
  const quote = quoteRenewal(terms, { ...policy.next, species, birth, startsOn: days.startsOn }, today);
  if (quote.kind === 'none') return refused(...quote.reasons.map((reason): PolicyRefusal => ({ kind: 'not-quoted', reason })));
  const term = {
    ...policy.next,
    ...days,
    number: last.number + 1,
    endsOn: lastDayOfCover(days.startsOn),
    rules: { productId, version },
    premium: quote.premium,
    freeLookUntil: addDays(days.startsOn, terms.freeLookDays),
  };
  return { kind: 'sold', term };
}
