import type { TenantId } from '../accounts/index.ts';
import type { PetId } from '../recognition/index.ts';
import { audit } from './history.ts';
import { lockPetAs } from './pet-access.ts';
import type { PetActor } from './pet-record.ts';
import type { PetsDeps } from './pets-deps.ts';
import type { PetsTransaction } from './pets-unit-of-work.port.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'photos' | 'clock'>;

/** What is left after an erasure; all zero, or the erasure has failed. Backups keep it until they expire (docs/operations.md). */
export interface ErasureProof {
  readonly pets: number;
  /** Photo files that were there and are not any more. */
  readonly files: number;
  /** Of those, files still in the store. */
  readonly filesLeft: number;
  /** Rows that still name the tenant. */
  readonly rowsLeft: number;
}

/**
 * The pet, pets merged into it, their photos, templates, history and invitations: rows in one transaction, then files. A crash
 * between the two leaves files that nothing refers to, which the sweep removes. @throws PetError `pet-not-found`, `owner-only`.
 */
export async function erasePet(deps: Deps, actor: PetActor, petId: PetId): Promise<{ readonly pets: readonly PetId[] }> {
  const { keys, ids } = await deps.petsUnitOfWork.run(async (stores) => {
    const { pet, by } = await lockPetAs(stores.pets, 'owner', petId, actor);
    await audit({ stores, at: deps.clock.now(), by }, pet, { action: 'erased' });
    await stores.publish({ tenantId: pet.tenant, event: 'pet.erased', data: { petId } });
    return removeWithMerged(stores, petId);
  });
  await Promise.all(keys.map((key) => deps.photos.delete(key)));
  return { pets: ids };
}

/**
 * Everything of a tenant: its pets as `erasePet` does, and what it did to pets of others. May be run again after a crash: what is
 * gone is gone. The proof is looked up after the fact, in tables and in the photo store.
 */
export async function eraseTenantPets(deps: Omit<Deps, 'clock'>, tenant: TenantId): Promise<ErasureProof> {
  let pets = 0;
  const keys: string[] = [];
  for (const id of await deps.petsUnitOfWork.run((stores) => stores.pets.owned(tenant))) {
    const removed = await deps.petsUnitOfWork.run(async (stores) => {
      // Given to a new owner, or removed with the pet it was merged into, meanwhile.
      if ((await stores.pets.lock(id))?.tenant !== tenant) return { keys: [], ids: [] };
      const freed = await removeWithMerged(stores, id);
      await stores.filesFreed?.(freed.keys, freed.ids.length);
      return freed;
    });
    pets += removed.ids.length;
    keys.push(...removed.keys);
    await Promise.all(removed.keys.map((key) => deps.photos.delete(key)));
  }
  const rowsLeft = await deps.petsUnitOfWork.run(async (stores) => {
    await stores.pets.forgetTenant(tenant);
    return stores.pets.countRowsOf(tenant);
  });
  let filesLeft = 0;
  for (const key of keys) if ((await deps.photos.get(key)) !== null) filesLeft++;
  return { pets, files: keys.length, filesLeft, rowsLeft };
}

async function removeWithMerged(
  { pets, gallery }: Pick<PetsTransaction, 'pets' | 'gallery'>,
  petId: PetId,
): Promise<{ readonly ids: readonly PetId[]; readonly keys: readonly string[] }> {
  const ids: PetId[] = [];
  const keys: string[] = [];
  for (const merged of await pets.mergedInto(petId)) {
    const removed = await removeWithMerged({ pets, gallery }, merged);
    ids.push(...removed.ids);
    keys.push(...removed.keys);
  }
  const freed = await gallery.removePet(petId);
  return freed === null ? { ids, keys } : { ids: [...ids, petId], keys: [...keys, ...freed] };
}
