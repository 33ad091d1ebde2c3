import type { TenantId } from '../accounts/index.ts';
import type { PetCursor, PetId } from '../recognition/index.ts';
import type { HistoryEntry, Invitation, ListedHistoryEntry, PetAccess, PetMerge, PetRecord, PetRole } from './pet-record.ts';

/** A pet in a list, with the most that one of the tenants may do. */
export interface ListedRecord {
  readonly record: PetRecord;
  readonly role: PetRole;
  readonly photoCount: number;
}

export interface RecordPage {
  readonly tenants: readonly TenantId[];
  readonly archived: boolean;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: PetCursor;
}

/** Records, carers, invitations, merges and history of pets. Used inside a unit of work. Implemented by packages/postgres. */
export interface PetStore {
  /** The gallery's pet is there already. The tenant becomes its owner. */
  add(record: PetRecord): Promise<void>;
  find(id: PetId): Promise<PetRecord | null>;
  /** As `find`, and others who lock the same pet wait until the unit of work ends. */
  lock(id: PetId): Promise<PetRecord | null>;
  /** Writes all fields, the gallery's name and the owner's access too, and raises the version. False when the version is another by now. */
  save(record: PetRecord): Promise<boolean>;
  /** Pets that one of the tenants owns or cares for, each once, without merged ones, by name (code points), then id. */
  list(page: RecordPage): Promise<readonly ListedRecord[]>;
  /** Ids of all pets that the tenant owns, archived and merged ones too, by id. */
  owned(tenant: TenantId): Promise<readonly PetId[]>;
  /** Pets that carry one of the numbers, merged ones not. */
  findByMicrochips(numbers: readonly string[]): Promise<readonly PetRecord[]>;

  /** The owner first, then carers by time. */
  access(id: PetId): Promise<readonly PetAccess[]>;
  /** Nothing happens when the tenant has access already. */
  addCarer(id: PetId, tenant: TenantId, since: string): Promise<void>;
  /** False when the tenant was no carer. */
  removeCarer(id: PetId, tenant: TenantId): Promise<boolean>;

  appendHistory(entry: HistoryEntry): Promise<void>;
  /** Newest first; `before`: the last `seq` of the page before. */
  history(id: PetId, page: { readonly limit: number; readonly before?: number }): Promise<readonly ListedHistoryEntry[]>;

  addInvitation(invitation: Invitation): Promise<void>;
  /** Invitations and merges change only while their pet is locked: lock it, then look again. */
  findInvitation(key: { readonly tokenSha256: string } | { readonly id: string }): Promise<Invitation | null>;
  openInvitations(id: PetId): Promise<readonly Invitation[]>;
  setInvitationState(id: string, state: Invitation['state']): Promise<void>;

  addMerge(merge: PetMerge): Promise<void>;
  findMerge(id: string): Promise<PetMerge | null>;
  /** Not undone ones that the pet was part of, newest first. */
  openMerges(id: PetId): Promise<readonly PetMerge[]>;
  setMergeUndone(id: string, at: string): Promise<void>;

  /** Pets that were merged into this one, directly. */
  mergedInto(id: PetId): Promise<readonly PetId[]>;
  /** Forgets that the tenant cared for pets, invited, or did something to pets of others (the history then says nobody). */
  forgetTenant(tenant: TenantId): Promise<void>;
  /** Rows that still name the tenant: 0 after it was forgotten and its pets removed. */
  countRowsOf(tenant: TenantId): Promise<number>;
}
