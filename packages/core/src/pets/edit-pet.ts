import type { PetId } from '../recognition/index.ts';
import type { CalendarDay } from './calendar-day.ts';
import { changeProfile, type ProfilePatch } from './change-profile.ts';
import { record } from './history.ts';
import { lockPetAs } from './pet-access.ts';
import { PetError } from './pet-error.ts';
import type { PetActor, PetRecord } from './pet-record.ts';
import type { PetStore } from './pet-store.port.ts';
import type { PetsDeps } from './pets-deps.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'clock'>;

export interface EditPet {
  readonly petId: PetId;
  readonly patch: ProfilePatch;
  /** The version that the person saw. Absent: whatever it is now. */
  readonly version?: number;
}

/** @throws PetError `pet-not-found`, `profile-invalid`, `pet-changed`. */
export function editPet(deps: Deps, actor: PetActor, { petId, patch, version }: EditPet): Promise<PetRecord> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pets } = stores;
    const { pet: before, by } = await lockPetAs(pets, 'carer', petId, actor);
    if (version !== undefined && version !== before.version) throw petChanged();
    const at = deps.clock.now();
    const { profile, changes } = changeProfile(before.profile, patch, latestToday(at));
    if (changes.length === 0) return before;
    await record({ stores, at, by }, before, { kind: 'changed', changes });
    return saved(pets, { ...before, profile });
  });
}

/** Archived pets are kept and can be brought back; nobody's list or search shows them. @throws PetError `pet-not-found`, `owner-only`. */
export function setArchived(
  deps: Deps,
  actor: PetActor,
  { petId, archived }: { readonly petId: PetId; readonly archived: boolean },
): Promise<PetRecord> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pets } = stores;
    const { pet: before, by } = await lockPetAs(pets, 'owner', petId, actor);
    if ((before.archivedAt !== null) === archived) return before;
    const at = deps.clock.now();
    await record({ stores, at, by }, before, { kind: archived ? 'archived' : 'unarchived' });
    return saved(pets, { ...before, archivedAt: archived ? at.toISOString() : null });
  });
}

/** Saves a locked record. */
export async function saved(pets: PetStore, changed: PetRecord): Promise<PetRecord> {
  if (!(await pets.save(changed))) throw petChanged();
  return { ...changed, version: changed.version + 1 };
}

/** The day that it is already somewhere (UTC+14): nobody's "born today" is refused. */
export function latestToday(now: Date): CalendarDay {
  return new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10) as CalendarDay;
}

function petChanged(): PetError {
  return new PetError('pet-changed', 'Somebody has changed this pet meanwhile. Read it again and repeat the change.');
}
