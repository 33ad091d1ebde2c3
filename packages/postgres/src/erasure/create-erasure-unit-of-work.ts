import type { ErasureUnitOfWork } from '@snout/core/erasure';
import { createAccountStore } from '../create-account-store.ts';
import { createIdempotentRequests } from '../create-idempotent-requests.ts';
import { createImportStore } from '../create-import-store.ts';
import { createMailPreferences } from '../create-mail-preferences.ts';
import { type PetEventDeps, petStoresWithin } from '../create-pets-unit-of-work.ts';
import { createPushSubscriptions } from '../create-push-subscriptions.ts';
import { createWebhookStore } from '../create-webhook-store.ts';
import type { Database } from '../database.ts';
import { transact } from '../transact.ts';
import { createErasureStore } from './create-erasure-store.ts';

/** Every store that has something of a tenant, in one transaction. */
export function createErasureUnitOfWork(database: Pick<Database, 'db' | 'index' | 'approximate'>, deps: PetEventDeps): ErasureUnitOfWork {
  return {
    run: (work) =>
      transact(database.db, (transaction) =>
        work({
          ...petStoresWithin(transaction, database, deps),
          erasures: createErasureStore(transaction),
          accounts: createAccountStore(transaction),
          webhooks: createWebhookStore(transaction),
          idempotentRequests: createIdempotentRequests(transaction),
          mailPreferences: createMailPreferences(transaction),
          pushSubscriptions: createPushSubscriptions(transaction),
          imports: createImportStore(transaction),
          jobs: deps.jobsWithin(transaction),
        }),
      ),
  };
}
