import type { AuditActor } from '../../audit/index.ts';
import { type CalendarDay, dayIn } from '../../pets/index.ts';
import type { MinorUnits } from '../money.ts';
import type { Cause } from '../product-terms.ts';
import type { NoQuoteReason } from '../quote-terms.ts';
import { lastTerm } from './policy-cover.ts';
import type { PolicyEvent, PolicyFact, RuleVersion } from './policy-event.ts';
import type { PolicyNumber } from './policy-number.ts';
import type { Policy, PolicyStatus } from './policy-state.ts';

/** Who decides, and when. */
export interface DecidedBy {
  readonly at: Date;
  readonly actor: AuditActor;
}

/** Why something cannot be done to a policy. */
export type PolicyRefusal =
  /** Of the animal: it has an open policy with this insurer, or one whose cover goes on. */
  | { readonly kind: 'already-insured'; readonly number: PolicyNumber; readonly until: CalendarDay | null }
  | { readonly kind: 'not-quoted'; readonly reason: NoQuoteReason }
  | { readonly kind: 'disclosures-not-accepted'; readonly disclosures: readonly string[] }
  | { readonly kind: 'not-in-force'; readonly status: PolicyStatus }
  | { readonly kind: 'nothing-to-pay' | 'premium-unpaid' | 'no-refund-due' | 'already-recorded' }
  | { readonly kind: 'amount-differs'; readonly due: MinorUnits }
  | { readonly kind: 'payment-too-late'; readonly payableUntil: CalendarDay }
  | { readonly kind: 'not-waivable'; readonly causes: readonly Cause[] }
  | { readonly kind: 'day-in-past' | 'day-in-future' | 'cover-ended' | 'needs-person' | 'reason-unknown' | 'explanation-missing' }
  | { readonly kind: 'day-after-end'; readonly endsOn: CalendarDay }
  | { readonly kind: 'another-product' | 'already-offered' | 'not-offered' | 'not-overdue' | 'not-lapsed' | 'not-ended' | 'never-in-force' }
  | { readonly kind: 'too-early'; readonly from: CalendarDay }
  | { readonly kind: 'too-late'; readonly until: CalendarDay };

/** Events to add to the policy, in this order and all together; or every reason found why not. */
export type PolicyDecision =
  | { readonly kind: 'decided'; readonly events: readonly [PolicyEvent, ...PolicyEvent[]] }
  | { readonly kind: 'refused'; readonly reasons: readonly PolicyRefusal[] };

export function refused(...reasons: readonly PolicyRefusal[]): PolicyDecision & { readonly kind: 'refused' } {
  return { kind: 'refused', reasons };
}

/** `refused` when there are reasons; null otherwise. */
export function refusedFor(reasons: readonly PolicyRefusal[]): PolicyDecision | null {
  return reasons.length > 0 ? refused(...reasons) : null;
}

/** By the rules of the newest term, where no others are named. */
export function decided(
  { at, actor }: DecidedBy,
  rules: Pick<Policy, 'terms'> | RuleVersion,
  ...[first, ...more]: readonly [PolicyFact, ...PolicyFact[]]
): PolicyDecision {
  const by = { at, actor, rules: 'terms' in rules ? lastTerm(rules).rules : rules };
  return { kind: 'decided', events: [{ ...first, ...by }, ...more.map((fact) => ({ ...fact, ...by }))] };
}

/** On the calendar by which the policy's days count. */
export function todayOf({ timeZone }: Pick<Policy, 'timeZone'>, { at }: Pick<DecidedBy, 'at'>): CalendarDay {
  return dayIn(at, timeZone);
}
