import { type Access, type ApiScope, ROLES, type Role } from '@snout/core/accounts';

/** Who may call a route, beside its definition: `'x-access': ...`. The server enforces it, docs/permissions.md shows it. */
export const ANYONE: Access = { kind: 'anyone' };
export const SIGNED_IN: Access = { kind: 'user' };

const WORKERS: readonly Role[] = ['owner', 'admin', 'staff'];
const REVIEWERS: readonly Role[] = [...WORKERS, 'reviewer'];
const MANAGERS: readonly Role[] = ['owner', 'admin'];

/** Members of any role, and keys with the scope. */
export const members = (scope: ApiScope | null): Access => ({ kind: 'member', roles: ROLES, scope, verified: false });
/** Members who do the daily work. */
export const workers = (scope: ApiScope | null): Access => ({ kind: 'member', roles: WORKERS, scope, verified: false });
/** As `workers`, for what stores photos. */
export const verifiedWorkers = (scope: ApiScope | null): Access => ({ kind: 'member', roles: WORKERS, scope, verified: true });
/** Members who may look animals up. */
export const reviewers = (scope: ApiScope | null): Access => ({ kind: 'member', roles: REVIEWERS, scope, verified: false });
/** Members who decide what leaves the tenant, and keys with the scope. */
export const managers = (scope: ApiScope | null): Access => ({ kind: 'member', roles: MANAGERS, scope, verified: true });
/** As those who decide, for taking the data along: that does not wait for a verified address. */
export const TAKING_ALONG: Access = { kind: 'member', roles: MANAGERS, scope: null, verified: false };
/** The owner alone, for the end of it all; an unverified address is no hindrance. */
export const OWNING: Access = { kind: 'member', roles: ['owner'], scope: null, verified: false };
/** Members who decide about members and keys. No key makes keys. */
export const MANAGING: Access = managers(null);
