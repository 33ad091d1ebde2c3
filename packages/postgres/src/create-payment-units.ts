import type { PaymentDeps } from '@snout/core/insurance';
import { createAuditLog } from './create-audit-log.ts';
import { createPaymentStore } from './create-payment-store.ts';
import { createPolicyStore } from './create-policy-store.ts';
import { createProductStore } from './create-product-store.ts';
import type { Database } from './database.ts';
import { transact } from './transact.ts';

/** Payments, with the policies that they are for in the transaction that changes them. */
export function createPaymentUnits({ db }: Pick<Database, 'db'>): Pick<PaymentDeps, 'payments' | 'inUnit'> {
  return {
    payments: createPaymentStore(db),
    inUnit: (work) =>
      transact(db, (transaction) =>
        work({
          payments: createPaymentStore(transaction),
          products: createProductStore(transaction),
          policies: createPolicyStore(transaction),
          audit: createAuditLog(transaction),
        }),
      ),
  };
}
