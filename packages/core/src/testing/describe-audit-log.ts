import { beforeEach, describe, expect, it } from 'vitest';
import { type AuditEntry, type AuditLog, auditEntries, exportAudit, type NewAuditEntry } from '../audit/index.ts';

/** The contract of the AuditLog port: every implementation passes it. `create` gives an empty log. */
export function describeAuditLog(name: string, create: () => Promise<AuditLog>): void {
  describe(`audit log: ${name}`, () => {
    let log: AuditLog;
    beforeEach(async () => {
      log = await create();
    });

    const entry = (id: string, changes: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
      at: new Date('2026-03-01T10:00:00.000Z'),
      actor: { kind: 'person', id: 'ada' },
      tenantId: 'shelter',
      action: 'update',
      record: { kind: 'pet', id },
      requestId: 'request-1',
      before: { name: 'Mia' },
      after: { name: 'Mimi', weight: 4.5, neutered: null },
      ...changes,
    });
    const ids = (entries: readonly AuditEntry[]) => entries.map(({ record }) => record.id);

    it('gives entries back whole', async () => {
      const nightly = entry('two', { actor: { kind: 'service', id: null }, tenantId: null, requestId: null, before: null, after: null });
      await log.append(entry('one'));
      await log.append(nightly);
      const [second, first] = await log.list({ limit: 10 });
      expect(first).toEqual({ ...entry('one'), position: expect.any(Number) });
      expect(second).toEqual({ ...nightly, position: expect.any(Number) });
    });

    it('lists the newest first, a page at a time', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await log.append(entry(id));
      const page = await log.list({ limit: 2 });
      expect(ids(page)).toEqual(['e', 'd']);
      expect(ids(await log.list({ limit: 9, before: page[1]?.position ?? 0 }))).toEqual(['c', 'b', 'a']);
    });

    it('finds by tenant, actor, action, record and time', async () => {
      await log.append(entry('a'));
      await log.append(entry('b', { tenantId: 'clinic', actor: { kind: 'api-key', id: 'key-1' }, action: 'archive' }));
      await log.append(entry('a', { tenantId: null, record: { kind: 'photo', id: 'p' }, at: new Date('2026-03-02T00:00:00Z') }));
      const found = async (filter: object) => ids(await log.list({ limit: 9, ...filter }));
      expect(await found({ tenantId: 'clinic' })).toEqual(['b']);
      expect(await found({ tenantId: null })).toEqual(['p']);
      expect(await found({ actorId: 'key-1' })).toEqual(['b']);
      expect(await found({ action: 'archive' })).toEqual(['b']);
      expect(await found({ record: { kind: 'pet' } })).toEqual(['b', 'a']);
      expect(await found({ record: { kind: 'pet', id: 'a' } })).toEqual(['a']);
      expect(await found({ since: new Date('2026-03-02T00:00:00Z') })).toEqual(['p']);
      expect(await found({ until: new Date('2026-03-02T00:00:00Z') })).toEqual(['b', 'a']);
    });

    it('exports every entry, more than a page of them, in either format', async () => {
      for (let i = 0; i < 501; i++) await log.append(entry(`pet-${i}`));
      let count = 0;
      for await (const { position } of auditEntries(log, { tenantId: 'shelter' })) count += Math.sign(position);
      expect(count).toBe(501);
      const lines = await linesOf(exportAudit(log, {}, 'ndjson'));
      expect(JSON.parse(lines[500] ?? '')).toMatchObject({ record: { id: 'pet-0' }, at: '2026-03-01T10:00:00.000Z' });
    });

    it('exports CSV that a spreadsheet reads as text', async () => {
      await log.append(entry('=cmd()', { before: null, after: { name: 'a "b", c' } }));
      const lines = await linesOf(exportAudit(log, {}, 'csv'));
      expect(lines[0]).toBe('position,at,actor_kind,actor_id,tenant_id,action,record_kind,record_id,request_id,before,after\r\n');
      expect(lines[1]).toMatch(/,'=cmd\(\),request-1,,"\{""name"":""a \\""b\\"", c""\}"\r\n$/);
    });
  });
}

async function linesOf(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
