import type { TenantId } from '../../accounts/index.ts';
import { composeMail, SEND_MAIL } from '../../notifications/index.ts';
import type { PetsTransaction } from '../../pets/index.ts';
import type { Application } from './application.ts';
import type { IssuedPolicy } from './issue-for.ts';

interface Told {
  readonly application: Application;
  readonly policy: IssuedPolicy | null;
  /** As the applicant calls it. */
  readonly pet: string;
  readonly insurer: string;
  readonly publicUrl: string;
}

/** A mail, in the transaction of what it tells of: what came of the application, and why. Nobody is told who has no verified address, or is gone. */
export async function tellApplicant(
  { people, jobs }: Pick<PetsTransaction, 'people' | 'jobs'>,
  { application, policy, pet, insurer, publicUrl }: Told,
): Promise<void> {
  const { applicant, state: outcome, decision, tenant, id } = application;
  if (applicant === null) return;
  const link = `${publicUrl}/insurers/${encodeURIComponent(tenant)}/applications/${encodeURIComponent(id)}`;
  const [term] = policy?.policy.terms ?? [];
  const premium =
    policy && term
      ? { number: policy.policy.number, amount: term.premium.total, currency: policy.policy.currency, payableUntil: term.payableUntil }
      : null;
  // A person's own tenant has the person's id.
  for (const { address: to, locale } of await people.contacts(applicant as string as TenantId)) {
    const data = { pet, insurer, outcome, premium, message: decision?.explanation ?? null, link };
    await jobs.enqueue(SEND_MAIL, composeMail({ to, kind: 'policy-application', locale, data }));
  }
}
