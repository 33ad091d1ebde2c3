import type { ProductTerms } from '../product-terms.ts';
import { CN_YEARLY } from './cn-yearly.ts';
import { GB_YEARLY } from './gb-yearly.ts';
import type { ReadyProductId } from './ready-product-ids.ts';
import { US_YEARLY } from './us-yearly.ts';

/** Terms that an insurer can begin with. */
export const READY_PRODUCTS: Readonly<Record<ReadyProductId, ProductTerms>> = {
  'cn-yearly': CN_YEARLY,
  'us-yearly': US_YEARLY,
  'gb-yearly': GB_YEARLY,
};
