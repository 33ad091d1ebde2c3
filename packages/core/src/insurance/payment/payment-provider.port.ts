import type { Currency, MinorUnits } from '../money.ts';

export interface PaymentToBegin {
  /** Ours, and the same whenever this payment is asked for again, as all the rest then is. At most 200 characters. */
  readonly key: string;
  /** More than nothing. */
  readonly amount: MinorUnits;
  readonly currency: Currency;
  /** What the payer reads beside the amount. */
  readonly description: string;
  /** Where the payer comes back to, whether they paid or not. */
  readonly returnUrl: string;
}

export interface BegunPayment {
  /** By which the provider knows the payment. */
  readonly reference: string;
  /** Where the payer pays. */
  readonly payUrl: string;
}

/**
 * `open`: can still be paid, or the money is on its way. The others are final: `declined`, that the payer's bank refused for good; `expired`,
 * that nobody paid in time.
 */
export const PROVIDER_STATES = ['open', 'paid', 'declined', 'expired'] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

export interface KnownPayment {
  readonly state: ProviderState;
  readonly amount: MinorUnits;
  readonly currency: Currency;
  /** Paid back, or on its way back. */
  readonly refunded: MinorUnits;
  /** The provider's code for why the last attempt was declined ("insufficient_funds"); also while the payer may try again. */
  readonly decline: string | null;
}

export interface RefundToMake {
  /** Ours, and the same whenever this refund is asked for again. At most 200 characters. */
  readonly key: string;
  /** Of the payment. */
  readonly reference: string;
  /** More than nothing. */
  readonly amount: MinorUnits;
}

export const REFUND_REFUSALS = ['not-paid', 'more-than-left', 'by-provider'] as const;
export type RefundRefusal = (typeof REFUND_REFUSALS)[number];

/** `pending`: the provider will do it; asking again by the same key tells. `refused` moves no money; with `by-provider` its code says why. */
export type RefundOutcome =
  | { readonly kind: 'refunded' | 'pending' }
  | { readonly kind: 'refused'; readonly reason: RefundRefusal; readonly code: string | null };

export interface ProviderCallback {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came, byte for byte: the signature is over these. */
  readonly body: string;
}

/** `unrelated`: genuine, and about nothing that was begun here. */
export type CallbackReading = { readonly kind: 'about'; readonly reference: string } | { readonly kind: 'unrelated' | 'not-genuine' };

/**
 * Takes and returns money for us. What it says when it is asked is the truth; a callback is a hint to ask. So one that comes twice, late,
 * never, out of order or from a forger does no harm.
 *
 * Each method may throw PaymentProviderError `provider-unreachable`, after which it may have been done or not: ask again by the same key.
 */
export interface PaymentProvider {
  /** Lower-case letters and hyphens; part of addresses, and kept with each payment. */
  readonly name: string;
  /** Asked again by the same key, gives the same payment. @throws PaymentProviderError `key-reused`, `provider-refused`. */
  begin(payment: PaymentToBegin): Promise<BegunPayment>;
  /** Null: there is no such payment. */
  find(reference: string): Promise<KnownPayment | null>;
  /** Asked again by the same key, moves no more money and tells how it stands. @throws PaymentProviderError `key-reused`. */
  refund(refund: RefundToMake): Promise<RefundOutcome>;
  /** What a request that says it comes from the provider is about. Never throws, and asks nobody. */
  readCallback(callback: ProviderCallback): CallbackReading;
}
