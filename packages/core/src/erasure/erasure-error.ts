export type ErasureErrorCode =
  | 'erasure-not-allowed'
  | 'fresh-sign-in-required'
  | 'confirmation-differs'
  | 'pets-shared'
  | 'organisation-needs-owner'
  | 'operator-stays';

/** Why nothing is erased; the message says what to do. */
export class ErasureError extends Error {
  readonly code: ErasureErrorCode;

  constructor(code: ErasureErrorCode, message: string) {
    super(message);
    this.name = 'ErasureError';
    this.code = code;
  }
}
