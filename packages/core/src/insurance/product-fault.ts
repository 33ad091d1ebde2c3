export const PRODUCT_FAULT_CODES = [
  'amount',
  'share',
  'missing',
  'repeated',
  'unknown',
  'order',
  'gap',
  'overlap',
  'days',
  'jurisdiction',
  'fmr',
  'time-zone',
] as const;
export type ProductFaultCode = (typeof PRODUCT_FAULT_CODES)[number];

/** Something in the terms with which they cannot be published. `field`: its path, with dots; `message`: what is wrong, in English. */
export interface ProductFault {
  readonly field: string;
  readonly code: ProductFaultCode;
  readonly message: string;
}

/** What stands in a list more than once. */
export function repeated(field: string, ids: readonly string[]): readonly ProductFault[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => ({ field, code: 'repeated', message: `"${id}" stands there twice.` }));
}
