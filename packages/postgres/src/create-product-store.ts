import type { TenantId } from '@snout/core/accounts';
import type { InsuranceProduct, ProductStore, ProductVersion } from '@snout/core/insurance';
import { type Selectable, sql } from 'kysely';
import type { Executor } from './database.ts';
import type { InsuranceTables } from './insurance-tables.ts';
import { withinScope } from './tenant-scope.ts';

/** Each is done as the role that sees the tenant's rows only. */
export function createProductStore(executor: Executor): ProductStore {
  return {
    async insurerName(tenant) {
      const insurer = executor.selectFrom('tenants').select('name').where('id', '=', tenant).where('kind', '=', 'insurer');
      return (await insurer.executeTakeFirst())?.name ?? null;
    },
    async add({ id, tenant, createdAt, draft }) {
      const row = { id, tenant_id: tenant, created_at: createdAt, draft: JSON.stringify(draft.terms), draft_saved_at: draft.savedAt };
      await withinScope(executor, [tenant], (own) => own.insertInto('insurance_products').values(row).execute());
    },
    list: (tenant) =>
      withinScope(executor, [tenant], async (own) => {
        const products = await productsOf(own, tenant).execute();
        return withVersions(own, products);
      }),
    find: (tenant, id) =>
      withinScope(executor, [tenant], async (own) => {
        const products = await productsOf(own, tenant).where('id', '=', id).execute();
        return (await withVersions(own, products))[0] ?? null;
      }),
    lock: (tenant, id) =>
      withinScope(executor, [tenant], async (own) => {
        const products = await productsOf(own, tenant).where('id', '=', id).forUpdate().execute();
        return (await withVersions(own, products))[0] ?? null;
      }),
    async saveDraft(tenant, id, { terms, savedAt }) {
      await setDraft(executor, { tenant, id }, { draft: JSON.stringify(terms), draft_saved_at: savedAt });
    },
    async publish(tenant, id, { version, effectiveFrom, terms, publishedAt }) {
      await setDraft(executor, { tenant, id }, { draft: null, draft_saved_at: null });
      const row = { product_id: id, version, effective_from: effectiveFrom, terms: JSON.stringify(terms), published_at: publishedAt };
      await withinScope(executor, [tenant], (own) => own.insertInto('insurance_product_versions').values(row).execute());
    },
    inForce: (tenant, day) =>
      withinScope(executor, [tenant], async (own) => {
        const latest = own
          .selectFrom('insurance_product_versions as version')
          .innerJoin('insurance_products as product', 'product.id', 'version.product_id')
          .selectAll('version')
          .select('product.created_at')
          .distinctOn('version.product_id')
          .where('product.tenant_id', '=', tenant)
          .where('version.effective_from', '<=', day)
          .orderBy('version.product_id')
          .orderBy('version.effective_from', 'desc')
          .as('latest');
        const rows = await own.selectFrom(latest).selectAll().orderBy('created_at').orderBy('product_id').execute();
        return rows.map((row) => ({ productId: row.product_id, ...toVersion(row) }));
      }),
  };
}

interface Named {
  readonly tenant: TenantId;
  readonly id: string;
}

interface DraftRow {
  readonly draft: string | null;
  readonly draft_saved_at: Date | null;
}

async function setDraft(executor: Executor, { tenant, id }: Named, draft: DraftRow): Promise<void> {
  await withinScope(executor, [tenant], (own) =>
    own.updateTable('insurance_products').set(draft).where('tenant_id', '=', tenant).where('id', '=', id).execute(),
  );
}

function productsOf(own: Executor, tenant: TenantId) {
  return own.selectFrom('insurance_products').selectAll().where('tenant_id', '=', tenant).orderBy('created_at').orderBy('id');
}

/** In two queries, however many there are. */
async function withVersions(
  own: Executor,
  products: readonly Selectable<InsuranceTables['insurance_products']>[],
): Promise<readonly InsuranceProduct[]> {
  const ids = products.map(({ id }) => id);
  const rows = await own
    .selectFrom('insurance_product_versions')
    .selectAll()
    .where(sql<boolean>`product_id = any (${ids}::text[])`)
    .orderBy('version', 'desc')
    .execute();
  return products.map(({ id, tenant_id, created_at, draft, draft_saved_at }) => ({
    id,
    tenant: tenant_id as TenantId,
    createdAt: created_at,
    draft: draft === null || draft_saved_at === null ? null : { terms: draft, savedAt: draft_saved_at },
    versions: rows.filter((row) => row.product_id === id).map(toVersion),
  }));
}

function toVersion(row: Selectable<InsuranceTables['insurance_product_versions']>): ProductVersion {
  return { version: row.version, effectiveFrom: row.effective_from, terms: row.terms, publishedAt: row.published_at };
}
