import type { TenantId } from '../accounts/index.ts';
import {
  type Cancellation,
  type DecidedBy,
  evolve,
  type OfferedProduct,
  type Policy,
  type PolicyDecision,
  type PolicyEvent,
  type PolicyToIssue,
  READY_PRODUCTS,
  recordPayment,
  toPolicyNumber,
} from '../insurance/index.ts';
import { toCalendarDay } from '../pets/index.ts';

const { 'us-yearly': US } = READY_PRODUCTS;
const BIRTH = { date: '2025-02-20', estimated: false };

/** Sold when the example is issued, and when it is renewed. */
export const EXAMPLE_OFFER: OfferedProduct = {
  productId: 'us',
  version: 3,
  effectiveFrom: toCalendarDay('2027-01-01'),
  terms: US,
  publishedAt: new Date('2026-12-01'),
};
export const EXAMPLE_NEXT_OFFER: OfferedProduct = {
  ...EXAMPLE_OFFER,
  version: 4,
  effectiveFrom: toCalendarDay('2028-01-01'),
  terms: { ...US, freeLookDays: 20 },
};
export const EXAMPLE_FURTHER = { product: EXAMPLE_NEXT_OFFER, species: 'dog', birth: BIRTH } as const;
export const EXAMPLE_DISCLOSURES = US.disclosures.map(({ id }) => id);

/** A dog, from 1 March 2027 on: a year of 366 days. */
export function policyToIssue(changes: Partial<PolicyToIssue> = {}): PolicyToIssue {
  return {
    number: toPolicyNumber(new Uint8Array(11)),
    tenant: 'paw-mutual' as TenantId,
    petId: 'rex',
    holder: 'ada',
    product: EXAMPLE_OFFER,
    request: { species: 'dog', birth: BIRTH, tier: 'standard', startsOn: toCalendarDay('2027-03-01'), choices: {} },
    accepted: EXAMPLE_DISCLOSURES,
    others: [],
    ...changes,
  };
}

/** Noon in New York, in winter. */
export function decidedOn(date: string, kind: 'person' | 'service' = 'person'): DecidedBy {
  return { at: new Date(`${date}T17:00:00Z`), actor: { kind, id: kind === 'person' ? 'ada' : null } };
}

/** @throws Error with the reasons of a refusal. */
export function eventsOf(decision: PolicyDecision): readonly PolicyEvent[] {
  if (decision.kind === 'decided') return decision.events;
  throw new Error(`Refused: ${JSON.stringify(decision.reasons)}`);
}

/** The policy after what was decided. @throws Error with the reasons of a refusal. */
export function follow(policy: Policy | null, decision: PolicyDecision): Policy {
  const followed = eventsOf(decision).reduce<Policy | null>(evolve, policy);
  if (followed === null) throw new Error('Nothing was decided.');
  return followed;
}

/** The newest term is paid whole. @throws Error when it cannot be. */
export function payOn(policy: Policy, date: string): Policy {
  const amount = policy.terms.at(-1)?.premium.total ?? 0;
  return follow(policy, recordPayment(policy, { amount, reference: `payment ${policy.sequence}` }, decidedOn(date)));
}

/** By the owner, on 10 March 2027. */
export function cancellation(changes: Partial<Cancellation> = {}): Cancellation {
  return { by: 'owner', reason: 'unwanted', explanation: null, lastDay: toCalendarDay('2027-03-10'), claims: [], ...changes };
}
