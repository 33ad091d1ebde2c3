import type { EnrolledPhoto, PetId, Species } from '../recognition/index.ts';
import { record } from './history.ts';
import { findPetAs, lockPetAs, petNotFound } from './pet-access.ts';
import { PetError } from './pet-error.ts';
import type { PetProfile } from './pet-profile.ts';
import { type PetActor, type PetRecord, type PetShare, SHARED_FIELDS, type SharedField } from './pet-record.ts';
import type { PetsDeps } from './pets-deps.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'clock'>;

/** Pictures of the head that a shared page shows. */
export const SHARED_PHOTOS = 6;
/** Last digits of a microchip number that a shared page shows: enough to compare with a reader, too few to claim the number. */
const SHOWN_CHIP_DIGITS = 4;

/** What whoever has the link sees: null or empty where the owner does not show it, or it is not known. */
export interface SharedPet {
  readonly species: Species;
  readonly name: string | null;
  readonly breed: string | null;
  readonly sex: PetProfile['sex'];
  readonly neutered: PetProfile['neutered'];
  /** To the month at most: "2024-05". */
  readonly birth: PetProfile['birth'];
  readonly colours: PetProfile['colours'];
  readonly pattern: PetProfile['pattern'];
  readonly marks: string;
  /** The last digits of each number. */
  readonly microchips: readonly string[];
  /** Of which only the heads are shown; best first. */
  readonly photos: readonly EnrolledPhoto[];
}

/**
 * Makes the link, or changes what the one there is shows. A pet that was archived shows nothing meanwhile; a new owner begins without a
 * link. @throws PetError `pet-not-found`, `owner-only`.
 */
export function sharePet(
  deps: Deps & Pick<PetsDeps, 'ids'>,
  actor: PetActor,
  { petId, fields }: { readonly petId: PetId; readonly fields: readonly SharedField[] },
): Promise<PetShare> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pet, by } = await lockPetAs(stores.pets, 'owner', petId, actor);
    if (pet.mergedInto !== null) throw petNotFound(petId);
    const before = await stores.shares.of(petId);
    const at = deps.clock.now();
    const share: PetShare = {
      petId,
      token: before?.token ?? deps.ids.next(),
      fields: SHARED_FIELDS.filter((field) => fields.includes(field)),
      createdAt: before?.createdAt ?? at.toISOString(),
    };
    await stores.shares.set(share);
    if (before === null) await record({ stores, at, by }, pet, { kind: 'shared' });
    return share;
  });
}

/** From now on the link leads nowhere. @throws PetError `pet-not-found`, `owner-only`. */
export function endShare(deps: Deps, actor: PetActor, petId: PetId): Promise<void> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pet, by } = await lockPetAs(stores.pets, 'owner', petId, actor);
    if (await stores.shares.remove(petId)) await record({ stores, at: deps.clock.now(), by }, pet, { kind: 'share-ended' });
  });
}

/** Null: not shared. @throws PetError `pet-not-found`, `owner-only`. */
export function showShare(deps: Pick<PetsDeps, 'petsUnitOfWork'>, actor: PetActor, petId: PetId): Promise<PetShare | null> {
  return deps.petsUnitOfWork.run(async ({ pets, shares }) => {
    await findPetAs(pets, 'owner', petId, actor);
    return shares.of(petId);
  });
}

/** For whoever has the link. @throws PetError `share-not-found`. */
export function openShare(deps: Pick<PetsDeps, 'petsUnitOfWork'>, token: string): Promise<SharedPet> {
  return deps.petsUnitOfWork.run(async ({ pets, shares, gallery }) => {
    const share = await shares.find(token);
    const pet = share && (await pets.find(share.petId));
    if (!pet || pet.archivedAt !== null || pet.mergedInto !== null) {
      throw new PetError('share-not-found', 'Nothing is shown here, or no longer: ask its owner for a new link.');
    }
    const photos = share.fields.includes('photos') ? ((await gallery.findPet(pet.id))?.photos ?? []) : [];
    return shownBy(share, pet, photos);
  });
}

function shownBy({ fields }: PetShare, { profile }: PetRecord, photos: readonly EnrolledPhoto[]): SharedPet {
  const shows = (field: SharedField) => fields.includes(field);
  const { birth } = profile;
  return {
    species: profile.species,
    name: shows('name') ? profile.name : null,
    breed: shows('breed') ? profile.breed : null,
    sex: shows('sex') ? profile.sex : 'unknown',
    neutered: shows('sex') ? profile.neutered : 'unknown',
    birth: shows('birth') && birth ? { ...birth, date: birth.date.slice(0, 7) } : null,
    colours: shows('coat') ? profile.colours : [],
    pattern: shows('coat') ? profile.pattern : null,
    marks: shows('marks') ? profile.marks : '',
    microchips: shows('microchips') ? profile.microchips.map((number) => number.slice(-SHOWN_CHIP_DIGITS)) : [],
    photos: photos.toSorted((a, b) => b.quality.score - a.quality.score || (a.id < b.id ? -1 : 1)).slice(0, SHARED_PHOTOS),
  };
}
