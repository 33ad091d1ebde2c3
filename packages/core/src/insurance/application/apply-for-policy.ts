import type { TenantId } from '../../accounts/index.ts';
import { type CalendarDay, dayIn, findPetAs, type PetActor, type PetRecord, petNotFound } from '../../pets/index.ts';
import { copyPhotos, type EnrolledPhoto, type NoseCloseUp, type Pet, type PetId } from '../../recognition/index.ts';
import { InsuranceError } from '../insurance-error.ts';
import type { OfferedProduct } from '../insurance-product.ts';
import { disclosureReasons, insuredReasons } from '../policy/decide-policy.ts';
import type { PolicyRefusal } from '../policy/policy-decision.ts';
import type { ChosenCover } from '../policy/policy-event.ts';
import type { LocalText } from '../product-terms.ts';
import { type Quoted, type QuoteRequest, quoteTerms } from '../quote-terms.ts';
import type { Application } from './application.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { type IssuedPolicy, issueFor } from './issue-for.ts';
import { keepAnimal } from './keep-animal.ts';
import { lookForKnown, type OfferedAnimal } from './look-for-known.ts';
import { tellApplicant } from './tell-applicant.ts';
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

/** Rules of the contract that are not met. Nothing is stored. Likeness is never among them. */
export type ApplicationRefusal =
  | PolicyRefusal
  | { readonly kind: 'not-in-force' | 'birth-date-missing' }
  /** Whoever asked has had everything erased. */
  | { readonly kind: 'applicant-gone' }
  /** An application for this pet waits for a person. */
  | { readonly kind: 'application-open'; readonly application: string };

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
  const reasons = await refusals(deps, { asked, offer, earlier, quote });
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
  return apply(deps, { applicant, insurer, asked, offer, request, animal, reasons: found.kind === 'refer' ? found.reasons : [] });
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

interface ByTheRules {
  readonly asked: ApplyForPolicy;
  readonly offer: OfferedProduct;
  readonly earlier: readonly Application[];
  readonly quote: ReturnType<typeof quoteTerms>;
}

async function refusals(
  { insurance }: ApplicationDeps,
  { asked, offer, earlier, quote }: ByTheRules,
): Promise<readonly ApplicationRefusal[]> {
  const open = earlier.find(({ state }) => state === 'referred');
  const policies = await Promise.all(
    earlier.map(({ policyId }) => (policyId === null ? null : insurance.policies.find(asked.insurer, policyId))),
  );
  return [
    ...(quote.kind === 'none' ? quote.reasons.map((reason) => ({ kind: 'not-quoted', reason }) as const) : []),
    ...disclosureReasons(offer.terms.disclosures, asked.accepted),
    ...(open === undefined ? [] : [{ kind: 'application-open', application: open.id } as const]),
    ...insuredReasons(
      policies.flatMap((stored) => (stored === null ? [] : [stored.policy])),
      asked.cover.startsOn,
    ),
  ];
}

interface Checked extends Omit<ByTheRules, 'earlier' | 'quote'> {
  readonly applicant: PetActor;
  /** Its name. */
  readonly insurer: string;
  readonly request: QuoteRequest;
  readonly animal: OfferedAnimal;
  readonly reasons: Application['reasons'];
}

async function apply(deps: ApplicationDeps, { applicant, insurer, asked, offer, request, animal, reasons }: Checked): Promise<ApplyResult> {
  const { insurance, pets } = deps;
  const at = insurance.clock.now();
  const { name, species } = animal.record.profile;
  const kept: Pet = { id: insurance.ids.next() as PetId, name, species, enrolledAt: at.toISOString() };
  const application: Application = {
    id: asked.id ?? insurance.ids.next(),
    tenant: asked.insurer,
    applicant: applicant.user,
    ownPetId: animal.record.id,
    animalId: kept.id,
    product: { productId: offer.productId, version: offer.version },
    cover: asked.cover,
    accepted: { language: asked.language, at, disclosures: offer.terms.disclosures.map(({ id, topic, text }) => ({ id, topic, text })) },
    state: reasons.length > 0 ? 'referred' : 'accepted',
    reasons,
    decision: null,
    policyId: null,
    createdAt: at,
  };
  let result: ApplyResult | null = null;
  const originals: readonly (EnrolledPhoto | NoseCloseUp)[] = [...animal.photos, ...animal.noses];
  await copyPhotos({ photos: pets.photos, ids: insurance.ids }, { photos: originals, petId: kept.id }, async (photos) => {
    result = await deps.inUnit(async (unit) => {
      await keepAnimal(unit.pets, { animal: kept, photos, profile: animal.record.profile, insurer: asked.insurer, applicant });
      const by = { at, actor: { kind: 'person', id: applicant.user } } as const;
      const issued = application.state === 'accepted' ? await issueFor(deps, unit, { application, product: offer, request, by }) : null;
      if (issued?.kind === 'refused') return { kind: 'refused', reasons: issued.reasons };
      const stored = { ...application, policyId: issued?.policy.id ?? null };
      await unit.applications.add(stored);
      await tellApplicant(unit.pets, {
        application: stored,
        policy: issued?.policy ?? null,
        pet: name,
        insurer,
        publicUrl: deps.publicUrl,
      });
      await unit.audit.append({
        at,
        actor: by.actor,
        requestId: null,
        tenantId: asked.insurer,
        action: `application-${stored.state}`,
        record: { kind: 'insurance-application', id: stored.id },
        before: null,
        after: {
          reasons: reasons
            .map(({ kind }) => kind)
            .join(', ')
            .slice(0, 200),
        },
      });
      return { kind: 'applied', application: stored, policy: issued?.policy ?? null };
    });
    return result.kind === 'applied';
  });
  if (result === null) throw new Error('An application was neither made nor refused.');
  return result;
}

async function policyOfApplication({ insurance }: ApplicationDeps, { tenant, policyId }: Application): Promise<IssuedPolicy | null> {
  return policyId === null ? null : insurance.policies.find(tenant, policyId);
}
