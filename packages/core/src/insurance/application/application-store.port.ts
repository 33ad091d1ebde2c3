import type { TenantId } from '../../accounts/index.ts';
import type { PetId } from '../../recognition/index.ts';
import type { Application, ApplicationState } from './application.ts';

/** Applications for policies. What is asked for with a tenant is found only when it is that insurer's. */
export interface ApplicationStore {
  add(application: Application): Promise<void>;
  find(tenant: TenantId, id: string): Promise<Application | null>;
  /** As `find`; within a transaction, others who lock it wait until it ends. */
  lock(tenant: TenantId, id: string): Promise<Application | null>;
  /** Writes state, decision, animal and policy. */
  save(application: Application): Promise<void>;
  /** Oldest first, after the application of this id. */
  list(
    tenant: TenantId,
    page: { readonly state: ApplicationState; readonly limit: number; readonly after?: string },
  ): Promise<readonly Application[]>;
  /** What was asked for one and the same own pet, newest first. */
  ofOwnPet(tenant: TenantId, ownPetId: PetId): Promise<readonly Application[]>;
}
