import type { TenantId } from '../accounts/index.ts';
import type { InsuranceProduct, ProductStore } from '../insurance/index.ts';

/** Products in a map; `insurers`: names by tenant. */
export function createInMemoryProducts(insurers: ReadonlyMap<TenantId, string>): ProductStore {
  const products = new Map<string, InsuranceProduct>();
  const of = (tenant: TenantId) =>
    [...products.values()]
      .filter((product) => product.tenant === tenant)
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  const find = async (tenant: TenantId, id: string) => of(tenant).find((product) => product.id === id) ?? null;
  const change = async (tenant: TenantId, id: string, changed: (product: InsuranceProduct) => InsuranceProduct) => {
    const product = await find(tenant, id);
    if (product !== null) products.set(id, structuredClone(changed(product)));
  };
  return {
    insurerName: async (tenant) => insurers.get(tenant) ?? null,
    async add(product) {
      if (products.has(product.id)) throw new Error(`There is a product ${product.id}.`);
      products.set(product.id, structuredClone({ ...product, versions: [] }));
    },
    list: async (tenant) => of(tenant),
    find,
    lock: find,
    saveDraft: (tenant, id, draft) => change(tenant, id, (product) => ({ ...product, draft })),
    publish: (tenant, id, version) =>
      change(tenant, id, (product) => {
        const isTaken = product.versions.some((one) => one.version === version.version || one.effectiveFrom === version.effectiveFrom);
        if (isTaken) throw new Error('There is such a version.');
        const versions = [...product.versions, version].sort((a, b) => b.version - a.version);
        return { ...product, draft: null, versions };
      }),
    async inForce(tenant, day) {
      return of(tenant).flatMap(({ id, versions }) => {
        const [latest] = versions
          .filter(({ effectiveFrom }) => effectiveFrom <= day)
          .sort((a, b) => (a.effectiveFrom > b.effectiveFrom ? -1 : 1));
        return latest ? [{ productId: id, ...latest }] : [];
      });
    },
  };
}
