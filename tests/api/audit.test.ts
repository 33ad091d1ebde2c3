import { auditListSchema, madeApiKeySchema, problemSchema } from '@snout/contract';
import type { NewAuditEntry } from '@snout/core/audit';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { enrol } from './everything-of.ts';
import { idIn, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const codeOf = async (response: Response | Promise<Response>) => problemSchema.parse(await (await response).json()).code;

describe('the audit log over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let bob: Visitor;
  let shelter: string;
  let clinic: string;

  const entry = (at: string, changes: Partial<NewAuditEntry>): NewAuditEntry => ({
    at: new Date(at),
    actor: { kind: 'person', id: 'ada' },
    tenantId: shelter,
    action: 'update',
    record: { kind: 'pet', id: 'mia' },
    requestId: null,
    before: { name: 'Mia' },
    after: { name: '=Mia, "the cat"' },
    ...changes,
  });

  beforeAll(async () => {
    ada = await signUp(opened(), 'Ada');
    bob = await signUp(opened(), 'Bob');
    shelter = await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }));
    clinic = await idIn(bob.tell('/api/organisations', { kind: 'clinic', name: 'Vets' }));
    const { audit } = opened();
    await audit.append(entry('2026-01-01T00:00:00Z', { action: 'enrol', before: null }));
    await audit.append(entry('2026-02-01T00:00:00Z', {}));
    await audit.append(entry('2026-03-01T00:00:00Z', { record: { kind: 'member', id: 'eve' }, actor: { kind: 'api-key', id: 'k' } }));
    await audit.append(entry('2026-03-01T00:00:00Z', { tenantId: clinic, action: 'erase' }));
  }, 300_000);

  const list = async (query = '') => {
    const response = await ada.ask(`/api/tenants/${shelter}/audit${query}`);
    expect(response.status).toBe(200);
    return auditListSchema.parse(await response.json());
  };

  it('tells of members, keys and preferences what was changed by whom, without names and addresses', async () => {
    const hospital = await idIn(bob.tell('/api/organisations', { kind: 'clinic', name: 'Hospital' }));
    const invited = await idIn(bob.tell(`/api/organisations/${hospital}/invitations`, { email: 'ada@example.org', role: 'viewer' }));
    await ada.ask(`/api/me/invitations/${invited}/accept`, { method: 'POST' });
    await bob.tell(`/api/organisations/${hospital}/members/${ada.id}`, { role: 'staff' }, 'PUT');
    await bob.ask(`/api/organisations/${hospital}/members/${ada.id}`, { method: 'DELETE' });
    const made = await (await bob.tell(`/api/tenants/${hospital}/api-keys`, { name: 'Feed of Bob', scopes: ['pets:read'] })).json();
    const { id } = (made as { key: { id: string } }).key;
    await bob.ask(`/api/tenants/${hospital}/api-keys/${id}`, { method: 'DELETE' });
    await bob.tell('/api/me/mails/photo-reminder', { isWanted: false }, 'PUT');
    const { audit } = opened();
    const entries = [
      ...(await audit.list({ tenantId: hospital, limit: 20 })),
      ...(await audit.list({ tenantId: bob.id, action: 'mails-chosen', limit: 1 })),
    ];
    expect(entries.map(({ action, actor, before, after }) => [action, actor.id === bob.id ? 'bob' : 'ada', before, after])).toEqual([
      ['key-revoked', 'bob', null, null],
      ['key-made', 'bob', null, { scopes: 'pets:read', expiresAt: null }],
      ['member-removed', 'bob', null, null],
      ['role-changed', 'bob', { role: 'viewer' }, { role: 'staff' }],
      ['member-joined', 'ada', null, null],
      ['member-invited', 'bob', null, { role: 'viewer' }],
      ['organisation-made', 'bob', null, { kind: 'clinic' }],
      ['mails-chosen', 'bob', null, { 'photo-reminder': false }],
    ]);
    expect(entries.every(({ requestId }) => requestId !== null)).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/example\.org|Feed|Hospital/);
  });

  it('names the pets that whoever asks may see, and those alone', async () => {
    const home = await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Home' }));
    const mine = await enrol(ada, 'Strolch', {}, { 'snout-tenant': home });
    const others = await enrol(bob, 'Bello');
    await opened().audit.append(
      entry('2026-01-01T00:00:00Z', { tenantId: home, action: 'registered', record: { kind: 'pet', id: others } }),
    );
    const path = `/api/tenants/${home}/audit?recordKind=pet`;
    const shown = auditListSchema.parse(await (await ada.ask(path)).json());
    expect(shown.entries.map(({ record }) => record.id).toSorted()).toEqual([mine, others].toSorted());
    expect(shown.pets).toEqual([{ id: mine, name: 'Strolch' }]);
    const shownTo = async (scopes: readonly string[]) => {
      const { secret } = madeApiKeySchema.parse(await (await ada.tell(`/api/tenants/${home}/api-keys`, { name: 'reader', scopes })).json());
      const response = await opened().service.request(path, { headers: { authorization: `Bearer ${secret}` } });
      return auditListSchema.parse(await response.json()).pets.map(({ name }) => name);
    };
    expect(await shownTo(['audit:read'])).toEqual([]);
    expect(await shownTo(['audit:read', 'pets:read'])).toEqual(['Strolch']);
  });

  it('cannot be changed or emptied, not even by the service itself', async () => {
    const { db } = opened().database;
    const { rows: before } = await sql`select * from audit_entries order by position`.execute(db);
    for (const statement of ["update audit_entries set action = 'nothing'", 'delete from audit_entries', 'truncate audit_entries']) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only');
    }
    expect((await sql`select * from audit_entries order by position`.execute(db)).rows).toEqual(before);
  });

  it("tells of the tenant's records alone, newest first, page by page", async () => {
    const first = await list('?limit=2');
    expect(first.entries.map(({ record, action }) => [record.id, action])).toEqual([
      ['eve', 'update'],
      ['mia', 'update'],
    ]);
    const second = await list(`?limit=2&after=${first.next}`);
    expect(second).toMatchObject({
      entries: [{ action: 'enrol', at: '2026-01-01T00:00:00.000Z', before: null }, { action: 'organisation-made' }],
      next: null,
    });
    expect(JSON.stringify([first, second])).not.toContain('erase');
  });

  it.each([
    ['?action=enrol', ['mia']],
    ['?recordKind=member', ['eve']],
    ['?recordKind=pet&recordId=mia', ['mia', 'mia']],
    ['?actorId=k', ['eve']],
    ['?since=2026-02-01T00:00:00Z&until=2026-03-01T00:00:00Z', ['mia']],
    ['?action=erase', []],
  ])('finds by %s', async (query, records) => {
    expect((await list(query)).entries.map(({ record }) => record.id)).toEqual(records);
  });

  it('is a file of lines, as JSON or as CSV that no spreadsheet runs', async () => {
    const asJson = await ada.ask(`/api/tenants/${shelter}/audit/export`);
    expect(asJson.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await asJson.text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).record.id)).toEqual(['eve', 'mia', 'mia', shelter]);
    const asCsv = await ada.ask(`/api/tenants/${shelter}/audit/export?format=csv&action=enrol`);
    expect(asCsv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(asCsv.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
    expect((await asCsv.text()).split('\r\n')).toEqual([
      'position,at,actor_kind,actor_id,tenant_id,action,record_kind,record_id,request_id,before,after',
      expect.stringMatching(/^\d+,2026-01-01T00:00:00\.000Z,person,ada,.*,enrol,pet,mia,,,/),
      '',
    ]);
  });

  it('is for owners, admins and keys with its scope, of this tenant', async () => {
    for (const path of ['/audit', '/audit/export']) {
      expect(await codeOf(bob.ask(`/api/tenants/${shelter}${path}`))).toBe('tenant-not-found');
      expect(await codeOf(ada.ask(`/api/tenants/${shelter}${path}?recordId=mia`))).toBe('invalid-request');
    }
    const id = await idIn(ada.tell(`/api/organisations/${shelter}/invitations`, { email: 'bob@example.org', role: 'reviewer' }));
    await bob.ask(`/api/me/invitations/${id}/accept`, { method: 'POST' });
    expect(await codeOf(bob.ask(`/api/tenants/${shelter}/audit`))).toBe('role-lacking');
    expect(await codeOf(bob.ask(`/api/tenants/${shelter}/audit/export`))).toBe('role-lacking');
  });
});
