import { beforeEach } from 'vitest';
import type { TenantId } from '../accounts/index.ts';
import { listRecords, type PetActor, type PetsUnitOfWork, type RegisterPet, registerPet, showHistory } from '../pets/index.ts';
import type { Gallery, PetId, PhotoStore } from '../recognition/index.ts';
import type { FakeHead } from './fake-recogniser.ts';
import { createInMemoryDeps, createPhotographer } from './in-memory-deps.ts';

/** What is under test: gallery and pet store of one, empty, database. */
export interface PetsUnderTest {
  readonly gallery: Gallery;
  readonly petsUnitOfWork: PetsUnitOfWork;
}
export type CreatePets = () => Promise<PetsUnderTest>;

export type SingleActor = PetActor & { readonly tenant: TenantId };

export function petActor(name: string): SingleActor {
  const tenant = `tenant-${name}` as TenantId;
  return { kind: 'person', tenant, tenants: [tenant], user: `user-${name}` };
}

/** Fresh stores and a photographer before each test, and the registering that most tests begin with. */
export function usePets(create: CreatePets) {
  let deps: Awaited<ReturnType<CreatePets>> & ReturnType<typeof createInMemoryDeps>;
  let photo = createPhotographer();
  beforeEach(async () => {
    deps = { ...createInMemoryDeps(), ...(await create()) };
    photo = createPhotographer();
  });
  const offer = (owner: PetActor, animal: string, more: Partial<RegisterPet> = {}) =>
    registerPet(deps, owner, { name: animal, photos: [photo(animal), photo(animal)], ...more });
  return {
    deps: () => deps,
    photo: (...animals: readonly (string | FakeHead)[]) => photo(...animals),
    offer,
    async register(owner: PetActor, animal: string, more: Partial<RegisterPet> = {}) {
      const result = await offer(owner, animal, more);
      if (result.kind !== 'registered') throw new Error(`Not registered: ${JSON.stringify(result)}`);
      return result.record;
    },
    async namesOf(who: PetActor) {
      return (await listRecords(deps, who, { limit: 9 })).pets.map(({ record }) => record.profile.name);
    },
    async kindsOf(who: PetActor, petId: PetId) {
      return (await showHistory(deps, who, { petId, limit: 20 })).entries.map(({ kind, by }) => [kind, by]);
    },
  };
}

/** Keys of all stored files. */
export async function filesOf(photos: PhotoStore): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of photos.list()) keys.push(key);
  return keys;
}
