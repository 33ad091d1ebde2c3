import type { Actor, ApiKeyActor, UserActor } from './actor.ts';
import type { ApiScope } from './api-scope.ts';
import type { Role } from './role.ts';
import type { TenantId } from './tenant.ts';

/**
 * Who may call a route. `anyone`: without signing in. `user`: any signed-in person, for what is the person's own; keys may not.
 * `operator`: who runs the installation. `member`: members of a tenant with one of the roles, on what is that tenant's; `scope`: keys
 * of the tenant that have it, or none (null); `verified`: persons with a verified address only.
 */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'user' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'member'; readonly roles: readonly Role[]; readonly scope: ApiScope | null; readonly verified: boolean };

/** `tenants`: on whose things the actor may do it, the first of them owning what is made; empty unless the access is for members. */
export type AccessDecision =
  | { readonly kind: 'allowed'; readonly tenants: readonly TenantId[] }
  | {
      readonly kind: 'refused';
      readonly why: 'sign-in-required' | 'role-lacking' | 'scope-lacking' | 'address-unverified' | 'tenant-unknown';
    };

/** `asked`: the tenant in whose name the request is made; null: a person's every tenant, the own one first. */
export function decideAccess(access: Access, actor: Actor, asked: TenantId | null): AccessDecision {
  if (access.kind === 'anyone') return ALLOWED;
  switch (actor.kind) {
    case 'anonymous':
      return refused('sign-in-required');
    case 'api-key':
      return decideForKey(access, actor, asked);
    case 'user':
      return decideForUser(access, actor, asked);
  }
}

const ALLOWED: AccessDecision = { kind: 'allowed', tenants: [] };

function decideForKey(access: Access, key: ApiKeyActor, asked: TenantId | null): AccessDecision {
  if (asked !== null && asked !== key.tenant) return refused('tenant-unknown');
  if (access.kind !== 'member') return refused('role-lacking');
  if (access.scope === null || !key.scopes.includes(access.scope)) return refused('scope-lacking');
  return { kind: 'allowed', tenants: [key.tenant] };
}

function decideForUser(access: Access, user: UserActor, asked: TenantId | null): AccessDecision {
  if (access.kind === 'operator') return user.isOperator ? ALLOWED : refused('role-lacking');
  if (access.kind !== 'member') return ALLOWED;
  const memberships = user.memberships.filter(({ tenant }) => asked === null || tenant === asked);
  if (memberships.length === 0) return refused('tenant-unknown');
  const tenants = memberships.filter(({ role }) => access.roles.includes(role)).map(({ tenant }) => tenant);
  if (tenants.length === 0) return refused('role-lacking');
  return access.verified && !user.emailVerified ? refused('address-unverified') : { kind: 'allowed', tenants };
}

function refused(why: Extract<AccessDecision, { kind: 'refused' }>['why']): AccessDecision {
  return { kind: 'refused', why };
}
