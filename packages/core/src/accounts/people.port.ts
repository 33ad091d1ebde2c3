import type { TenantId } from './tenant.ts';

/** Somebody who is told of something by mail. */
export interface Contact {
  /** Id of a user. */
  readonly personId: string;
  readonly address: string;
  /** Language of the mail. */
  readonly locale: 'en' | 'zh-CN';
}

/** Who people and tenants are, for those who may know: names for lists, addresses for mails. Implemented by packages/postgres. */
export interface People {
  /** Those that are gone are left out. */
  tenantNames(ids: readonly TenantId[]): Promise<ReadonlyMap<TenantId, string>>;
  /** Names of users by id; those that are gone, and keys of integrations, are left out. */
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Owners and admins of a tenant whose address is verified, by id. */
  contacts(tenant: TenantId): Promise<readonly Contact[]>;
}
