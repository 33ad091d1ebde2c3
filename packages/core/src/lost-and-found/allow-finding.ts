import { findPetAs, lockPetAs, type PetActor, type PetsDeps, record } from '../pets/index.ts';
import type { PetId } from '../recognition/index.ts';

/** Whether a finder's photo may lead to a message to the owner. @throws PetError `pet-not-found`, `owner-only`. */
export function allowFinding(
  deps: Pick<PetsDeps, 'petsUnitOfWork' | 'clock'>,
  actor: PetActor,
  { petId, findable }: { readonly petId: PetId; readonly findable: boolean },
): Promise<void> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pet, by } = await lockPetAs(stores.pets, 'owner', petId, actor);
    if ((await stores.found.isFindable(petId)) === findable) return;
    await stores.found.setFindable(petId, findable);
    await record({ stores, at: deps.clock.now(), by }, pet, { kind: findable ? 'findable' : 'not-findable' });
  });
}

/** For those who care for the pet. @throws PetError `pet-not-found`. */
export function mayBeFound(deps: Pick<PetsDeps, 'petsUnitOfWork'>, actor: PetActor, petId: PetId): Promise<boolean> {
  return deps.petsUnitOfWork.run(async ({ pets, found }) => {
    await findPetAs(pets, 'carer', petId, actor);
    return found.isFindable(petId);
  });
}
