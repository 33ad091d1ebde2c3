import type { AccountStore } from '../accounts/index.ts';
import type { IdempotentRequests } from '../idempotency/index.ts';
import type { ImportStore } from '../imports/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import type { MailPreferences, PushSubscriptions } from '../notifications/index.ts';
import type { PetsTransaction } from '../pets/index.ts';
import type { WebhookStore } from '../webhooks/index.ts';
import type { ErasureStore } from './erasure-store.port.ts';

/** Every store that has something of a tenant, in one transaction. */
export interface ErasureTransaction extends PetsTransaction {
  readonly erasures: ErasureStore;
  readonly accounts: Pick<AccountStore, 'sessions'>;
  readonly webhooks: Pick<WebhookStore, 'forgetTenant'>;
  readonly idempotentRequests: Pick<IdempotentRequests, 'forgetTenant' | 'forgetAsker'>;
  readonly mailPreferences: Pick<MailPreferences, 'forget'>;
  readonly pushSubscriptions: Pick<PushSubscriptions, 'forget'>;
  readonly imports: Pick<ImportStore, 'cancelAll'>;
  readonly jobs: JobQueue;
}

/**
 * Runs `work` in one transaction: all that its stores write is kept, or, when it throws, nothing. It may run several times, when the
 * database undoes it for the sake of another.
 */
export interface ErasureUnitOfWork {
  run<T>(work: (stores: ErasureTransaction) => Promise<T>): Promise<T>;
}
