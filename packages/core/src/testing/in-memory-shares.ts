import type { PetShare, PetShares } from '../pets/index.ts';
import type { PetId } from '../recognition/index.ts';

export function createInMemoryShares(shares: Map<PetId, PetShare>): PetShares {
  return {
    of: async (petId) => shares.get(petId) ?? null,
    find: async (token) => [...shares.values()].find((share) => share.token === token) ?? null,
    async set(share) {
      shares.set(share.petId, share);
    },
    remove: async (petId) => shares.delete(petId),
  };
}
