import type { ImportsUnitOfWork } from '@snout/core/imports';
import { publishEvent } from '@snout/core/webhooks';
import { createAuditLog } from './create-audit-log.ts';
import { createImportStore } from './create-import-store.ts';
import type { PetEventDeps } from './create-pets-unit-of-work.ts';
import { createWebhookStore } from './create-webhook-store.ts';
import type { Database } from './database.ts';
import { transact } from './transact.ts';

/** Imports, jobs, audit log and webhooks of one transaction. */
export function createImportsUnitOfWork({ db }: Pick<Database, 'db'>, { clock, ids, jobsWithin }: PetEventDeps): ImportsUnitOfWork {
  return {
    run: (work) =>
      transact(db, (transaction) => {
        const jobs = jobsWithin(transaction);
        return work({
          imports: createImportStore(transaction),
          jobs,
          audit: createAuditLog(transaction),
          async publish(event) {
            await publishEvent({ webhooks: createWebhookStore(transaction), jobs, clock, ids }, event);
          },
        });
      }),
  };
}
