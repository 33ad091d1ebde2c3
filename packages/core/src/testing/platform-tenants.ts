import type { TenantId } from '../accounts/index.ts';

/** Tenants that the suites of webhooks, imports and idempotent requests speak of, and that a store under test must know. */
export const PLATFORM_TENANTS = ['shelter', 'clinic'] as readonly string[] as readonly [TenantId, TenantId];
