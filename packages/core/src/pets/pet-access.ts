import type { TenantId } from '../accounts/index.ts';
import type { PetId } from '../recognition/index.ts';
import { PetError } from './pet-error.ts';
import type { PetAccess, PetActor, PetAuthor, PetRecord, PetRole } from './pet-record.ts';
import type { PetStore } from './pet-store.port.ts';

/** The most that the actor may do to the pet, and in whose name; null: nothing. */
export async function accessOf(pets: PetStore, id: PetId, actor: PetActor): Promise<PetAccess | null> {
  return (await pets.access(id)).find(({ tenant }) => actor.tenants.includes(tenant)) ?? null;
}

/** A pet that the actor may do something to. */
export interface AccessedPet {
  readonly pet: PetRecord;
  readonly role: PetRole;
  readonly by: PetAuthor;
}

/**
 * The pet, locked, when the actor's tenant may do this to it. Another tenant's pet does not exist for it.
 * @throws PetError `pet-not-found`, or `owner-only` for a carer.
 */
export async function lockPetAs(pets: PetStore, role: PetRole, id: PetId, actor: PetActor): Promise<AccessedPet> {
  return checked(pets, role, { pet: await pets.lock(id), id, actor });
}

/** As `lockPetAs`, without the lock: for reading. */
export async function findPetAs(pets: PetStore, role: PetRole, id: PetId, actor: PetActor): Promise<AccessedPet> {
  return checked(pets, role, { pet: await pets.find(id), id, actor });
}

async function checked(
  pets: PetStore,
  role: PetRole,
  { pet, id, actor }: { readonly pet: PetRecord | null; readonly id: PetId; readonly actor: PetActor },
): Promise<AccessedPet> {
  const access = pet && (await accessOf(pets, id, actor));
  if (!pet || !access) throw petNotFound(id);
  if (role === 'owner' && access.role !== 'owner') throw new PetError('owner-only', 'Only the owner of this pet can do that.');
  return { pet, role: access.role, by: authorOf(actor, access.tenant) };
}

/** The actor in the name of one of its tenants. */
export function authorOf({ kind, user }: PetActor, tenant: TenantId): PetAuthor {
  return { kind, user, tenant };
}

export function petNotFound(id: PetId): PetError {
  return new PetError('pet-not-found', `There is no pet ${id}.`);
}
