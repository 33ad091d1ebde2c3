import type { TenantId } from '../../accounts/index.ts';
import { addRecord, type PetActor, type PetProfile, type PetsTransaction } from '../../pets/index.ts';
import type { Pet, PetPhoto } from '../../recognition/index.ts';

interface KeptAnimal {
  readonly animal: Pet;
  readonly photos: readonly PetPhoto[];
  /** The applicant's. */
  readonly profile: PetProfile;
  readonly insurer: TenantId;
  readonly applicant: PetActor;
}

/**
 * The insurer's own record of an animal, in the transaction of its application. The applicant may change or erase the pet that it was made from: what a claim is
 * compared with stays. Notes that are the applicant's own are left out, and no finder is led to it.
 */
export async function keepAnimal(stores: PetsTransaction, { animal, photos, profile, insurer, applicant }: KeptAnimal): Promise<void> {
  await stores.gallery.visibleTo([insurer]).addPet(animal, photos);
  const { kind, user } = applicant;
  const own = { ...profile, medicalNotes: '', contactNotes: '' };
  await addRecord(stores, { kind, user, tenants: [insurer] }, { pet: animal, profile: own });
}
