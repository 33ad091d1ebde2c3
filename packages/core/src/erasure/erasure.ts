import type { TenantId } from '../accounts/index.ts';
import { jobKind } from '../jobs/index.ts';

/**
 * What is erased with the tenant's pets, photos, keys, webhooks and everything else it has. `person`: the account, which is the tenant too.
 * `organisation`: the organisation, not its members' accounts. `local`: nothing more; the command line needs the tenant.
 */
export type ErasureKind = 'person' | 'organisation' | 'local';

/** Somebody asked that everything of a tenant be erased, and it is not done yet. */
export interface Erasure {
  readonly id: string;
  readonly tenant: TenantId;
  readonly kind: ErasureKind;
  /** Id of the user who asked, and is told when it is done. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** What was found and removed. All that is left of an erasure, beside ids and times. */
export interface ErasureCounts {
  readonly pets: number;
  /** Photo files. */
  readonly files: number;
}

/** The payload says nothing of whom it concerns: the queue may outlive them. */
export const ERASE_TENANT = jobKind<{ readonly erasureId: string }>('erase-tenant');

/** Backups are kept no longer (docs/operations.md says so to whoever runs Snout): then what was erased is gone from them, too. */
export const BACKUPS_KEPT_DAYS = 30;

/** An erasure takes a person who has signed in lately: a browser left open is not enough. */
export const FRESH_SIGN_IN_MS = 10 * 60_000;
