import type { TenantId } from '../../accounts/index.ts';
import type { CalendarDay } from '../../pets/index.ts';
import type { Currency, MinorUnits } from '../money.ts';
import type { PolicyTerm } from '../settlement/claim-to-settle.ts';
import type { ChosenCover, PolicyEvent, RenewalOffer, SoldTerm, TermCover } from './policy-event.ts';
import type { PolicyNumber } from './policy-number.ts';
import type { Refund } from './refunds.ts';

export const POLICY_STATUSES = ['awaiting-payment', 'active', 'cancelled', 'lapsed', 'expired', 'died'] as const;
export type PolicyStatus = (typeof POLICY_STATUSES)[number];

/** Cover, or a payment, is still to come: an animal has one such policy with an insurer. */
export const OPEN_STATUSES = ['awaiting-payment', 'active'] as const satisfies readonly PolicyStatus[];

export interface TermOfPolicy extends SoldTerm, PolicyTerm {
  readonly isPaid: boolean;
  /** The last day that it covers once it is paid: `endsOn`, or an earlier one; null: it never covers. */
  readonly lastDay: CalendarDay | null;
  readonly refund: (Refund & { readonly isPaidBack: boolean }) | null;
}

export interface Policy {
  readonly number: PolicyNumber;
  readonly tenant: TenantId;
  readonly petId: string;
  readonly holder: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly status: PolicyStatus;
  /** Oldest first; their covered days never overlap. */
  readonly terms: readonly [TermOfPolicy, ...TermOfPolicy[]];
  /** What a renewal will offer. */
  readonly next: ChosenCover;
  readonly offer: RenewalOffer | null;
  /** Of payments and refunds. */
  readonly references: readonly string[];
  /** Paid by the owner; due to be paid back, and not paid back yet; paid back. */
  readonly money: { readonly in: MinorUnits; readonly due: MinorUnits; readonly out: MinorUnits };
  /** How many events it is made of. */
  readonly sequence: number;
}

/** What the events make, in their order. @throws RangeError when they are no history of a policy. */
export function policyOf(events: readonly PolicyEvent[]): Policy {
  let policy: Policy | null = null;
  for (const event of events) policy = evolve(policy, event);
  if (policy === null) throw new RangeError('A policy has at least one event.');
  return policy;
}

/** The policy after one more event; decides nothing. @throws RangeError when such an event cannot follow. */
export function evolve(state: Policy | null, event: PolicyEvent): Policy {
  if (event.kind === 'issued') {
    if (state !== null) throw new RangeError('A policy is issued once.');
    return issued(event);
  }
  if (state === null) throw new RangeError(`A policy does not begin with "${event.kind}".`);
  return { ...state, ...changed(state, event), sequence: state.sequence + 1 };
}

type Later = Exclude<PolicyEvent, { readonly kind: 'issued' }>;

function issued({ number, tenant, petId, holder, currency, timeZone, term }: Extract<PolicyEvent, { readonly kind: 'issued' }>): Policy {
  return {
    ...{ number, tenant, petId, holder, currency, timeZone },
    status: 'awaiting-payment',
    terms: [begun(term)],
    next: { tier: term.tier, choices: term.choices },
    offer: null,
    references: [],
    money: { in: 0, due: 0, out: 0 },
    sequence: 1,
  };
}

function changed(policy: Policy, event: Later): Partial<Policy> {
  const { money, references, terms } = policy;
  switch (event.kind) {
    case 'paid': {
      const paid = { money: { ...money, in: money.in + event.amount }, references: [...references, event.reference] };
      return { ...paid, status: 'active', terms: withTerm(policy, event.term, { isPaid: true }) };
    }
    case 'changed':
      return event.what === 'holder' ? { holder: event.holder } : { next: event.next, offer: null };
    case 'waiting-waived':
      return { terms: withTerm(policy, event.term, { waived: event.causes }) };
    case 'renewal-offered': {
      const { term, disclosures, noticeDays, isLate } = event;
      return { offer: { term, disclosures, noticeDays, isLate } };
    }
    case 'renewed':
      if (policy.offer === null) throw new RangeError('A policy is renewed after an offer.');
      return { terms: [...terms, begun(policy.offer.term)], offer: null };
    case 'lapsed':
      return { status: 'lapsed', offer: null, terms: withTerm(policy, event.term, { lastDay: null }) };
    case 'reinstated':
      return { status: 'awaiting-payment', terms: [...terms, begun(event.term)] };
    case 'expired':
      return { status: 'expired', offer: null };
    case 'cancelled':
    case 'died':
      return { status: event.kind, offer: null, terms: withCovers(policy, event.covers) };
    case 'refund-decided': {
      const refund = { ...event.refund, isPaidBack: false };
      return { money: { ...money, due: money.due + refund.total }, terms: withTerm(policy, event.term, { refund }) };
    }
    case 'refunded':
      return refunded(policy, event);
  }
}

function refunded(policy: Policy, { term, amount, reference }: Extract<Later, { readonly kind: 'refunded' }>): Partial<Policy> {
  const { money, references, terms } = policy;
  const refund = terms.find(({ number }) => number === term)?.refund;
  if (!refund) throw new RangeError(`Nothing is due to be paid back of term ${term}.`);
  return {
    money: { ...money, due: money.due - amount, out: money.out + amount },
    references: [...references, reference],
    terms: withTerm(policy, term, { refund: { ...refund, isPaidBack: true } }),
  };
}

function begun(term: SoldTerm): TermOfPolicy {
  return { ...term, isPaid: false, lastDay: term.endsOn, refund: null, waived: [] };
}

function withCovers(policy: Policy, covers: readonly TermCover[]): Policy['terms'] {
  let { terms } = policy;
  for (const { term, lastDay } of covers) terms = withTerm({ terms }, term, { lastDay });
  return terms;
}

function withTerm({ terms }: Pick<Policy, 'terms'>, number: number, change: Partial<TermOfPolicy>): Policy['terms'] {
  if (!terms.some((term) => term.number === number)) throw new RangeError(`The policy has no term ${number}.`);
  const [first, ...more] = terms;
  const apply = (term: TermOfPolicy) => (term.number === number ? { ...term, ...change } : term);
  return [apply(first), ...more.map(apply)];
}
