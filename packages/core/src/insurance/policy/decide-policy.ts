import type { TenantId } from '../../accounts/index.ts';
import { type CalendarDay, dayIn } from '../../pets/index.ts';
import type { OfferedProduct } from '../insurance-product.ts';
import type { MinorUnits } from '../money.ts';
import type { Cause, ProductTerms } from '../product-terms.ts';
import { type QuoteRequest, quoteTerms } from '../quote-terms.ts';
import { coveredUntil, isOpen, lastTerm, unpaidTerm } from './policy-cover.ts';
import { type DecidedBy, decided, type PolicyDecision, type PolicyRefusal, refused, refusedFor, todayOf } from './policy-decision.ts';
import type { ChosenCover } from './policy-event.ts';
import type { PolicyNumber } from './policy-number.ts';
import type { Policy } from './policy-state.ts';

export interface PolicyToIssue {
  readonly number: PolicyNumber;
  /** The insurer. */
  readonly tenant: TenantId;
  readonly petId: string;
  readonly holder: string;
  /** The version that is sold on the day of the start. */
  readonly product: OfferedProduct;
  readonly request: QuoteRequest;
  /** Ids of the disclosures that the owner accepted. */
  readonly accepted: readonly string[];
  /** Of the same animal and insurer. */
  readonly others: readonly Policy[];
}

/** A policy whose cover begins on the day asked for if it is paid until then. */
export function issuePolicy(asked: PolicyToIssue, by: DecidedBy): PolicyDecision {
  const { product, request, accepted, others } = asked;
  const { terms, productId, version } = product;
  const quote = quoteTerms(terms, request, dayIn(by.at, terms.timeZone));
  const rules = { productId, version };
  const reasons = [...insuredReasons(others, request.startsOn), ...disclosureReasons(terms.disclosures, accepted)];
  if (quote.kind === 'none') reasons.push(...quote.reasons.map((reason) => ({ kind: 'not-quoted', reason }) as const));
  if (product.effectiveFrom > request.startsOn) reasons.push({ kind: 'another-product' });
  if (quote.kind === 'none' || reasons.length > 0) return refused(...reasons);
  const { startsOn, endsOn, premium, freeLookUntil } = quote;
  const { number, tenant, petId, holder } = asked;
  return decided(by, rules, {
    ...{ kind: 'issued', number, tenant, petId, holder, accepted },
    currency: terms.currency,
    timeZone: terms.timeZone,
    term: {
      ...{ number: 1, startsOn, endsOn, coverSince: startsOn, rules, premium, freeLookUntil },
      ...{ tier: request.tier, choices: request.choices },
      // Cover that is paid for after it began could be bought after the accident.
      payableUntil: startsOn,
    },
  });
}

/** Why an animal cannot have one more policy from the day on. */
export function insuredReasons(others: readonly Policy[], startsOn: CalendarDay): PolicyRefusal[] {
  return others.flatMap((other) => {
    const until = coveredUntil(other);
    const isInsured = isOpen(other) || (until !== null && until >= startsOn);
    return isInsured ? [{ kind: 'already-insured', number: other.number, until }] : [];
  });
}

/** What must be shown and accepted before anything is paid (NAIC model act 633), and was not. */
export function disclosureReasons(disclosures: readonly { readonly id: string }[], accepted: readonly string[]): PolicyRefusal[] {
  const missing = disclosures.map(({ id }) => id).filter((id) => !accepted.includes(id));
  return missing.length === 0 ? [] : [{ kind: 'disclosures-not-accepted', disclosures: missing }];
}

/** The premium of the term that waits for it, whole: there are no instalments. `reference`: of the payment, counted once. */
export function recordPayment(
  policy: Policy,
  { amount, reference }: { readonly amount: MinorUnits; readonly reference: string },
  by: DecidedBy,
): PolicyDecision {
  if (policy.references.includes(reference)) return refused({ kind: 'already-recorded' });
  const term = unpaidTerm(policy);
  if (term === null) return refused({ kind: 'nothing-to-pay' });
  const { payableUntil, premium } = term;
  const reasons: PolicyRefusal[] = [];
  if (todayOf(policy, by) > payableUntil) reasons.push({ kind: 'payment-too-late', payableUntil });
  if (amount !== premium.total) reasons.push({ kind: 'amount-differs', due: premium.total });
  return refusedFor(reasons) ?? decided(by, policy, { kind: 'paid', term: term.number, amount, reference });
}

/** What is due is paid back, once. */
export function recordRefund(
  policy: Policy,
  { term: number, reference }: { readonly term: number; readonly reference: string },
  by: DecidedBy,
): PolicyDecision {
  if (policy.references.includes(reference)) return refused({ kind: 'already-recorded' });
  const term = policy.terms.find((one) => one.number === number);
  if (!term?.refund || term.refund.isPaidBack || term.refund.total === 0) return refused({ kind: 'no-refund-due' });
  return decided(by, term.rules, { kind: 'refunded', term: number, amount: term.refund.total, reference });
}

/** Another tier, or other choices, from the next term on. Whether the next version has them is checked when it is offered. */
export function changeNextTerm(policy: Policy, next: ChosenCover, by: DecidedBy): PolicyDecision {
  return ifOpen(policy) ?? decided(by, policy, { kind: 'changed', what: 'next-term', next });
}

/** The policy goes with the animal to somebody else. */
export function changeHolder(policy: Policy, holder: string, by: DecidedBy): PolicyDecision {
  return ifOpen(policy) ?? decided(by, policy, { kind: 'changed', what: 'holder', holder });
}

/** An exam showed that the animal is well. `terms`: of the version of the newest term. */
export function waiveWaiting(
  policy: Policy,
  { causes, terms }: { readonly causes: readonly Cause[]; readonly terms: ProductTerms },
  by: DecidedBy,
): PolicyDecision {
  const closed = ifOpen(policy);
  if (closed !== null) return closed;
  const fixed = causes.filter((cause) => !terms.waitingPeriods.some((period) => period.cause === cause && period.waivableByExam));
  if (fixed.length > 0) return refused({ kind: 'not-waivable', causes: fixed });
  const { number, waived } = lastTerm(policy);
  return decided(by, policy, { kind: 'waiting-waived', term: number, causes: [...new Set([...waived, ...causes])] });
}

function ifOpen(policy: Policy): PolicyDecision | null {
  return isOpen(policy) ? null : refused({ kind: 'not-in-force', status: policy.status });
}
