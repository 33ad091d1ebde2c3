import type { InsuranceDeps } from '@snout/core/insurance';
import { createAuditLog } from './create-audit-log.ts';
import { createPolicyStore } from './create-policy-store.ts';
import { createProductStore } from './create-product-store.ts';
import type { Database } from './database.ts';
import { transact } from './transact.ts';

/** Products and policies, and the log in the transaction that changes them. */
export function createInsuranceDeps({ db }: Pick<Database, 'db'>, sources: Pick<InsuranceDeps, 'clock' | 'ids'>): InsuranceDeps {
  return {
    ...sources,
    products: createProductStore(db),
    policies: createPolicyStore(db),
    inUnit: (work) =>
      transact(db, (transaction) =>
        work({
          products: createProductStore(transaction),
          policies: createPolicyStore(transaction),
          audit: createAuditLog(transaction),
        }),
      ),
  };
}
