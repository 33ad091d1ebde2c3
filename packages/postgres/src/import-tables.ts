import type { ImportOutcome, ImportReason, ImportState } from '@snout/core/imports';
import type { ColumnType } from 'kysely';

/** Tables of migrations 0060 and 0070. */
export interface ImportTables {
  imports: {
    id: string;
    tenant_id: string;
    user_id: string | null;
    api_key_id: string | null;
    file_name: string;
    dry_run: boolean;
    state: ImportState;
    row_count: number;
    created_at: Date;
    finished_at: Date | null;
    claimed_until: Date | null;
  };
  import_rows: {
    import_id: string;
    row: number;
    attempts: number;
    outcome: ImportOutcome | null;
    reference: string | null;
    name: string | null;
    pet_id: string | null;
    detail: string | null;
    /** Written as JSON text. */
    reasons: ColumnType<readonly ImportReason[], string | undefined, string>;
  };
}
