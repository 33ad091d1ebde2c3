import type { JobQueue } from '@snout/core/jobs';
import type { PetsTransaction, PetsUnitOfWork } from '@snout/core/pets';
import type { Clock, Ids } from '@snout/core/recognition';
import { publishEvent } from '@snout/core/webhooks';
import type { Transaction } from 'kysely';
import { createAuditLog } from './create-audit-log.ts';
import { createFoundPetsStore } from './create-found-pets-store.ts';
import { createGallery } from './create-gallery.ts';
import { createPeople } from './create-people.ts';
import { createPetShares } from './create-pet-shares.ts';
import { createPetStore } from './create-pet-store.ts';
import { createWebhookStore } from './create-webhook-store.ts';
import type { Database, Executor } from './database.ts';
import type { Schema } from './schema.ts';
import { transact } from './transact.ts';

/** What deliveries of webhooks and mails need. `jobsWithin`: the queue in a transaction. */
export interface PetEventDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  jobsWithin(executor: Executor): JobQueue;
}

/** Gallery, pet store, audit log and webhooks of one transaction. */
export function createPetsUnitOfWork(database: Pick<Database, 'db' | 'index' | 'approximate'>, deps: PetEventDeps): PetsUnitOfWork {
  return {
    run: (work) => transact(database.db, (transaction) => work(petStoresWithin(transaction, database, deps))),
  };
}

export function petStoresWithin(
  transaction: Transaction<Schema>,
  { index, approximate }: Pick<Database, 'index' | 'approximate'>,
  { clock, ids, jobsWithin }: PetEventDeps,
): PetsTransaction {
  return {
    gallery: createGallery({ db: transaction, index, approximate }),
    pets: createPetStore({ db: transaction, index }),
    shares: createPetShares(transaction),
    found: createFoundPetsStore(transaction),
    people: createPeople(transaction),
    jobs: jobsWithin(transaction),
    audit: createAuditLog(transaction),
    async publish(event) {
      await publishEvent({ webhooks: createWebhookStore(transaction), jobs: jobsWithin(transaction), clock, ids }, event);
    },
  };
}
