import type { TenantId } from '../accounts/index.ts';
import type { PetId } from '../recognition/index.ts';
import { record } from './history.ts';
import { lockPetAs, petNotFound } from './pet-access.ts';
import type { PetAccess, PetActor } from './pet-record.ts';
import type { PetsDeps } from './pets-deps.ts';

/** Owner and carers of the pet, for one of them. @throws PetError `pet-not-found`. */
export function listCarers(deps: Pick<PetsDeps, 'petsUnitOfWork'>, actor: PetActor, petId: PetId): Promise<readonly PetAccess[]> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    await lockPetAs(pets, 'carer', petId, actor);
    return pets.access(petId);
  });
}

/** The owner ends it, or the carer does. @throws PetError `pet-not-found`, `owner-only`. */
export function removeCarer(
  deps: Pick<PetsDeps, 'petsUnitOfWork' | 'clock'>,
  actor: PetActor,
  { petId, tenant }: { readonly petId: PetId; readonly tenant: TenantId },
): Promise<void> {
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pets } = stores;
    const { pet, by } = await lockPetAs(pets, actor.tenants.includes(tenant) ? 'carer' : 'owner', petId, actor);
    if (!(await pets.removeCarer(petId, tenant))) throw petNotFound(petId);
    await record({ stores, at: deps.clock.now(), by }, pet, { kind: 'carer-left' });
  });
}
