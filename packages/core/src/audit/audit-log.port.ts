import type { AuditEntry, NewAuditEntry } from './audit-entry.ts';

/** Which entries. What is left out does not matter. */
export interface AuditFilter {
  /** Null: those of no tenant. */
  readonly tenantId?: string | null;
  readonly actorId?: string;
  readonly action?: string;
  readonly record?: { readonly kind: string; readonly id?: string };
  readonly since?: Date;
  /** Exclusive. */
  readonly until?: Date;
}

export interface AuditQuery extends AuditFilter {
  readonly limit: number;
  /** Entries older than the one at this position. */
  readonly before?: number;
}

/** Entries are added, never changed or deleted: the database refuses it. */
export interface AuditLog {
  /** In the transaction of the change it tells of. */
  append(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
}
