import type { TenantId } from '../accounts/index.ts';
import type { CalendarDay } from '../pets/index.ts';
import type { ProductTerms } from './product-terms.ts';

/** What is worked on; it becomes the next version. */
export interface ProductDraft {
  readonly terms: ProductTerms;
  readonly savedAt: Date;
}

/** Sold from its day on until the next version's; never changed again, since policies refer to it. */
export interface ProductVersion {
  /** 1, 2, 3 ... */
  readonly version: number;
  readonly effectiveFrom: CalendarDay;
  readonly terms: ProductTerms;
  readonly publishedAt: Date;
}

export interface InsuranceProduct {
  readonly id: string;
  readonly tenant: TenantId;
  readonly createdAt: Date;
  readonly draft: ProductDraft | null;
  /** Newest first. */
  readonly versions: readonly ProductVersion[];
}

/** A version as it is offered. */
export interface OfferedProduct extends ProductVersion {
  readonly productId: string;
}
