/** Table of migration 0040. */
export interface IdempotencyTables {
  idempotent_requests: {
    asker: string;
    key_sha256: string;
    tenant_id: string | null;
    route: string;
    body_sha256: string;
    creation_id: string;
    holder: string;
    claimed_until: Date;
    answer: Uint8Array | null;
    created_at: Date;
  };
}
