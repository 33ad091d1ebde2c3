import type { AuditEntryDto, AuditFilterDto, AuditListDto } from '@snout/contract';
import { exportAuditRoute, listAuditRoute } from '@snout/contract/routes';
import type { TenantId } from '@snout/core/accounts';
import { type AuditEntry, type AuditFilter, exportAudit } from '@snout/core/audit';
import type { PetId } from '@snout/core/recognition';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { ProblemError } from '../problem-error.ts';
import { tenantOf } from '../signed-in.ts';

const TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

/** Who did what to a tenant's records. */
export function addAuditRoutes(app: ApiApp, { audit }: Pick<AppDeps, 'audit'>): void {
  app.openapi(listAuditRoute, async (context) => {
    const { limit, after, ...filter } = context.req.valid('query');
    const start = after === undefined ? {} : { before: after };
    // One more than asked for tells whether there is a next page.
    const found = await audit.list({ ...filterOf(tenantOf(context), filter), ...start, limit: limit + 1 });
    const page = found.slice(0, limit);
    const next = found.length > limit ? (page.at(-1)?.position ?? null) : null;
    return context.json({ entries: page.map(auditEntryDto), pets: await petsIn(page, context), next }, 200);
  });

  app.openapi(exportAuditRoute, (context) => {
    const { format, ...filter } = context.req.valid('query');
    const lines = exportAudit(audit, filterOf(tenantOf(context), filter), format);
    context.header('content-type', TYPES[format]);
    context.header('content-disposition', `attachment; filename="audit.${format}"`);
    context.header('cache-control', 'no-store');
    const log = context.get('log');
    return stream(
      context,
      async (output) => {
        for await (const line of lines) {
          // Whoever left must not make the rest of the log be read.
          if (output.aborted) return;
          await output.write(line);
        }
      },
      async (error) => log.error({ err: error }, 'an export of the audit log broke off'),
    );
  });
}

/** A key that reads the log may not see pets. */
async function petsIn(entries: readonly AuditEntry[], context: Context<AppEnvironment>): Promise<AuditListDto['pets']> {
  const actor = context.get('actor');
  if (actor.kind === 'api-key' && !actor.scopes.includes('pets:read')) return [];
  const ids = new Set(entries.flatMap(({ record }) => (record.kind === 'pet' ? [record.id as PetId] : [])));
  return [...(await context.get('gallery').namesOf([...ids]))].map(([id, name]) => ({ id, name }));
}

function filterOf(tenantId: TenantId, { recordKind, recordId, since, until, ...filter }: AuditFilterDto): AuditFilter {
  if (recordId !== undefined && recordKind === undefined) {
    throw new ProblemError('invalid-request', undefined, {
      errors: [{ field: 'recordKind', code: 'missing', message: 'Missing beside `recordId`.' }],
    });
  }
  return {
    ...filter,
    tenantId,
    ...(recordKind === undefined ? {} : { record: { kind: recordKind, ...(recordId === undefined ? {} : { id: recordId }) } }),
    ...(since === undefined ? {} : { since: new Date(since) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}

function auditEntryDto({ tenantId: _tenantId, at, ...entry }: AuditEntry): AuditEntryDto {
  return { ...entry, at: at.toISOString() };
}
