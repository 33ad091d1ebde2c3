import type { SharedField } from '@snout/core/pets';
import type { ColumnType } from 'kysely';

/** Written as ISO 8601. */
type Time = ColumnType<Date, string, string>;

/** Tables of migration 0055. */
export interface SharingTables {
  pet_shares: {
    pet_id: string;
    token: string;
    fields: SharedField[];
    created_at: Time;
  };
  found_tickets: {
    token_sha256: string;
    pet_ids: string[];
    is_sure: boolean;
    expires_at: Time;
  };
  found_messages: {
    pet_id: string;
    at: Time;
  };
  rate_windows: {
    key_sha256: string;
    count: number;
    ends_at: Time;
  };
}
