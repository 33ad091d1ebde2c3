import type { Gallery, PetId, PhotoId } from '../recognition/index.ts';
import { changesBetween } from './change-profile.ts';
import { saved } from './edit-pet.ts';
import { record } from './history.ts';
import { type AccessedPet, accessOf, lockPetAs } from './pet-access.ts';
import { PetError } from './pet-error.ts';
import { type PetProfile, PROFILE_LIMITS } from './pet-profile.ts';
import type { PetActor, PetAuthor, PetMerge, PetRecord } from './pet-record.ts';
import type { PetStore } from './pet-store.port.ts';
import type { PetsDeps } from './pets-deps.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'clock'>;

/**
 * Two entries turn out to be one animal: the photos and carers of `merge` go to `keep`, whose profile keeps what it says and learns
 * what it does not. Nothing is deleted: `undoMerge` puts everything back. `id`: for the merge; where there is one of this id, it was done by
 * an earlier attempt, and nothing is done. @throws PetError `pet-not-found`, `owner-only`, `merge-impossible`.
 */
export function mergePets(
  deps: Deps & Pick<PetsDeps, 'ids'>,
  actor: PetActor,
  request: { readonly keep: PetId; readonly merge: PetId; readonly id?: string },
): Promise<{ readonly record: PetRecord; readonly merge: PetMerge }> {
  if (request.keep === request.merge) throw impossible('A pet cannot be merged with itself.');
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pets, gallery } = stores;
    const first = request.id === undefined ? null : await pets.findMerge(request.id);
    if (first?.kept === request.keep) return { record: (await lockPetAs(pets, 'owner', first.kept, actor)).pet, merge: first };
    const { keep, merge, by } = await lockBoth(pets, actor, [request.keep, request.merge]);
    const profile = unitedProfile(keep, merge);
    const at = deps.clock.now();
    const photos = await photosOf(gallery, merge.id);
    await gallery.movePhotos(photos, keep.id);
    const there = new Set((await pets.access(keep.id)).map(({ tenant }) => tenant));
    const carers = (await pets.access(merge.id)).map(({ tenant }) => tenant).filter((tenant) => !there.has(tenant));
    for (const tenant of carers) await pets.addCarer(keep.id, tenant, at.toISOString());
    for (const open of await pets.openInvitations(merge.id)) await pets.setInvitationState(open.id, 'withdrawn');
    const done: PetMerge = {
      id: request.id ?? deps.ids.next(),
      kept: keep.id,
      merged: merge.id,
      photos,
      carers,
      before: keep.profile,
      after: profile,
      mergedAt: at.toISOString(),
      undoneAt: null,
    };
    await pets.addMerge(done);
    await record({ stores, at, by }, keep, { kind: 'merged', changes: changesBetween(keep.profile, profile) });
    await record({ stores, at, by }, merge, { kind: 'merged' });
    await saved(pets, { ...merge, mergedInto: keep.id });
    return { record: await saved(pets, { ...keep, profile }), merge: done };
  });
}

/**
 * Photos and carers go back, and each field of the profile that still says what the merge made of it. What was added to the kept pet
 * since stays with it. @throws PetError `merge-not-found`, `merge-stays`, `owner-only`.
 */
export function undoMerge(
  deps: Deps,
  actor: PetActor,
  mergeId: string,
): Promise<{ readonly kept: PetRecord; readonly restored: PetRecord }> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pets, gallery } = stores;
    const { merge, keep, merged, by } = await lockMerge(pets, actor, mergeId);
    if (merge.undoneAt !== null) throw stays('This merge has been undone already.');
    if (merged === null || merged.tenant !== keep.tenant) throw stays('The pet has another owner since: the merge stays.');
    if (keep.mergedInto !== null) throw stays('This pet was merged into another one since: undo that first.');
    const at = deps.clock.now();
    const held = new Set(await photosOf(gallery, keep.id));
    await gallery.movePhotos(
      merge.photos.filter((id) => held.has(id)),
      merged.id,
    );
    for (const tenant of merge.carers) await pets.removeCarer(keep.id, tenant);
    await pets.setMergeUndone(merge.id, at.toISOString());
    const profile = withoutMerge(keep.profile, merge);
    await record({ stores, at, by }, keep, { kind: 'merge-undone', changes: changesBetween(keep.profile, profile) });
    await record({ stores, at, by }, merged, { kind: 'merge-undone' });
    return { kept: await saved(pets, { ...keep, profile }), restored: await saved(pets, { ...merged, mergedInto: null }) };
  });
}

/** Merges that can still be undone, newest first, for the owner. @throws PetError `pet-not-found`. */
export function listMerges(deps: Deps, actor: PetActor, petId: PetId): Promise<readonly PetMerge[]> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    await lockPetAs(pets, 'owner', petId, actor);
    return pets.openMerges(petId);
  });
}

async function lockMerge(
  pets: PetStore,
  actor: PetActor,
  id: string,
): Promise<{ readonly merge: PetMerge; readonly keep: PetRecord; readonly merged: PetRecord | null; readonly by: PetAuthor }> {
  const first = await pets.findMerge(id);
  const known = first && (await accessOf(pets, first.kept, actor)) !== null;
  if (!first || !known) throw new PetError('merge-not-found', `There is no merge ${id}.`);
  for (const petId of [first.kept, first.merged].toSorted()) await pets.lock(petId);
  const { pet: keep, by } = await lockPetAs(pets, 'owner', first.kept, actor);
  return { merge: (await pets.findMerge(id)) ?? first, keep, by, merged: await pets.find(first.merged) };
}

/** In the order of ids: two merges of the same pets never wait for each other in a circle. */
async function lockBoth(
  pets: PetStore,
  actor: PetActor,
  ids: readonly [PetId, PetId],
): Promise<{ readonly keep: PetRecord; readonly merge: PetRecord; readonly by: PetAuthor }> {
  const locked = new Map<PetId, AccessedPet>();
  for (const id of ids.toSorted()) locked.set(id, await lockPetAs(pets, 'owner', id, actor));
  const [first, second] = ids.map((id) => locked.get(id));
  if (!first || !second) throw impossible('Both pets are needed.');
  const [a, b] = [first.pet, second.pet];
  if (a.tenant !== b.tenant) throw impossible('The two have different owners: give one of them away first.');
  if (a.mergedInto !== null || b.mergedInto !== null) throw impossible('One of the two has been merged before.');
  if (a.profile.species !== b.profile.species) throw impossible('A dog and a cat are not one animal.');
  return { keep: a, merge: b, by: first.by };
}

async function photosOf(gallery: Gallery, id: PetId): Promise<readonly PhotoId[]> {
  const photos = (await gallery.findPet(id))?.photos ?? [];
  return [...photos, ...(await gallery.noseCloseUps(id))].map((photo) => photo.id);
}

function unitedProfile({ profile: a }: PetRecord, { profile: b }: PetRecord): PetProfile {
  const microchips = [...new Set([...a.microchips, ...b.microchips])];
  if (microchips.length > PROFILE_LIMITS.microchips) {
    throw impossible(`Together they have ${microchips.length} microchips. Correct the numbers first: an animal has at most two.`);
  }
  const medicalNotes = [a.medicalNotes, b.medicalNotes].filter((notes) => notes !== '').join('\n\n');
  if ([...medicalNotes].length > PROFILE_LIMITS.notes) throw impossible('Together their medical notes are too long. Shorten one first.');
  return {
    ...a,
    breed: a.breed === 'unknown' ? b.breed : a.breed,
    sex: a.sex === 'unknown' ? b.sex : a.sex,
    neutered: a.neutered === 'unknown' ? b.neutered : a.neutered,
    birth: a.birth ?? b.birth,
    colours: a.colours.length > 0 ? a.colours : b.colours,
    pattern: a.pattern ?? b.pattern,
    marks: a.marks || b.marks,
    microchips,
    medicalNotes,
    contactNotes: a.contactNotes || b.contactNotes,
  };
}

function withoutMerge(now: PetProfile, { before, after }: PetMerge): PetProfile {
  const touched = new Set<keyof PetProfile>(changesBetween(before, after).map(({ field }) => field));
  const edited = new Set<keyof PetProfile>(changesBetween(after, now).map(({ field }) => field));
  const back = Object.entries(before).filter(([field]) => touched.has(field as keyof PetProfile) && !edited.has(field as keyof PetProfile));
  return { ...now, ...Object.fromEntries(back) };
}

function impossible(message: string): PetError {
  return new PetError('merge-impossible', message);
}

function stays(message: string): PetError {
  return new PetError('merge-stays', message);
}
