/** Codes of violations: things a caller should not have asked for. Expected outcomes are unions, not errors. */
export const DOMAIN_ERROR_CODES = [
  'pet-not-found',
  'photo-not-found',
  'no-photos',
  'name-missing',
  'templates-not-comparable',
  'templates-outdated',
  'photo-file-missing',
] as const;
export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** The message says what is wrong and what to do; `code` is what programs look at. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;

  constructor(code: DomainErrorCode, message: string) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
  }
}
