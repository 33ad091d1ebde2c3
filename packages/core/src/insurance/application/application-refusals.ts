import type { OfferedProduct } from '../insurance-product.ts';
import { disclosureReasons, insuredReasons } from '../policy/decide-policy.ts';
import type { PolicyRefusal } from '../policy/policy-decision.ts';
import type { PolicyStore } from '../policy/policy-store.port.ts';
import type { Quote } from '../quote-terms.ts';
import type { Application } from './application.ts';
import type { ApplyForPolicy } from './apply-for-policy.ts';

/** Rules of the contract that are not met. Nothing is stored. Likeness is never among them. */
export type ApplicationRefusal =
  | PolicyRefusal
  | { readonly kind: 'not-in-force' | 'birth-date-missing' }
  /** Whoever asked has had everything erased. */
  | { readonly kind: 'applicant-gone' }
  /** An application for this pet waits for a person. */
  | { readonly kind: 'application-open'; readonly application: string };

interface ByTheRules {
  readonly asked: ApplyForPolicy;
  readonly offer: OfferedProduct;
  /** For the same own pet. */
  readonly earlier: readonly Application[];
  readonly quote: Quote;
}

/** Every rule of the contract that is not met; empty when all are. */
export async function applicationRefusals(
  policies: Pick<PolicyStore, 'find'>,
  { asked, offer, earlier, quote }: ByTheRules,
): Promise<readonly ApplicationRefusal[]> {
  const open = earlier.find(({ state }) => state === 'referred');
  const ids = earlier.flatMap(({ policyId }) => (policyId === null ? [] : [policyId]));
  const stored = await Promise.all(ids.map((id) => policies.find(asked.insurer, id)));
  const others = stored.flatMap((one) => (one === null ? [] : [one.policy]));
  return [
    ...(quote.kind === 'none' ? quote.reasons.map((reason) => ({ kind: 'not-quoted', reason }) as const) : []),
    ...disclosureReasons(offer.terms.disclosures, asked.accepted),
    ...(open === undefined ? [] : [{ kind: 'application-open', application: open.id } as const]),
    ...insuredReasons(others, asked.cover.startsOn),
  ];
}
