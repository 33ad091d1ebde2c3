import type { OfferedProduct } from '../insurance-product.ts';
import { issuePolicy } from '../policy/decide-policy.ts';
import type { DecidedBy, PolicyRefusal } from '../policy/policy-decision.ts';
import { POLICY_NUMBER_BYTES, toPolicyNumber } from '../policy/policy-number.ts';
import type { StoredPolicy } from '../policy/policy-store.port.ts';
import type { QuoteRequest } from '../quote-terms.ts';
import type { Application } from './application.ts';
import type { ApplicationDeps, ApplicationUnit } from './application-deps.ts';

export type IssuedPolicy = StoredPolicy;

interface ToIssue {
  readonly application: Application;
  readonly product: OfferedProduct;
  readonly request: QuoteRequest;
  readonly by: DecidedBy;
}

/** Two numbers alike are one in 2^55; more in a row is a broken source of random bytes. */
const TRIES = 3;

/** The policy of an application that is accepted, in its transaction. It waits for its premium. */
export async function issueFor(
  { insurance, randomBytes }: Pick<ApplicationDeps, 'insurance' | 'randomBytes'>,
  { policies }: Pick<ApplicationUnit, 'policies'>,
  { application, product, request, by }: ToIssue,
): Promise<
  { readonly kind: 'issued'; readonly policy: IssuedPolicy } | { readonly kind: 'refused'; readonly reasons: readonly PolicyRefusal[] }
> {
  const { tenant, animalId, applicant, accepted } = application;
  if (animalId === null || applicant === null) throw new Error('A policy is of an animal, and somebody holds it.');
  for (let left = TRIES; left > 0; left--) {
    const number = toPolicyNumber(randomBytes(POLICY_NUMBER_BYTES));
    const ids = accepted.disclosures.map(({ id }) => id);
    const decision = issuePolicy({ number, tenant, petId: animalId, holder: applicant, product, request, accepted: ids, others: [] }, by);
    if (decision.kind === 'refused') return decision;
    const id = insurance.ids.next();
    const added = await policies.add(id, decision.events);
    if (added.kind === 'added') return { kind: 'issued', policy: { id, policy: added.policy } };
    if (added.kind === 'already-insured') throw new Error('An animal that was just recorded has a policy.');
  }
  throw new Error(`${TRIES} policy numbers in a row were taken.`);
}
