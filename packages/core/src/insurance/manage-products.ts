import type { TenantId } from '../accounts/index.ts';
import type { AuditValues, NewAuditEntry } from '../audit/index.ts';
import { type CalendarDay, dayIn } from '../pets/index.ts';
import type { InsuranceDeps, InsuranceUnit } from './insurance-deps.ts';
import { InsuranceError } from './insurance-error.ts';
import type { InsuranceProduct, ProductVersion } from './insurance-product.ts';
import { productFaults } from './product-faults.ts';
import type { ProductTerms } from './product-terms.ts';

/** Who manages products: for the log. */
export type ManageProductsDeps = InsuranceDeps & { readonly by: Pick<NewAuditEntry, 'actor' | 'requestId'> };

interface Named {
  readonly tenant: TenantId;
  readonly id: string;
}

/** @throws InsuranceError `not-an-insurer`. */
export async function checkInsurer({ products }: Pick<InsuranceDeps, 'products'>, tenant: TenantId): Promise<void> {
  if ((await products.insurerName(tenant)) !== null) return;
  throw new InsuranceError('not-an-insurer', 'Products belong to organisations of the kind insurer.');
}

/** @throws InsuranceError `not-an-insurer`. */
export async function listProducts(deps: InsuranceDeps, tenant: TenantId): Promise<readonly InsuranceProduct[]> {
  await checkInsurer(deps, tenant);
  return deps.products.list(tenant);
}

/** @throws InsuranceError `not-an-insurer`, `product-not-found`. */
export async function findProduct(deps: InsuranceDeps, { tenant, id }: Named): Promise<InsuranceProduct> {
  await checkInsurer(deps, tenant);
  return (await deps.products.find(tenant, id)) ?? notFound();
}

/** A product that is a draft yet, with whatever faults. `id`: of a request that may be repeated. @throws InsuranceError `not-an-insurer`. */
export async function addProduct(
  deps: ManageProductsDeps,
  { tenant, terms, id = deps.ids.next() }: { readonly tenant: TenantId; readonly terms: ProductTerms; readonly id?: string },
): Promise<InsuranceProduct> {
  await checkInsurer(deps, tenant);
  return deps.inUnit(async (unit) => {
    const made = await unit.products.find(tenant, id);
    if (made !== null) return made;
    const createdAt = deps.clock.now();
    const product = { id, tenant, createdAt, draft: { terms, savedAt: createdAt } };
    await unit.products.add(product);
    await log(deps, unit, { tenant, id, action: 'product-added', after: loggedFields(terms) });
    return { ...product, versions: [] };
  });
}

/** Puts the terms in place of the draft, or begins one. @throws InsuranceError `not-an-insurer`, `product-not-found`. */
export async function saveProductDraft(deps: ManageProductsDeps, named: Named, terms: ProductTerms): Promise<InsuranceProduct> {
  const { tenant, id } = named;
  await checkInsurer(deps, tenant);
  return deps.inUnit(async (unit) => {
    const product = (await unit.products.lock(tenant, id)) ?? notFound();
    const draft = { terms, savedAt: deps.clock.now() };
    await unit.products.saveDraft(tenant, id, draft);
    await log(deps, unit, { ...named, action: 'product-draft-saved', after: loggedFields(terms) });
    return { ...product, draft };
  });
}

/**
 * Makes the draft the next version, sold from the day on in place of the one before.
 * @throws InsuranceError `not-an-insurer`, `product-not-found`, `product-without-draft`, `product-faulty`, `product-dates-overlap`.
 */
export async function publishProduct(deps: ManageProductsDeps, named: Named, effectiveFrom: CalendarDay): Promise<InsuranceProduct> {
  const { tenant, id } = named;
  await checkInsurer(deps, tenant);
  return deps.inUnit(async (unit) => {
    const product = (await unit.products.lock(tenant, id)) ?? notFound();
    const { draft, versions } = product;
    if (draft === null) throw new InsuranceError('product-without-draft', 'There is nothing to publish. Save a draft first.');
    const publishedAt = deps.clock.now();
    checkTerms(draft.terms, versions[0]);
    checkDay(effectiveFrom, { today: dayIn(publishedAt, draft.terms.timeZone), last: versions[0] });
    const version = { version: (versions[0]?.version ?? 0) + 1, effectiveFrom, terms: draft.terms, publishedAt };
    await unit.products.publish(tenant, id, version);
    const after = { ...loggedFields(draft.terms), version: version.version, effectiveFrom };
    await log(deps, unit, { ...named, action: 'product-published', after });
    return { ...product, draft: null, versions: [version, ...versions] };
  });
}

function checkTerms(terms: ProductTerms, last: ProductVersion | undefined): void {
  const faults = [...productFaults(terms)];
  for (const field of ['currency', 'jurisdiction'] as const) {
    if (last === undefined || last.terms[field] === terms[field]) continue;
    // Policies are renewed from one version to the next.
    const message = `Version ${last.version} has ${last.terms[field]}; make another product instead.`;
    faults.push({ field, code: 'unknown', message });
  }
  if (faults.length > 0) throw new InsuranceError('product-faulty', 'The draft has faults; `errors` names them.', faults);
}

function checkDay(day: CalendarDay, { today, last }: { readonly today: CalendarDay; readonly last: ProductVersion | undefined }): void {
  if (day < today)
    throw new InsuranceError('product-dates-overlap', `Today is ${today} where it is sold: it cannot begin on a day before.`);
  if (last !== undefined && day <= last.effectiveFrom) {
    const begins = `Version ${last.version} is sold from ${last.effectiveFrom} on.`;
    throw new InsuranceError('product-dates-overlap', `${begins} The next one can begin on a later day only.`);
  }
}

interface Logged extends Named {
  readonly action: string;
  readonly after: AuditValues;
}

function log({ clock, by }: ManageProductsDeps, { audit }: InsuranceUnit, { tenant, id, action, after }: Logged): Promise<void> {
  return audit.append({ at: clock.now(), ...by, tenantId: tenant, action, record: { kind: 'insurance-product', id }, before: null, after });
}

function loggedFields({ name, jurisdiction, currency, tiers }: ProductTerms): AuditValues {
  return {
    name: name.en,
    jurisdiction,
    currency,
    tiers: tiers
      .map(({ id }) => id)
      .join(', ')
      .slice(0, 200),
  };
}

function notFound(): never {
  throw new InsuranceError('product-not-found', 'There is no such product.');
}
