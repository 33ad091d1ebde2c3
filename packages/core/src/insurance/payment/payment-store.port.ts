import type { TenantId } from '../../accounts/index.ts';
import type { Payable, Payment } from './payment.ts';

/** `there`: something for the same payable that is unsettled or paid. */
export type PaymentAdded = { readonly kind: 'added' | 'there'; readonly payment: Payment };

/** Payments to insurers. What is asked for with a tenant is found only when it is that tenant's. */
export interface PaymentStore {
  /** Unless there is a payment of the tenant for the payable that is unsettled or paid: of two at the same time, one is kept. */
  add(payment: Payment): Promise<PaymentAdded>;
  find(tenant: TenantId, id: string): Promise<Payment | null>;
  /** As `find`; within a transaction, others who lock it wait until it ends. */
  lock(tenant: TenantId, id: string): Promise<Payment | null>;
  /** Writes reference, address, state, times, and the refunds; takes none away. Lock it first. */
  save(payment: Payment): Promise<void>;
  /** Oldest first. */
  ofPayable(tenant: TenantId, payable: Payable): Promise<readonly Payment[]>;
  /** Of any tenant: a provider knows no tenants. */
  findByReference(provider: string, reference: string): Promise<Payment | null>;
  /** Of all tenants, those that are unsettled or have refunds under way, and were asked about last before the time; longest ago first. */
  toAskAgain(page: { readonly askedBefore: Date; readonly limit: number }): Promise<readonly Payment[]>;
}
