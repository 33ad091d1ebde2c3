import type { ApiKey } from './account.ts';
import type { ApiKeyActor } from './actor.ts';
import type { ApiScope } from './api-scope.ts';
import type { TenantId } from './tenant.ts';

export interface NewApiKey {
  readonly tenant: TenantId;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** ISO 8601; null: until it is revoked. */
  readonly expiresAt: string | null;
  /** Id of a user. */
  readonly createdBy: string;
  /** Of a request that may be repeated: id and what the secret is made of, 256 random bits in base64url. */
  readonly made?: { readonly id: string; readonly secret: string };
}

/** Keys of integrations. Implemented by packages/postgres. */
export interface ApiKeyStore {
  /**
   * `secret`: the whole key, which nobody can read again. Where there is a key of the tenant with the id of `made`, revoked or not, it is
   * that one, and not `isNew`.
   */
  add(key: NewApiKey): Promise<{ readonly key: ApiKey; readonly secret: string; readonly isNew: boolean }>;
  /** Whose key it is; null when there is none, or it expired or was revoked. */
  findActor(secret: string): Promise<ApiKeyActor | null>;
  /** Newest first, without revoked ones. */
  list(tenant: TenantId): Promise<readonly ApiKey[]>;
  /** From then on it is refused. False: the tenant has no such key. */
  revoke(tenant: TenantId, id: string): Promise<boolean>;
}
