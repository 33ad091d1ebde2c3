import type { TenantId } from '../../accounts/index.ts';
import { InsuranceError } from '../insurance-error.ts';
import { beginPayment } from '../payment/begin-payment.ts';
import type { PaymentDeps } from '../payment/payment-deps.ts';
import { unpaidTerm } from '../policy/policy-cover.ts';
import { todayOf } from '../policy/policy-decision.ts';
import type { ApplicationDeps } from './application-deps.ts';

export interface PayForApplication {
  readonly insurer: TenantId;
  readonly id: string;
  /** Id of the person who pays: the applicant. */
  readonly applicant: string;
}

/** `pay`: where it is paid. `nothing-to-pay`: it is paid, was not accepted, or ended. `too-late`: it covers only what is paid for before. */
export type PayForApplicationResult =
  | { readonly kind: 'pay'; readonly payUrl: string }
  | { readonly kind: 'nothing-to-pay' }
  | { readonly kind: 'too-late'; readonly payableUntil: string };

/**
 * A page on which the applicant pays the premium of the policy; of one that was opened before it is the same.
 * @throws InsuranceError `application-not-found`; PaymentProviderError when the provider cannot be asked now.
 */
export async function payForApplication(
  {
    applications,
    payments,
  }: { readonly applications: Pick<ApplicationDeps, 'applications' | 'insurance' | 'publicUrl'>; readonly payments: PaymentDeps },
  { insurer, id, applicant }: PayForApplication,
): Promise<PayForApplicationResult> {
  const application = await applications.applications.find(insurer, id);
  if (application === null || application.applicant !== applicant) {
    throw new InsuranceError('application-not-found', 'There is no such application.');
  }
  const stored = application.policyId === null ? null : await applications.insurance.policies.find(insurer, application.policyId);
  const term = stored && unpaidTerm(stored.policy);
  if (stored === null || term === null) return { kind: 'nothing-to-pay' };
  const { policy } = stored;
  const today = todayOf(policy, { at: applications.insurance.clock.now() });
  if (today > term.payableUntil) return { kind: 'too-late', payableUntil: term.payableUntil };
  const begun = await beginPayment(payments, {
    tenant: insurer,
    payable: { kind: 'policy', id: stored.id, term: term.number },
    amount: term.premium.total,
    currency: policy.currency,
    description: `Policy ${policy.number}`,
    returnUrl: `${applications.publicUrl}/insurers/${encodeURIComponent(insurer)}/applications/${encodeURIComponent(id)}`,
  });
  return begun.kind === 'begun' ? { kind: 'pay', payUrl: begun.payment.payUrl } : { kind: 'nothing-to-pay' };
}
