import type { AuditActor, AuditValues } from '@snout/core/audit';
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text. */
type Json = ColumnType<AuditValues | null, string | null, never>;

/** Tables of migration 0012. */
export interface AuditTables {
  audit_entries: {
    /** A bigint: as text from a server, as a number from the embedded database. */
    position: Generated<string | number>;
    at: ColumnType<Date, Date, never>;
    actor_kind: AuditActor['kind'];
    actor_id: string | null;
    tenant_id: string | null;
    action: string;
    record_kind: string;
    record_id: string;
    request_id: string | null;
    before: Json;
    after: Json;
  };
}
