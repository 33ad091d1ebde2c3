import type { TenantId } from '@snout/core/accounts';
import type { AuditLog, AuditValues, NewAuditEntry } from '@snout/core/audit';
import type { Context } from 'hono';
import type { AppEnvironment } from './app-environment.ts';
import { auditAuthorOf } from './signed-in.ts';

interface Done {
  readonly tenant: TenantId | string;
  readonly action: string;
  readonly record: NewAuditEntry['record'];
  readonly before?: AuditValues;
  readonly after?: AuditValues;
}

/** Writes down what a request did, in the transaction in which it did it. */
export function writeDown(
  context: Context<AppEnvironment>,
  { audit, at }: { readonly audit: Pick<AuditLog, 'append'>; readonly at: Date },
  { tenant, action, record, before, after }: Done,
): Promise<void> {
  return audit.append({ at, ...auditAuthorOf(context), tenantId: tenant, action, record, before: before ?? null, after: after ?? null });
}
