import type { TenantId } from '../accounts/index.ts';
import { isOpen, type Policy, type PolicyEvent, type PolicyStore, policyOf } from '../insurance/index.ts';

/** Policies in a map: their events, and nothing beside. */
export function createInMemoryPolicies(): PolicyStore {
  const histories = new Map<string, readonly PolicyEvent[]>();
  const all = () => [...histories].map(([id, events]) => ({ id, policy: policyOf(events), issuedAt: events[0]?.at.getTime() ?? 0 }));
  const of = (tenant: TenantId) =>
    all()
      .filter(({ policy }) => policy.tenant === tenant)
      .sort((a, b) => a.issuedAt - b.issuedAt || (a.id < b.id ? -1 : 1))
      .map(({ id, policy }) => ({ id, policy }));
  // Not awaited below: between asking and writing nobody else may come.
  const found = (tenant: TenantId, id: string) => of(tenant).find((stored) => stored.id === id) ?? null;
  const isInsured = (id: string, { tenant, petId }: Policy) =>
    of(tenant).some((stored) => stored.id !== id && stored.policy.petId === petId && isOpen(stored.policy));
  return {
    async add(id, events) {
      const policy = policyOf(events);
      if (histories.has(id)) throw new Error(`There is a policy ${id}.`);
      if (of(policy.tenant).some((stored) => stored.policy.number === policy.number)) return { kind: 'number-taken' };
      if (isInsured(id, policy)) return { kind: 'already-insured' };
      histories.set(id, structuredClone(events));
      return { kind: 'added', policy };
    },
    async append(tenant, id, { after, events }) {
      const before = histories.get(id);
      if (before === undefined || found(tenant, id) === null) return { kind: 'not-found' };
      if (before.length !== after) return { kind: 'changed-meanwhile' };
      const all = [...before, ...structuredClone(events)];
      const policy = policyOf(all);
      if (isOpen(policy) && isInsured(id, policy)) return { kind: 'already-insured' };
      histories.set(id, all);
      return { kind: 'appended', policy };
    },
    find: async (tenant, id) => found(tenant, id),
    findByNumber: async (tenant, number) => of(tenant).find(({ policy }) => policy.number === number) ?? null,
    ofPet: async (tenant, petId) => of(tenant).filter(({ policy }) => policy.petId === petId),
    async list(tenant, { limit, before }) {
      const newest = of(tenant).toReversed();
      return newest.slice(before === undefined ? 0 : newest.findIndex(({ id }) => id === before) + 1).slice(0, limit);
    },
    history: async (tenant, id) => (found(tenant, id) === null ? [] : structuredClone(histories.get(id) ?? [])),
  };
}
