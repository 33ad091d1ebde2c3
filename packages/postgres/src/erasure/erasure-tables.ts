import type { ErasureKind } from '@snout/core/erasure';
import type { ColumnType, Generated } from 'kysely';

/** Tables of migration 0065. */
export interface ErasureTables {
  erasures: {
    id: string;
    tenant_id: string;
    kind: ErasureKind;
    requested_by: string | null;
    requested_at: ColumnType<Date, Date, never>;
    finished_at: ColumnType<Date | null, never, Date>;
    pets: Generated<number>;
    files: Generated<number>;
  };
  erasure_files: { blob_key: string; erasure_id: string };
}
