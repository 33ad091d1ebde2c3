import type { AuditEntry } from './audit-entry.ts';
import type { AuditFilter, AuditLog } from './audit-log.port.ts';
import { csvLine } from './csv-line.ts';

const PAGE = 500;

/** Every entry, newest first, without ever holding more than a page in memory. */
export async function* auditEntries(log: AuditLog, filter: AuditFilter): AsyncGenerator<AuditEntry> {
  for (let before: number | undefined; ; ) {
    const page = await log.list({ ...filter, limit: PAGE, ...(before === undefined ? {} : { before }) });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    before = last.position;
  }
}

/** Lines of an export, each with its line end. CSV as in RFC 4180, with a line of names. */
export async function* exportAudit(log: AuditLog, filter: AuditFilter, format: 'ndjson' | 'csv'): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(CSV_COLUMNS.map(([name]) => name));
  for await (const entry of auditEntries(log, filter))
    yield format === 'csv' ? csvLine(CSV_COLUMNS.map(([, of]) => of(entry))) : `${JSON.stringify(entry)}\n`;
}

const CSV_COLUMNS: ReadonlyArray<readonly [name: string, of: (entry: AuditEntry) => string | number | null]> = [
  ['position', (entry) => entry.position],
  ['at', (entry) => entry.at.toISOString()],
  ['actor_kind', (entry) => entry.actor.kind],
  ['actor_id', (entry) => entry.actor.id],
  ['tenant_id', (entry) => entry.tenantId],
  ['action', (entry) => entry.action],
  ['record_kind', (entry) => entry.record.kind],
  ['record_id', (entry) => entry.record.id],
  ['request_id', (entry) => entry.requestId],
  ['before', (entry) => entry.before && JSON.stringify(entry.before)],
  ['after', (entry) => entry.after && JSON.stringify(entry.after)],
];
