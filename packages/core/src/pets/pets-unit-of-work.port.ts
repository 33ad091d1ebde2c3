import type { People } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import type { FoundPetsStore } from '../lost-and-found/found-pets-store.port.ts';
import type { Gallery } from '../recognition/index.ts';
import type { PublishedEvent } from '../webhooks/index.ts';
import type { PetShares } from './pet-shares.port.ts';
import type { PetStore } from './pet-store.port.ts';

/** Stores of one transaction, and who hears of it when it is committed. */
export interface PetsTransaction {
  readonly gallery: Gallery;
  readonly pets: PetStore;
  readonly shares: PetShares;
  readonly found: FoundPetsStore;
  readonly people: People;
  /** For mails that leave exactly when what they tell of is stored. */
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly audit: Pick<AuditLog, 'append'>;
  /** Tells the webhooks of a tenant. */
  publish(event: PublishedEvent): Promise<void>;
  /** Hears, before it is committed, of photo files that nothing refers to any more, and of how many pets: for who must delete them after a crash. */
  filesFreed?(keys: readonly string[], pets: number): Promise<void>;
}

/**
 * Runs `work` in one transaction: all that its stores write is kept, or, when it throws, nothing. It may run several times, when the
 * database undoes it for the sake of another.
 */
export interface PetsUnitOfWork {
  run<T>(work: (stores: PetsTransaction) => Promise<T>): Promise<T>;
}
