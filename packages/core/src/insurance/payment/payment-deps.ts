import type { InsuranceDeps, InsuranceUnit } from '../insurance-deps.ts';
import type { Payment } from './payment.ts';
import type { PaymentProvider } from './payment-provider.port.ts';
import { PaymentProviderError } from './payment-provider-error.ts';
import type { PaymentStore } from './payment-store.port.ts';

/** What changes together. */
export interface PaymentUnit extends InsuranceUnit {
  readonly payments: PaymentStore;
}

export interface PaymentDeps extends Pick<InsuranceDeps, 'clock' | 'ids'> {
  readonly payments: PaymentStore;
  /** Begins new payments. */
  readonly provider: PaymentProvider;
  /** Others that have payments from before. */
  readonly formerProviders?: readonly PaymentProvider[];
  /** Runs `work` in one transaction. No provider is asked within one. */
  inUnit<T>(work: (unit: PaymentUnit) => Promise<T>): Promise<T>;
  /**
   * Called once for each payment, in the transaction in which it comes to be paid. What it throws undoes the settlement, which is then tried
   * again: what can be expected (a policy that ended meanwhile) is handled, not thrown.
   */
  onPaid(unit: PaymentUnit, payment: Payment): Promise<void>;
}

/** @throws PaymentProviderError `provider-refused` when the payment's provider is not there any more. */
export function providerOf({ provider, formerProviders = [] }: PaymentDeps, payment: Pick<Payment, 'provider'>): PaymentProvider {
  const found = [provider, ...formerProviders].find(({ name }) => name === payment.provider);
  if (found !== undefined) return found;
  throw new PaymentProviderError(
    'provider-refused',
    `Payments by ${payment.provider} are not set up any more. Set it up beside ${provider.name}.`,
  );
}
