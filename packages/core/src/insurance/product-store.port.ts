import type { TenantId } from '../accounts/index.ts';
import type { CalendarDay } from '../pets/index.ts';
import type { InsuranceProduct, OfferedProduct, ProductDraft, ProductVersion } from './insurance-product.ts';

/** Products of insurers. What is asked for with a tenant is found only when it is that tenant's. */
export interface ProductStore {
  /** The name of the organisation when it is an insurer; null for all others, and when there is none. */
  insurerName(tenant: TenantId): Promise<string | null>;
  /** With a draft and no version. */
  add(product: { readonly id: string; readonly tenant: TenantId; readonly createdAt: Date; readonly draft: ProductDraft }): Promise<void>;
  /** Oldest first. */
  list(tenant: TenantId): Promise<readonly InsuranceProduct[]>;
  find(tenant: TenantId, id: string): Promise<InsuranceProduct | null>;
  /** As `find`; within a transaction, other changes of the product wait until it ends. */
  lock(tenant: TenantId, id: string): Promise<InsuranceProduct | null>;
  /** In place of the draft that there is. */
  saveDraft(tenant: TenantId, id: string, draft: ProductDraft): Promise<void>;
  /** Adds the version and drops the draft. Rejects when the product has this version, or one of the same day. */
  publish(tenant: TenantId, id: string, version: ProductVersion): Promise<void>;
  /** Of each product the version that is sold on the day, if there is one; oldest product first. */
  inForce(tenant: TenantId, day: CalendarDay): Promise<readonly OfferedProduct[]>;
}
