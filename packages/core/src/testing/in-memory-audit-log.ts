import type { AuditEntry, AuditFilter, AuditLog } from '../audit/index.ts';

export function createInMemoryAuditLog(): AuditLog {
  const entries: AuditEntry[] = [];
  return {
    async append(entry) {
      entries.push(structuredClone({ ...entry, position: entries.length + 1 }));
    },
    async list({ limit, before = Number.POSITIVE_INFINITY, ...filter }) {
      const found = entries.filter((entry) => entry.position < before && fits(entry, filter)).reverse();
      return structuredClone(found.slice(0, limit));
    },
  };
}

function fits(entry: AuditEntry, { tenantId, actorId, action, record, since, until }: AuditFilter): boolean {
  return (
    (tenantId === undefined || entry.tenantId === tenantId) &&
    (actorId === undefined || entry.actor.id === actorId) &&
    (action === undefined || entry.action === action) &&
    (record === undefined || (entry.record.kind === record.kind && (record.id === undefined || entry.record.id === record.id))) &&
    (since === undefined || entry.at >= since) &&
    (until === undefined || entry.at < until)
  );
}
