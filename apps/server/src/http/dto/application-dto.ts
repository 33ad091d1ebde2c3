import type { ApplicationDto, ApplicationRefusalDto, OwnApplicationDto, PolicyDto } from '@snout/contract/application';
import type { Application, ApplicationRefusal, StoredPolicy } from '@snout/core/insurance';

/** As the insurer sees it. */
export function applicationDto(application: Application): ApplicationDto {
  const { applicant, animalId, reasons, policyId } = application;
  const told = reasons.map((reason) => (reason.kind === 'photo-of-screen' ? { ...reason, photos: [...reason.photos] } : reason));
  return { ...sharedFields(application), applicantId: applicant, animalId, reasons: told, policyId };
}

/** As the applicant sees it: what other animals are meant is the insurer's alone. */
export function ownApplicationDto(application: Application, policy: StoredPolicy | null): OwnApplicationDto {
  const kinds = [...new Set(application.reasons.map(({ kind }) => kind))];
  return { ...sharedFields(application), petId: application.ownPetId, reasons: kinds, policy: policy && policyDto(policy) };
}

function sharedFields({ id, state, product, cover, accepted, decision, createdAt }: Application) {
  return {
    id,
    state,
    product,
    tier: cover.tier,
    startsOn: cover.startsOn,
    accepted: { language: accepted.language, at: accepted.at.toISOString(), disclosures: [...accepted.disclosures] },
    decision: decision && { at: decision.at.toISOString(), explanation: decision.explanation },
    createdAt: createdAt.toISOString(),
  };
}

function policyDto({ id, policy }: StoredPolicy): PolicyDto {
  return {
    id,
    number: policy.number,
    status: policy.status,
    currency: policy.currency,
    terms: policy.terms.map(({ number, startsOn, endsOn, tier, premium, isPaid, payableUntil, freeLookUntil }) => ({
      ...{ number, startsOn, endsOn, tier, isPaid, payableUntil, freeLookUntil },
      premium: { ...premium, lines: [...premium.lines] },
    })),
  };
}

/** @throws Error on reasons that an application cannot have. */
export function refusalDto(refusal: ApplicationRefusal): ApplicationRefusalDto {
  switch (refusal.kind) {
    case 'not-in-force':
      // Of a product; of a policy it has a status, which no application meets.
      return { kind: refusal.kind };
    case 'birth-date-missing':
    case 'another-product':
    case 'applicant-gone':
      return { kind: refusal.kind };
    case 'application-open':
      return { kind: refusal.kind, application: refusal.application };
    case 'already-insured':
      return { kind: refusal.kind, number: refusal.number, until: refusal.until };
    case 'not-quoted':
      return { kind: refusal.kind, reason: refusal.reason };
    case 'disclosures-not-accepted':
      return { kind: refusal.kind, disclosures: [...refusal.disclosures] };
    default:
      throw new Error(`An application was refused for ${refusal.kind}.`);
  }
}
