import type { ProductTerms } from '../product-terms.ts';
import { CN_YEARLY } from './cn-yearly.ts';
import { GB_YEARLY } from './gb-yearly.ts';
import { US_YEARLY } from './us-yearly.ts';

export const READY_PRODUCT_IDS = ['cn-yearly', 'us-yearly', 'gb-yearly'] as const;
export type ReadyProductId = (typeof READY_PRODUCT_IDS)[number];

/** Terms that an insurer can begin with. */
export const READY_PRODUCTS: Readonly<Record<ReadyProductId, ProductTerms>> = {
  'cn-yearly': CN_YEARLY,
  'us-yearly': US_YEARLY,
  'gb-yearly': GB_YEARLY,
};
