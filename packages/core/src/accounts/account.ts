import type { ApiScope } from './api-scope.ts';
import type { Role } from './role.ts';
import type { TenantId } from './tenant.ts';

/** A person who belongs to a tenant. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** An offer of membership, sent by mail. Whoever has verified the address may accept it. */
export interface MemberInvitation {
  readonly id: string;
  readonly tenant: TenantId;
  readonly tenantName: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Role;
  /** Id of a user, and the name at this time. */
  readonly invitedBy: string;
  readonly inviterName: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Somebody signed in on a device. */
export interface SignedInSession {
  readonly id: string;
  /** As the browser called itself; null: unknown. */
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What may be told of an API key. */
export interface ApiKey {
  readonly id: string;
  readonly tenant: TenantId;
  readonly name: string;
  /** First characters, to tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** To the hour. */
  readonly lastUsedAt: string | null;
}
