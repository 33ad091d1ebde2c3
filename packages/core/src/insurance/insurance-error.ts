import type { ProductFault } from './product-fault.ts';

export type InsuranceErrorCode =
  | 'not-an-insurer'
  | 'insurer-not-found'
  | 'product-not-found'
  | 'product-without-draft'
  | 'product-faulty'
  | 'product-dates-overlap'
  | 'application-not-found'
  | 'application-decided';

/** Something a caller should not have asked for; the message says what is wrong and what to do. */
export class InsuranceError extends Error {
  readonly code: InsuranceErrorCode;
  /** With `product-faulty`. */
  readonly faults: readonly ProductFault[];

  constructor(code: InsuranceErrorCode, message: string, faults: readonly ProductFault[] = []) {
    super(message);
    this.name = 'InsuranceError';
    this.code = code;
    this.faults = faults;
  }
}
