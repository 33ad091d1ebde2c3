import type { Application, ApplicationStore } from '../insurance/index.ts';

/** Applications in a map. */
export function createInMemoryApplications(): ApplicationStore {
  const applications = new Map<string, Application>();
  const sorted = () => [...applications.values()].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  const find: ApplicationStore['find'] = async (tenant, id) => {
    const found = applications.get(id);
    return found?.tenant === tenant ? structuredClone(found) : null;
  };
  return {
    async add(application) {
      if (applications.has(application.id)) throw new Error(`There is an application ${application.id}.`);
      applications.set(application.id, structuredClone(application));
    },
    find,
    lock: find,
    async save({ id, tenant, state, decision, animalId, policyId }) {
      const before = await find(tenant, id);
      if (before !== null) applications.set(id, structuredClone({ ...before, state, decision, animalId, policyId }));
    },
    async list(tenant, { state, limit, after }) {
      const own = sorted().filter((one) => one.tenant === tenant && one.state === state);
      const start = after === undefined ? 0 : own.findIndex(({ id }) => id === after) + 1;
      return structuredClone(own.slice(start, start + limit));
    },
    async ofOwnPet(tenant, ownPetId) {
      const found = sorted().filter((one) => one.tenant === tenant && one.ownPetId === ownPetId);
      return structuredClone(found.toReversed());
    },
  };
}
