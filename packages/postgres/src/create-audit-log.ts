import type { TenantId } from '@snout/core/accounts';
import type { AuditEntry, AuditLog, AuditQuery } from '@snout/core/audit';
import type { Selectable } from 'kysely';
import type { AuditTables } from './audit-tables.ts';
import type { Executor } from './database.ts';
import { withinScope } from './tenant-scope.ts';

export function createAuditLog(executor: Executor): AuditLog {
  return {
    async append({ at, actor, tenantId, action, record, requestId, before, after }) {
      await executor
        .insertInto('audit_entries')
        .values({
          at,
          actor_kind: actor.kind,
          actor_id: actor.id,
          tenant_id: tenantId,
          action,
          record_kind: record.kind,
          record_id: record.id,
          request_id: requestId,
          before: before && JSON.stringify(before),
          after: after && JSON.stringify(after),
        })
        .execute();
    },
    list(query) {
      const { tenantId } = query;
      // One tenant's members see its entries as the role that sees no others.
      const scope = tenantId === null || tenantId === undefined ? null : [tenantId as TenantId];
      return withinScope(executor, scope, (own) => listEntries(own, query));
    },
  };
}

async function listEntries(executor: Executor, filter: AuditQuery): Promise<readonly AuditEntry[]> {
  const { limit, before, tenantId, actorId, action, record, since, until } = filter;
  let query = executor.selectFrom('audit_entries').selectAll().orderBy('position', 'desc').limit(limit);
  if (before !== undefined) query = query.where('position', '<', before);
  if (tenantId === null) query = query.where('tenant_id', 'is', null);
  else if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId);
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (record !== undefined) query = query.where('record_kind', '=', record.kind);
  if (record?.id !== undefined) query = query.where('record_id', '=', record.id);
  if (since !== undefined) query = query.where('at', '>=', since);
  if (until !== undefined) query = query.where('at', '<', until);
  return (await query.execute()).map(toEntry);
}

function toEntry(row: Selectable<AuditTables['audit_entries']>): AuditEntry {
  return {
    position: Number(row.position),
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    tenantId: row.tenant_id,
    action: row.action,
    record: { kind: row.record_kind, id: row.record_id },
    requestId: row.request_id,
    before: row.before,
    after: row.after,
  };
}
