import type { TenantId } from '../accounts/index.ts';
import type { MailLocale } from '../notifications/index.ts';
import type { Erasure, ErasureCounts } from './erasure.ts';

/** What an erasure would meet. */
export interface ErasureFacts {
  readonly pets: number;
  /** Pets of the tenant that others care for. */
  readonly sharedPets: number;
  /** Organisations that would have no owner without the person. Empty for other tenants. */
  readonly orphanedOrganisations: readonly { readonly id: TenantId; readonly name: string }[];
  /** Accounts besides the person's. */
  readonly otherAccounts: number;
}

/** Erasures that were asked for, and the deletion of what only the database knows of a tenant. Implemented by packages/postgres. */
export interface ErasureStore {
  facts(tenant: TenantId): Promise<ErasureFacts>;
  /** False when one of the tenant is under way: then nothing changes. */
  add(erasure: Erasure): Promise<boolean>;
  /** Null: there is none, or it is done. */
  find(id: string): Promise<Erasure | null>;
  /** Oldest first. */
  unfinished(): Promise<readonly string[]>;
  /** Nobody gets in any more: sessions, passwords, passkeys, links and keys of the tenant, and for an organisation its members. */
  closeWaysIn(erasure: Erasure): Promise<void>;
  /** Where to write to whoever asked; null: the account is gone. */
  addresseeOf(erasure: Erasure): Promise<{ readonly address: string; readonly name: string; readonly locale: MailLocale } | null>;
  tenantName(tenant: TenantId): Promise<string>;

  /** Photo files that are to be deleted, noted in the transaction that removes the rows that refer to them. */
  noteFiles(id: string, keys: readonly string[]): Promise<void>;
  notedFiles(id: string): Promise<readonly string[]>;
  forgetFiles(id: string, keys: readonly string[]): Promise<void>;
  addCounts(id: string, counts: ErasureCounts): Promise<void>;

  /**
   * Waits for transactions under way that write something of the tenant or the person, and keeps new ones waiting until this one ends: then
   * they fail, as there is nobody any more whose rows these could be.
   */
  holdTenant(erasure: Erasure): Promise<void>;
  /**
   * Deletes the account or the organisation, and every row of it that no other store forgets. Rejects while a pet is left, which somebody
   * may have added at the last moment.
   */
  removeTenant(erasure: Erasure): Promise<void>;
  /**
   * Rows, in whatever table, that still name the tenant or the person in a column for that (found in the catalogue of the database, so that
   * a new table is counted too). The audit log and the list of erasures keep ids on purpose and are not counted.
   */
  countRowsLeft(erasure: Erasure): Promise<number>;
  /** From then on only ids, times and counts are left of it. */
  finish(id: string, at: Date): Promise<void>;
  /** Done before this time; gives their number. */
  removeFinishedBefore(time: Date): Promise<number>;
}
