import type { AuditLog } from '../audit/index.ts';
import { type JobQueue, jobKind } from '../jobs/index.ts';
import type { PetsDeps } from '../pets/index.ts';
import type { PhotoFetcher } from '../recognition/index.ts';
import type { PublishedEvent } from '../webhooks/index.ts';
import type { ImportSource } from './import-source.port.ts';
import type { ImportStore } from './import-store.port.ts';

/** Does some rows of an import; enqueues itself for the rest. */
export const RUN_IMPORT = jobKind<{ readonly tenantId: string; readonly importId: string }>('run-import');

/** Stores of one transaction. */
export interface ImportsTransaction {
  readonly imports: ImportStore;
  readonly jobs: JobQueue;
  readonly audit: Pick<AuditLog, 'append'>;
  /** Tells the webhooks of a tenant. */
  publish(event: PublishedEvent): Promise<void>;
}

export interface ImportsUnitOfWork {
  run<T>(work: (stores: ImportsTransaction) => Promise<T>): Promise<T>;
}

/** Everything that imports stand on. */
export interface ImportsDeps {
  readonly pets: PetsDeps;
  readonly imports: ImportStore;
  readonly importsUnitOfWork: ImportsUnitOfWork;
  readonly importSource: ImportSource;
  readonly photoFetcher: PhotoFetcher;
}
