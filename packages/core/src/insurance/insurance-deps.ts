import type { AuditLog } from '../audit/index.ts';
import type { Clock, Ids } from '../recognition/index.ts';
import type { PolicyStore } from './policy/policy-store.port.ts';
import type { ProductStore } from './product-store.port.ts';

/** What changes together. */
export interface InsuranceUnit {
  readonly products: ProductStore;
  readonly policies: PolicyStore;
  readonly audit: Pick<AuditLog, 'append'>;
}

export interface InsuranceDeps {
  readonly products: ProductStore;
  readonly policies: PolicyStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Runs `work` in one transaction. */
  inUnit<T>(work: (unit: InsuranceUnit) => Promise<T>): Promise<T>;
}
