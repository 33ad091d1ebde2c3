import type { PetActor } from '../../pets/index.ts';
import { copyPhotos, type Pet, type PetId, type PetPhoto } from '../../recognition/index.ts';
import type { OfferedProduct } from '../insurance-product.ts';
import type { Quoted, QuoteRequest } from '../quote-terms.ts';
import type { Application } from './application.ts';
import type { ApplicationDeps, ApplicationUnit } from './application-deps.ts';
import { type ApplicationRefusal, applicationRefusals } from './application-refusals.ts';
import type { ApplyForPolicy, ApplyResult } from './apply-for-policy.ts';
import { issueFor } from './issue-for.ts';
import { keepAnimal } from './keep-animal.ts';
import type { OfferedAnimal } from './look-for-known.ts';
import { tellApplicant } from './tell-applicant.ts';

/** An application of which everything has been looked at. */
export interface CheckedApplication {
  readonly applicant: PetActor;
  /** Its name. */
  readonly insurer: string;
  readonly asked: ApplyForPolicy;
  readonly offer: OfferedProduct;
  readonly request: QuoteRequest;
  readonly quote: Quoted;
  readonly animal: OfferedAnimal;
  readonly reasons: Application['reasons'];
}

/** Undoes the transaction. */
class Refused extends Error {
  readonly reasons: readonly ApplicationRefusal[];

  constructor(reasons: readonly ApplicationRefusal[]) {
    super('An application was refused while it was stored.');
    this.reasons = reasons;
  }
}

/** Stores the application with the insurer's record of the animal, and the policy where it is accepted: all of it, or, when a rule is no longer met, nothing. */
export async function makeApplication(deps: ApplicationDeps, checked: CheckedApplication): Promise<ApplyResult> {
  const { insurance, pets } = deps;
  const { photos, noses, record } = checked.animal;
  const at = insurance.clock.now();
  const { name, species } = record.profile;
  const animal: Pet = { id: insurance.ids.next() as PetId, name, species, enrolledAt: at.toISOString() };
  const application = begun(checked, { id: checked.asked.id ?? insurance.ids.next(), animalId: animal.id, at });
  let result: ApplyResult | null = null;
  try {
    await copyPhotos({ photos: pets.photos, ids: insurance.ids }, { photos: [...photos, ...noses], petId: animal.id }, async (copies) => {
      result = await deps.inUnit((unit) => store(deps, unit, { ...checked, animal, copies, application }));
      return true;
    });
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reasons: error.reasons };
    throw error;
  }
  if (result === null) throw new Error('An application was neither made nor refused.');
  return result;
}

function begun(
  { applicant, asked, offer, animal, reasons }: CheckedApplication,
  { id, animalId, at }: { readonly id: string; readonly animalId: PetId; readonly at: Date },
): Application {
  return {
    id,
    tenant: asked.insurer,
    applicant: applicant.user,
    ownPetId: animal.record.id,
    animalId,
    product: { productId: offer.productId, version: offer.version },
    cover: asked.cover,
    accepted: { language: asked.language, at, disclosures: offer.terms.disclosures.map(({ id, topic, text }) => ({ id, topic, text })) },
    state: reasons.length > 0 ? 'referred' : 'accepted',
    reasons,
    decision: null,
    policyId: null,
    createdAt: at,
  };
}

interface ToStore extends Omit<CheckedApplication, 'animal'> {
  readonly animal: Pet;
  readonly copies: readonly PetPhoto[];
  readonly application: Application;
}

async function store(deps: ApplicationDeps, unit: ApplicationUnit, toStore: ToStore): Promise<ApplyResult> {
  const { applicant, insurer, asked, offer, request, quote, animal, copies, application } = toStore;
  // Photos are looked at for seconds: of two applications for one pet, the later one sees the other here.
  const own = await unit.pets.pets.lock(asked.petId);
  if (own === null) throw new Refused([{ kind: 'applicant-gone' }]);
  const earlier = await unit.applications.ofOwnPet(asked.insurer, asked.petId);
  const reasons = await applicationRefusals(unit.policies, { asked, offer, earlier, quote });
  if (reasons.length > 0) throw new Refused(reasons);
  await keepAnimal(unit.pets, { animal, photos: copies, profile: own.profile, insurer: asked.insurer, applicant });
  const at = application.createdAt;
  const by = { at, actor: { kind: 'person', id: applicant.user } } as const;
  const issued = application.state === 'accepted' ? await issueFor(deps, unit, { application, product: offer, request, by }) : null;
  if (issued?.kind === 'refused') throw new Refused(issued.reasons);
  const policy = issued?.policy ?? null;
  const stored = { ...application, policyId: policy?.id ?? null };
  await unit.applications.add(stored);
  await tellApplicant(unit.pets, { application: stored, policy, pet: animal.name, insurer, publicUrl: deps.publicUrl });
  const kinds = application.reasons.map(({ kind }) => kind).join(', ');
  await unit.audit.append({
    at,
    actor: by.actor,
    requestId: null,
    tenantId: asked.insurer,
    action: `application-${stored.state}`,
    record: { kind: 'insurance-application', id: stored.id },
    before: null,
    after: { reasons: kinds.slice(0, 200) },
  });
  return { kind: 'applied', application: stored, policy };
}
