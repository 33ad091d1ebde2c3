/**
 * `provider-unreachable`: no answer, or one that says to try later; what was asked may have been done. `provider-refused`: it will not do this,
 * however often it is asked (keys, amounts, settings). `key-reused`: the key was given before with something else.
 */
export type PaymentProviderErrorCode = 'provider-unreachable' | 'provider-refused' | 'key-reused';

/** The message names provider, status and the provider's own code and request; it holds no secret and nothing of the payer. */
export class PaymentProviderError extends Error {
  readonly code: PaymentProviderErrorCode;

  constructor(code: PaymentProviderErrorCode, message: string) {
    super(message);
    this.name = 'PaymentProviderError';
    this.code = code;
  }
}
