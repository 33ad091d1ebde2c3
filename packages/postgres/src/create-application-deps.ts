import type { ApplicationDeps } from '@snout/core/insurance';
import { createApplicationStore } from './create-application-store.ts';
import { createAuditLog } from './create-audit-log.ts';
import { type PetEventDeps, petStoresWithin } from './create-pets-unit-of-work.ts';
import { createPolicyStore } from './create-policy-store.ts';
import type { Database } from './database.ts';
import { transact } from './transact.ts';

/** Applications, with policies, animals and the log in the transaction that changes them. */
export function createApplicationDeps(
  database: Pick<Database, 'db' | 'index' | 'approximate'>,
  sources: Pick<ApplicationDeps, 'insurance' | 'pets' | 'randomBytes' | 'publicUrl'> & Pick<PetEventDeps, 'jobsWithin'>,
): ApplicationDeps {
  const { insurance, pets, randomBytes, publicUrl, jobsWithin } = sources;
  const { clock, ids } = insurance;
  return {
    insurance,
    pets,
    randomBytes,
    publicUrl,
    applications: createApplicationStore(database.db),
    inUnit: (work) =>
      transact(database.db, (transaction) =>
        work({
          policies: createPolicyStore(transaction),
          applications: createApplicationStore(transaction),
          audit: createAuditLog(transaction),
          pets: petStoresWithin(transaction, database, { clock, ids, jobsWithin }),
        }),
      ),
  };
}
