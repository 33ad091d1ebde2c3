import {
  type Duplicate,
  type EnrolledPhoto,
  type EnrolPet,
  enrolPet,
  type NoseCloseUp,
  type Pet,
  type PetPhoto,
  type PhotoProblem,
  type Species,
} from '../recognition/index.ts';
import { changeProfile, type ProfilePatch } from './change-profile.ts';
import { latestToday } from './edit-pet.ts';
import { record } from './history.ts';
import { checkMicrochip } from './microchip.ts';
import { accessOf, authorOf } from './pet-access.ts';
import { emptyProfile, type PetProfile } from './pet-profile.ts';
import type { PetActor, PetRecord } from './pet-record.ts';
import type { PetsDeps } from './pets-deps.ts';
import type { PetsTransaction } from './pets-unit-of-work.port.ts';

export interface RegisterPet extends EnrolPet {
  /** All but the name, which the enrolment has. */
  readonly profile?: Omit<ProfilePatch, 'name'>;
}

/**
 * A pet of somebody else that may be this one. Who that is, which pet, and how alike, is not told: only that a message can be passed.
 * `photo`: the offered photo that was used before.
 */
export type DuplicateElsewhere =
  | { readonly why: 'same-file' | 'same-photo'; readonly photo: string }
  | { readonly why: 'looks-alike' | 'same-microchip' };

/** `own`: pets that the actor may see. */
export type KnownDuplicate = Duplicate | { readonly why: 'same-microchip'; readonly pet: Pet };

/** As `EnrolResult`, for a tenant: `possible-duplicate` shows the tenant's own pets, and of others' only that there are such. */
export type RegisterResult =
  | {
      readonly kind: 'registered';
      readonly record: PetRecord;
      readonly photos: readonly EnrolledPhoto[];
      readonly noses: readonly NoseCloseUp[];
      readonly skipped: readonly PhotoProblem[];
    }
  | {
      readonly kind: 'possible-duplicate';
      readonly own: readonly KnownDuplicate[];
      readonly elsewhere: readonly DuplicateElsewhere[];
      readonly skipped: readonly PhotoProblem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/**
 * Enrols the pet, with its profile, for the actor's first tenant: gallery, record and history in one transaction.
 * @throws PetError `profile-invalid`; DomainError as `enrolPet` does.
 */
export async function registerPet(deps: PetsDeps, actor: PetActor, request: RegisterPet): Promise<RegisterResult> {
  // Before photos are looked at, which takes long: everything but the breed can be checked for any species.
  profileOf(deps, request, request.species ?? 'dog', request.species !== undefined);
  const chips = await sameMicrochip(deps, actor, request);
  let made: PetRecord | undefined;
  const gallery = {
    ...deps.gallery,
    addPet: (pet: Pet, photos: readonly PetPhoto[]) =>
      deps.petsUnitOfWork.run(async (stores) => {
        const profile = profileOf(deps, request, pet.species, true);
        await stores.gallery.visibleTo([actor.tenants[0]]).addPet({ ...pet, name: profile.name }, photos);
        made = await addRecord(stores, actor, { pet, profile });
      }),
  };
  if (chips.own.length + chips.elsewhere.length > 0) return { kind: 'possible-duplicate', ...chips, skipped: [] };
  const result = await enrolPet({ ...deps, gallery }, request);
  switch (result.kind) {
    case 'rejected':
      return result;
    case 'possible-duplicate':
      return { kind: 'possible-duplicate', ...(await sortedByOwner(deps, actor, result.pets)), skipped: result.skipped };
    case 'enrolled': {
      if (made === undefined) throw new Error('An enrolled pet has a record.');
      return { kind: 'registered', record: made, photos: result.photos, noses: result.noses, skipped: result.skipped };
    }
  }
}

/** The record of a pet that is in the gallery, owned by the actor's first tenant, and the first entry of its history. */
export async function addRecord(
  stores: PetsTransaction,
  actor: PetActor,
  { pet, profile }: { readonly pet: Pet; readonly profile: PetProfile },
): Promise<PetRecord> {
  const made: PetRecord = {
    id: pet.id,
    tenant: actor.tenants[0],
    profile,
    version: 1,
    archivedAt: null,
    mergedInto: null,
    createdAt: pet.enrolledAt,
  };
  await stores.pets.add(made);
  await record({ stores, at: new Date(pet.enrolledAt), by: authorOf(actor, made.tenant) }, made, { kind: 'registered' });
  return made;
}

function profileOf(deps: Pick<PetsDeps, 'clock'>, request: RegisterPet, species: Species, speciesKnown: boolean): PetProfile {
  const { breed, ...rest } = request.profile ?? {};
  const patch = { ...rest, name: request.name, ...(speciesKnown && breed !== undefined ? { breed } : {}) };
  return changeProfile(emptyProfile('', species), patch, latestToday(deps.clock.now())).profile;
}

/** A chip is a stronger sign than any photo: asked first. Old short numbers are no sign, since two animals can carry the same. */
async function sameMicrochip(
  deps: PetsDeps,
  actor: PetActor,
  { allowDuplicate, profile }: RegisterPet,
): Promise<{ readonly own: readonly KnownDuplicate[]; readonly elsewhere: readonly DuplicateElsewhere[] }> {
  if (allowDuplicate) return { own: [], elsewhere: [] };
  const numbers = (profile?.microchips ?? []).flatMap((text) => {
    const check = checkMicrochip(text);
    return check.kind === 'valid' && check.chip.standard === 'iso' ? [check.chip.number] : [];
  });
  if (numbers.length === 0) return { own: [], elsewhere: [] };
  return deps.petsUnitOfWork.run(async ({ pets, gallery }) => {
    const own: KnownDuplicate[] = [];
    let elsewhere = 0;
    for (const { id } of await pets.findByMicrochips(numbers)) {
      const found = (await accessOf(pets, id, actor)) && (await gallery.findPet(id));
      if (found) own.push({ why: 'same-microchip', pet: found.pet });
      else elsewhere++;
    }
    return { own, elsewhere: elsewhere > 0 ? [{ why: 'same-microchip' }] : [] };
  });
}

/** Pets that the actor may see as they are; of the others only why, each reason once. */
function sortedByOwner(
  deps: PetsDeps,
  actor: PetActor,
  duplicates: readonly Duplicate[],
): Promise<{ readonly own: readonly Duplicate[]; readonly elsewhere: readonly DuplicateElsewhere[] }> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    const own: Duplicate[] = [];
    const elsewhere = new Map<string, DuplicateElsewhere>();
    for (const duplicate of duplicates) {
      if ((await accessOf(pets, duplicate.pet.id, actor)) !== null) own.push(duplicate);
      else if (duplicate.why === 'looks-alike') elsewhere.set(duplicate.why, { why: duplicate.why });
      else elsewhere.set(`${duplicate.why} ${duplicate.photo}`, { why: duplicate.why, photo: duplicate.photo });
    }
    return { own, elsewhere: [...elsewhere.values()] };
  });
}
