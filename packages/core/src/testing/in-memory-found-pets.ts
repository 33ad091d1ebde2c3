import type { FoundPetsStore, FoundTicket } from '../lost-and-found/index.ts';
import type { PetId } from '../recognition/index.ts';

export interface InMemoryFoundState {
  readonly pets: ReadonlyMap<PetId, unknown>;
  /** What owners said. */
  readonly findable: Map<PetId, boolean>;
  /** By hash of the secret. */
  readonly tickets: Map<string, FoundTicket>;
  readonly messages: Map<PetId, readonly Date[]>;
  isFindable(id: PetId): boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** All tenants are personal. */
export function createInMemoryFoundPets(state: InMemoryFoundState): FoundPetsStore {
  const { pets, findable, tickets, messages } = state;
  return {
    isFindable: async (id) => pets.has(id) && (findable.get(id) ?? true),
    async setFindable(id, allowed) {
      if (allowed === null) findable.delete(id);
      else findable.set(id, allowed);
    },
    findableAmong: async (ids) => new Set(ids.filter((id) => state.isFindable(id))),
    async addTicket(ticket, now) {
      for (const [key, { expiresAt }] of tickets) if (expiresAt <= now.toISOString()) tickets.delete(key);
      tickets.set(ticket.tokenSha256, ticket);
    },
    async takeTicket(key, now) {
      const ticket = tickets.get(key);
      tickets.delete(key);
      return ticket && ticket.expiresAt > now.toISOString() ? ticket : null;
    },
    async countMessage(id, at) {
      const lately = [...(messages.get(id) ?? []).filter((time) => at.getTime() - time.getTime() < DAY_MS), at];
      messages.set(id, lately);
      return lately.length;
    },
  };
}
