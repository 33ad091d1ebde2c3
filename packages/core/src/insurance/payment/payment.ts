import type { TenantId } from '../../accounts/index.ts';
import type { Currency, MinorUnits } from '../money.ts';

/** What money is for. A term of a policy is paid once. */
export interface Payable {
  readonly kind: 'policy';
  readonly id: string;
  /** Its number within the policy. */
  readonly term: number;
}

/** `beginning`: the provider was asked to begin it, and its answer is not known. `open`: the payer can pay. The others are final. */
export const PAYMENT_STATES = ['beginning', 'open', 'paid', 'declined', 'expired'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface Payment {
  /** Also the key by which the provider begins it once. */
  readonly id: string;
  /** The insurer, whose money it is. */
  readonly tenant: TenantId;
  readonly payable: Payable;
  readonly amount: MinorUnits;
  readonly currency: Currency;
  readonly description: string;
  readonly returnUrl: string;
  /** The name of the provider, which stays the same when another one takes new payments. */
  readonly provider: string;
  /** Both null while it is `beginning`. */
  readonly reference: string | null;
  readonly payUrl: string | null;
  readonly state: PaymentState;
  readonly createdAt: Date;
  /** When the provider was asked last. */
  readonly askedAt: Date;
  /** When it came to be paid, declined or expired, as far as we know. */
  readonly endedAt: Date | null;
  /** Oldest first. */
  readonly refunds: readonly PaymentRefund[];
}

export interface PaymentRefund {
  /** Ours: given again, it is the same refund. Unique within the payment. */
  readonly id: string;
  readonly amount: MinorUnits;
  /** `asked`: the provider's answer is not known. `pending`: it will do it. The others are final. */
  readonly state: 'asked' | 'pending' | 'refunded' | 'refused';
  /** Why it was refused: the provider's code, or ours. */
  readonly code: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export function isUnsettled({ state }: Pick<Payment, 'state'>): boolean {
  return state === 'beginning' || state === 'open';
}

export function isUnderWay({ state }: Pick<PaymentRefund, 'state'>): boolean {
  return state === 'asked' || state === 'pending';
}

/** What can still be paid back, when every refund that was not refused is done. */
export function refundable({ amount, state, refunds }: Pick<Payment, 'amount' | 'state' | 'refunds'>): MinorUnits {
  if (state !== 'paid') return 0;
  return refunds.reduce((left, refund) => (refund.state === 'refused' ? left : left - refund.amount), amount);
}
