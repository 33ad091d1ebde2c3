import type { ApiScope, Role, TenantKind } from '@snout/core/accounts';
import type { ColumnType, Generated } from 'kysely';

/** Tables of accounts, as far as our own statements know them; the sign-in library has its own view of users and sessions. */
export interface AccountTables {
  users: UsersTable;
  sessions: SessionsTable;
  tenants: TenantsTable;
  members: MembersTable;
  tenant_invitations: TenantInvitationsTable;
  api_keys: ApiKeysTable;
  sign_in_failures: SignInFailuresTable;
}

type Time = ColumnType<Date, string, string>;
type Maybe<T> = T | null;

interface UsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  locale: 'en' | 'zh-CN';
  is_operator: boolean;
}

interface SessionsTable {
  id: string;
  user_id: string;
  expires_at: Time;
  ip_address: Maybe<string>;
  user_agent: Maybe<string>;
  created_at: Time;
}

interface TenantsTable {
  id: string;
  kind: TenantKind;
  name: string;
  created_at: Generated<Date>;
}

interface MembersTable {
  tenant_id: string;
  user_id: string;
  role: Role;
  created_at: Generated<Date>;
}

interface TenantInvitationsTable {
  id: string;
  tenant_id: string;
  email: string;
  role: Role;
  invited_by: string;
  created_at: Time;
  expires_at: Time;
}

interface ApiKeysTable {
  id: string;
  tenant_id: string;
  name: string;
  prefix: string;
  sha256: string;
  scopes: ApiScope[];
  created_by: Maybe<string>;
  created_at: Time;
  expires_at: ColumnType<Date | null, string | null, never>;
  last_used_at: ColumnType<Date | null, never, string>;
  revoked_at: ColumnType<Date | null, never, string>;
}

interface SignInFailuresTable {
  email_sha256: string;
  failures: number;
  last_at: Time;
  locked_until: ColumnType<Date | null, string | null, string | null>;
}
