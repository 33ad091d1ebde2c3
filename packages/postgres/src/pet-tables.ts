import type { AuthorKind, FieldChange, HistoryKind, Invitation, InvitationKind, PetProfile } from '@snout/core/pets';
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;
/** Written as ISO 8601. */
type Time = ColumnType<Date, string, string>;
type TimeOrNull = ColumnType<Date | null, string | null, string | null>;

/** Tables of migration 0020. */
export interface PetTables {
  pet_records: {
    pet_id: string;
    profile: Json<PetProfile>;
    microchips: string[];
    version: number;
    archived_at: TimeOrNull;
    merged_into: string | null;
    created_at: Time;
  };
  pet_carers: {
    pet_id: string;
    tenant_id: string;
    since: Time;
  };
  pet_history: {
    /** A bigint: as text from a server, as a number from the embedded database. */
    seq: Generated<string | number>;
    pet_id: string;
    at: Time;
    kind: HistoryKind;
    tenant_id: string | null;
    user_id: string | null;
    author_kind: AuthorKind | null;
    changes: Json<readonly FieldChange[]>;
  };
  pet_invitations: {
    id: string;
    pet_id: string;
    kind: InvitationKind;
    token_sha256: string;
    tenant_id: string;
    user_id: string;
    author_kind: AuthorKind;
    expires_at: Time;
    state: Invitation['state'];
  };
  pet_merges: {
    id: string;
    kept: string;
    merged: string;
    photos: string[];
    carers: string[];
    before: Json<PetProfile>;
    after: Json<PetProfile>;
    merged_at: Time;
    undone_at: TimeOrNull;
  };
}
