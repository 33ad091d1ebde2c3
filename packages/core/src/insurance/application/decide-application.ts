import type { TenantId } from '../../accounts/index.ts';
import { dayIn } from '../../pets/index.ts';
import { InsuranceError } from '../insurance-error.ts';
import type { DecidedBy } from '../policy/policy-decision.ts';
import type { Application } from './application.ts';
import type { ApplicationDeps, ApplicationUnit } from './application-deps.ts';
import type { ApplicationRefusal } from './application-refusals.ts';
import { type IssuedPolicy, issueFor } from './issue-for.ts';
import { tellApplicant } from './tell-applicant.ts';

export interface DecideApplication {
  readonly tenant: TenantId;
  readonly id: string;
  readonly decision: 'accept' | 'decline';
  /** In words that the applicant may read; never empty. */
  readonly explanation: string;
}

/** `refused`: it can be insured no more by the rules of the product; it stays referred, and can be declined with that as its reason. */
export type DecideApplicationResult =
  | { readonly kind: 'decided'; readonly application: Application; readonly policy: IssuedPolicy | null }
  | { readonly kind: 'refused'; readonly reasons: readonly ApplicationRefusal[] };

/**
 * A person decides on an application that was referred. Accepted, the cover begins on the day asked for, or today where that has passed; declined, the insurer's
 * record of the animal is erased. @throws InsuranceError `application-not-found`, `application-decided`; RangeError without an explanation.
 */
export async function decideApplication(deps: ApplicationDeps, asked: DecideApplication, by: DecidedBy): Promise<DecideApplicationResult> {
  if (asked.explanation.trim() === '') throw new RangeError('A decision is explained: the applicant is told why.');
  const insurer = (await deps.insurance.products.insurerName(asked.tenant)) ?? '';
  let freed: readonly string[] = [];
  const result = await deps.inUnit(async (unit): Promise<DecideApplicationResult> => {
    const application = await unit.applications.lock(asked.tenant, asked.id);
    if (application === null) throw new InsuranceError('application-not-found', 'There is no such application.');
    if (application.state !== 'referred') throw new InsuranceError('application-decided', `It was ${application.state} before.`);
    const decision = { by: by.actor, at: by.at, explanation: asked.explanation.trim() };
    const record = application.animalId === null ? null : await unit.pets.pets.find(application.animalId);
    const told = { pet: record?.profile.name ?? '', insurer, publicUrl: deps.publicUrl };
    if (asked.decision === 'decline') {
      freed = (application.animalId && (await unit.pets.gallery.removePet(application.animalId))) ?? [];
      await unit.pets.filesFreed?.(freed, 1);
      return saved(unit, { application: { ...application, state: 'declined', animalId: null, decision }, policy: null, ...told });
    }
    if (application.applicant === null) return { kind: 'refused', reasons: [{ kind: 'applicant-gone' }] };
    const issued = await issue(deps, unit, { application, by });
    if (issued.kind === 'refused') return issued;
    return saved(unit, {
      application: { ...application, state: 'accepted', decision, policyId: issued.policy.id },
      policy: issued.policy,
      ...told,
    });
  });
  await Promise.all(freed.map((key) => deps.pets.photos.delete(key)));
  return result;
}

async function saved(unit: ApplicationUnit, told: Parameters<typeof tellApplicant>[1]): Promise<DecideApplicationResult> {
  const { application, policy } = told;
  const { decision, tenant, id, state } = application;
  await unit.applications.save(application);
  await tellApplicant(unit.pets, told);
  if (decision !== null) {
    await unit.audit.append({
      at: decision.at,
      actor: decision.by,
      requestId: null,
      tenantId: tenant,
      action: `application-${state}`,
      record: { kind: 'insurance-application', id },
      before: { state: 'referred' },
      after: { state, explanation: decision.explanation.slice(0, 200) },
    });
  }
  return { kind: 'decided', application, policy };
}

async function issue(
  deps: ApplicationDeps,
  unit: ApplicationUnit,
  { application, by }: { readonly application: Application; readonly by: DecidedBy },
) {
  const { tenant, animalId, product, cover } = application;
  const record = animalId && (await unit.pets.pets.find(animalId));
  const birth = record ? record.profile.birth : null;
  if (!record || birth === null) throw new Error(`Application ${application.id} has no animal with a birth date.`);
  const sold = (await deps.insurance.products.find(tenant, product.productId))?.versions.find(({ version }) => version === product.version);
  if (sold === undefined) throw new Error(`Application ${application.id} names a version that is not there.`);
  const today = dayIn(by.at, sold.terms.timeZone);
  const startsOn = cover.startsOn < today ? today : cover.startsOn;
  const request = { tier: cover.tier, choices: cover.choices, startsOn, species: record.profile.species, birth };
  return issueFor(deps, unit, { application, product: { ...sold, productId: product.productId }, request, by });
}
