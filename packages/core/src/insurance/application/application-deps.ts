import type { PetsDeps, PetsTransaction } from '../../pets/index.ts';
import type { InsuranceDeps, InsuranceUnit } from '../insurance-deps.ts';
import type { ApplicationStore } from './application-store.port.ts';

/** What changes together when an application is made or decided on. */
export interface ApplicationUnit extends Pick<InsuranceUnit, 'policies' | 'audit'> {
  readonly applications: ApplicationStore;
  /** Of the insurer's records of animals. */
  readonly pets: PetsTransaction;
}

export interface ApplicationDeps {
  readonly insurance: Pick<InsuranceDeps, 'products' | 'policies' | 'clock' | 'ids'>;
  readonly pets: Pick<PetsDeps, 'gallery' | 'photos' | 'recogniser' | 'petsUnitOfWork'>;
  readonly applications: ApplicationStore;
  /** For links in mails; without a slash at the end. */
  readonly publicUrl: string;
  /** For policy numbers. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Runs `work` in one transaction. */
  inUnit<T>(work: (unit: ApplicationUnit) => Promise<T>): Promise<T>;
}
