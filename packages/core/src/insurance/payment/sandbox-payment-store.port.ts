import type { MinorUnits } from '../money.ts';
import type { PaymentToBegin, ProviderState } from './payment-provider.port.ts';

/** A payment as the sandbox provider keeps it, beside nothing else of Snout: the two know each other by reference and key alone. */
export interface SandboxPayment extends PaymentToBegin {
  readonly reference: string;
  readonly state: ProviderState;
  readonly decline: string | null;
  readonly expiresAt: Date;
  /** Oldest first. */
  readonly refunds: readonly SandboxRefund[];
}

export interface SandboxRefund {
  readonly key: string;
  readonly amount: MinorUnits;
  readonly state: 'refunded' | 'pending' | 'refused';
}

export interface SandboxPaymentStore {
  /** The payment that has the key already, or this one. Of two at the same time with one key, one is kept. */
  add(payment: SandboxPayment): Promise<SandboxPayment>;
  find(reference: string): Promise<SandboxPayment | null>;
  /** While it is open, and only then; says whether it was. */
  change(reference: string, change: Pick<SandboxPayment, 'state' | 'decline'>): Promise<boolean>;
  /** The refund that has the key already, or this one. `more-than-left`: all refunds but refused ones would be more than the amount. */
  addRefund(reference: string, refund: SandboxRefund): Promise<SandboxRefund | 'more-than-left'>;
  /** While it is pending, and only then; says whether it was. */
  endRefund(reference: string, refund: Pick<SandboxRefund, 'key' | 'state'>): Promise<boolean>;
}
