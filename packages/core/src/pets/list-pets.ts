import type { EnrolledPhoto, PetCursor, PetId } from '../recognition/index.ts';
import { findPetAs } from './pet-access.ts';
import type { PetActor, PetRecord, PetRole } from './pet-record.ts';
import type { ListedRecord } from './pet-store.port.ts';
import type { PetsDeps } from './pets-deps.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork'>;

export interface ListRecords {
  readonly limit: number;
  readonly after?: PetCursor;
  /** True: the archived ones instead. */
  readonly archived?: boolean;
}

/** Pets that the actor's tenants own or care for. `next`: hand it in as `after` for the next page; null at the end. */
export function listRecords(
  deps: Deps,
  actor: PetActor,
  { limit, after, archived = false }: ListRecords,
): Promise<{ readonly pets: readonly ListedRecord[]; readonly next: PetCursor | null }> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    const found = await pets.list({ tenants: actor.tenants, archived, limit: limit + 1, ...(after ? { after } : {}) });
    const page = found.slice(0, limit);
    const last = page.at(-1)?.record;
    return { pets: page, next: last && found.length > limit ? { name: last.profile.name, id: last.id } : null };
  });
}

export interface ShownPet {
  readonly record: PetRecord;
  readonly role: PetRole;
  readonly photos: readonly EnrolledPhoto[];
  /** Whether a finder's photo may lead to a message to the owner. */
  readonly findable: boolean;
}

/** @throws PetError `pet-not-found`. */
export function showRecord(deps: Deps, actor: PetActor, petId: PetId): Promise<ShownPet> {
  return deps.petsUnitOfWork.run(async ({ pets, gallery, found }) => {
    const { pet: record, role } = await findPetAs(pets, 'carer', petId, actor);
    return { record, role, photos: (await gallery.findPet(petId))?.photos ?? [], findable: await found.isFindable(petId) };
  });
}
