/** Who did it. `service`: Snout itself, for example a nightly job. `public`: somebody without an account. */
export interface AuditActor {
  readonly kind: 'person' | 'api-key' | 'service' | 'public';
  /** Null for `service` and `public`. */
  readonly id: string | null;
}

export type AuditValue = string | number | boolean | null;
/** Fields of a record before or after a change. */
export type AuditValues = Readonly<Record<string, AuditValue>>;

/** Who did what to which record. */
export interface NewAuditEntry {
  readonly at: Date;
  readonly actor: AuditActor;
  /** Whose record it is; null for what belongs to no tenant. */
  readonly tenantId: string | null;
  /** A verb in the domain's words: "enrol", "update", "transfer". */
  readonly action: string;
  readonly record: { readonly kind: string; readonly id: string };
  /** Of the request that did it; null for jobs. */
  readonly requestId: string | null;
  readonly before: AuditValues | null;
  readonly after: AuditValues | null;
}

export interface AuditEntry extends NewAuditEntry {
  /** Grows with every entry; the cursor of listings. */
  readonly position: number;
}
