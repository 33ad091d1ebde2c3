import type { Currency, Payable, PaymentRefund, PaymentState, ProviderState, SandboxRefund } from '@snout/core/insurance';
import type { ColumnType } from 'kysely';

/** A bigint: as text from a server, as a number from the embedded database. */
type Amount = ColumnType<string | number, number, never>;
type Once<T> = ColumnType<T, T, never>;

/** Tables of migration 0093. */
export interface PaymentTables {
  payments: {
    id: Once<string>;
    tenant_id: Once<string>;
    payable_kind: Once<Payable['kind']>;
    payable_id: Once<string>;
    payable_term: Once<number>;
    amount: Amount;
    currency: Once<Currency>;
    description: Once<string>;
    return_url: Once<string>;
    provider: Once<string>;
    reference: string | null;
    pay_url: string | null;
    state: PaymentState;
    created_at: Once<Date>;
    asked_at: Date;
    ended_at: Date | null;
  };
  payment_refunds: {
    payment_id: Once<string>;
    id: Once<string>;
    position: Once<number>;
    amount: Amount;
    state: PaymentRefund['state'];
    code: string | null;
    created_at: Once<Date>;
    ended_at: Date | null;
  };
  sandbox_payments: {
    reference: Once<string>;
    key: Once<string>;
    amount: Amount;
    currency: Once<Currency>;
    description: Once<string>;
    return_url: Once<string>;
    state: ProviderState;
    decline: string | null;
    expires_at: Once<Date>;
    /** Written as JSON text. */
    refunds: ColumnType<readonly SandboxRefund[], string, string>;
  };
}
