import type { ApiScope } from './api-scope.ts';
import type { Role } from './role.ts';
import type { TenantId, TenantKind } from './tenant.ts';

/** Who asks. Made from the session or the key of a request; every use case that needs to know is told. */
export type Actor = UserActor | ApiKeyActor | AnonymousActor;

export interface UserActor {
  readonly kind: 'user';
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Photos are stored for verified addresses only. */
  readonly emailVerified: boolean;
  /** Runs this installation: the account that was made first. */
  readonly isOperator: boolean;
  /** The own (personal) tenant first. */
  readonly memberships: readonly Membership[];
  /** Of the session that asks, so that a list of sessions can mark it. */
  readonly sessionId: string;
}

export interface Membership {
  readonly tenant: TenantId;
  readonly kind: TenantKind;
  readonly name: string;
  readonly role: Role;
}

/** An integration: belongs to one tenant and may do what its scopes say. */
export interface ApiKeyActor {
  readonly kind: 'api-key';
  readonly id: string;
  readonly tenant: TenantId;
  readonly scopes: readonly ApiScope[];
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}
