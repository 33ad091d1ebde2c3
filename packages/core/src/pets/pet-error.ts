/** Codes of violations around pets and their carers. Expected outcomes are unions, not errors. */
export const PET_ERROR_CODES = [
  'pet-not-found',
  'profile-invalid',
  'pet-changed',
  'owner-only',
  'invitation-not-found',
  'invitation-over',
  'own-invitation',
  'merge-impossible',
  'merge-not-found',
  'merge-stays',
  'share-not-found',
] as const;
export type PetErrorCode = (typeof PET_ERROR_CODES)[number];

/** What can be wrong with a field, for programs and for pages that say it in other languages. `invalid`: see the message. */
export const FIELD_FAULT_CODES = [
  'missing',
  'wrong-type',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'too-small',
  'too-large',
  'not-one-of',
  'not-an-email',
  'not-an-address',
  'wrong-format',
  'control-characters',
  'unknown-field',
  'invalid',
  'breed-unknown',
  'birth-not-a-date',
  'birth-in-the-future',
  'birth-too-long-ago',
  'chip-empty',
  'chip-characters',
  'chip-length',
  'chip-no-issuer',
  'chip-test-number',
  'chip-too-large',
] as const;
export type FieldFaultCode = (typeof FIELD_FAULT_CODES)[number];

export interface FieldFault<Code extends string = FieldFaultCode> {
  readonly field: string;
  readonly code: Code;
  /** With `too-…`: the most, or the least. */
  readonly limit?: number | undefined;
  /** What is wrong and what to do, in English. */
  readonly message: string;
}

/** The message says what is wrong and what to do; `code` is what programs look at. `faults`: with `profile-invalid`. */
export class PetError extends Error {
  readonly code: PetErrorCode;
  readonly faults: readonly FieldFault[];

  constructor(code: PetErrorCode, message: string, faults: readonly FieldFault[] = []) {
    super(message);
    this.name = 'PetError';
    this.code = code;
    this.faults = faults;
  }
}
