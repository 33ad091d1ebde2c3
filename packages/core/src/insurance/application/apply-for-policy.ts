import type { TenantId } from '../../accounts/index.ts';
import { type CalendarDay, dayIn, findPetAs, type PetActor, type PetRecord, petNotFound } from '../../pets/index.ts';
import type { PetId } from '../../recognition/index.ts';
import { InsuranceError } from '../insurance-error.ts';
import type { ChosenCover } from '../policy/policy-event.ts';
import type { LocalText } from '../product-terms.ts';
import { type Quoted, type QuoteRequest, quoteTerms } from '../quote-terms.ts';
import type { Application } from './application.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { type ApplicationRefusal, applicationRefusals } from './application-refusals.ts';
import type { IssuedPolicy } from './issue-for.ts';
import { lookForKnown, type OfferedAnimal } from './look-for-known.ts';
import { makeApplication } from './make-application.ts';
import { type PhotoWish, underwrite } from './underwriting.ts';

export interface ApplyForPolicy {
  readonly insurer: TenantId;
  readonly productId: string;
  /** The applicant's own pet. */
  readonly petId: PetId;
  readonly cover: ChosenCover & { readonly startsOn: CalendarDay };
  /** Ids of the disclosures that were accepted, and the language in which they were read. */
  readonly accepted: readonly string[];
  readonly language: keyof LocalText;
  /** Of a request that may be repeated. */
  readonly id?: string;
}

/** `better-photos`: nothing is stored; with these it can be asked for again. */
export type ApplyResult =
  | { readonly kind: 'applied'; readonly application: Application; readonly policy: IssuedPolicy | null }
  | { readonly kind: 'better-photos'; readonly wishes: readonly PhotoWish[] }
  | { readonly kind: 'refused'; readonly reasons: readonly ApplicationRefusal[] };

/**
 * Asks for a policy: by the rules of the product at once, then by all that recognition can tell. Accepted, it is a policy that waits for its premium; referred, it
 * waits for a person, with the reasons. @throws InsuranceError `insurer-not-found`; PetError `pet-not-found`, `owner-only`.
 */
export async function applyForPolicy(deps: ApplicationDeps, applicant: PetActor, asked: ApplyForPolicy): Promise<ApplyResult> {
  const { insurance, pets } = deps;
  const insurer = await insurance.products.insurerName(asked.insurer);
  if (insurer === null) throw new InsuranceError('insurer-not-found', 'There is no such insurer.');
  const made = asked.id === undefined ? null : await deps.applications.find(asked.insurer, asked.id);
  if (made !== null) return { kind: 'applied', application: made, policy: await policyOfApplication(deps, made) };
  const record = await ownPet(deps, applicant, asked);
  const offer = (await insurance.products.inForce(asked.insurer, asked.cover.startsOn)).find(
    ({ productId }) => productId === asked.productId,
  );
  if (offer === undefined) return { kind: 'refused', reasons: [{ kind: 'not-in-force' }] };
  const { birth } = record.profile;
  if (birth === null) return { kind: 'refused', reasons: [{ kind: 'birth-date-missing' }] };
  const request: QuoteRequest = { ...asked.cover, species: record.profile.species, birth };
  const earlier = await deps.applications.ofOwnPet(asked.insurer, asked.petId);
  const quote = quoteTerms(offer.terms, request, dayIn(insurance.clock.now(), offer.terms.timeZone));
  const reasons = await applicationRefusals(insurance.policies, { asked, offer, earlier, quote });
  if (quote.kind === 'none' || reasons.length > 0) return { kind: 'refused', reasons };

  const own = new Set([record.id, ...earlier.flatMap(({ animalId }) => (animalId === null ? [] : [animalId]))]);
  const photos = (await pets.gallery.findPet(record.id))?.photos ?? [];
  const animal: OfferedAnimal = { record, photos, noses: await pets.gallery.noseCloseUps(record.id), own };
  const found = underwrite({
    faces: photos.map(({ quality }) => quality.score),
    noses: animal.noses.map(({ nose }) => nose.quality.score),
    // A cat's nose is too small to be asked for.
    needsNose: offer.terms.identity.modalities.includes('nose') && record.profile.species === 'dog',
    reasons: [...(await lookForKnown(deps, animal, asked.insurer)), ...ageReasons(quote)],
  });
  if (found.kind === 'better-photos') return found;
  return makeApplication(deps, {
    applicant,
    insurer,
    asked,
    offer,
    request,
    quote,
    animal,
    reasons: found.kind === 'refer' ? found.reasons : [],
  });
}

function ageReasons({ birthDateMatters }: Quoted): readonly { readonly kind: 'age-unproven' }[] {
  return birthDateMatters ? [{ kind: 'age-unproven' }] : [];
}

/** An insurer's own records are of animals that are insured; nobody insures them again. */
function ownPet({ pets }: ApplicationDeps, applicant: PetActor, { petId: id, insurer }: ApplyForPolicy): Promise<PetRecord> {
  return pets.petsUnitOfWork.run(async (stores) => {
    const { pet } = await findPetAs(stores.pets, 'owner', id, applicant);
    if (pet.mergedInto !== null || pet.archivedAt !== null || pet.tenant === insurer) throw petNotFound(id);
    return pet;
  });
}

async function policyOfApplication({ insurance }: ApplicationDeps, { tenant, policyId }: Application): Promise<IssuedPolicy | null> {
  return policyId === null ? null : insurance.policies.find(tenant, policyId);
}
