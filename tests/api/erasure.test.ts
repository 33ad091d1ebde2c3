import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identificationSchema, petSchema, problemSchema } from '@snout/contract';
import { applicationSchema } from '@snout/contract/application';
import type { AuditEntry } from '@snout/core/audit';
import { READY_PRODUCTS } from '@snout/core/insurance';
import { dayIn } from '@snout/core/pets';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrol, fillEveryTable, MARKER } from './everything-of.ts';
import { filesThatName, rowsThatName, tablesWithout } from './scan-everything.ts';
import { form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { openWholeService, type WholeService } from './whole-service.ts';
import { cookieOf, idIn, json, PASSWORD, signUp, type Visitor, visitorWith } from './with-accounts.ts';

const EMAIL = `${MARKER.toLowerCase()}@example.org`;
const unzipped = async (zip: Promise<Response>) => unzipSync(new Uint8Array(await (await zip).arrayBuffer()));
const codeOf = async (response: Response | Promise<Response>) => problemSchema.parse(await (await response).json()).code;

describe('erasing everything', () => {
  let folder: string;
  let whole: WholeService;
  let bob: Visitor;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-erasure-'));
    whole = await openWholeService(folder);
    await signUp(whole, 'Operator');
    bob = await signUp(whole, 'Bob');
  }, 300_000);
  afterAll(async () => {
    await whole.close();
    await rm(folder, { recursive: true });
  });

  const erase = (who: Visitor, tenant: string, body: object) => who.tell(`/api/tenants/${tenant}/erasure`, body);
  const known = async (who: Visitor, animal: string) => {
    const body = form([await testPhoto({ animal, view: 7 })]);
    const { photos } = identificationSchema.parse(await (await who.ask('/api/identify', { method: 'POST', body })).json());
    return photos.map((photo) => (photo.kind === 'identified' ? photo.heads[0]?.verdict.kind : photo.kind));
  };

  it('of a person leaves nothing in any table, file, job or search', { timeout: 300_000 }, async () => {
    const ada = await signUp(whole, MARKER);
    const { pets, insured } = await fillEveryTable(whole, ada, bob);
    const words = [MARKER, EMAIL, ada.id, ...pets, createHash('sha256').update(EMAIL).digest('hex')];
    // Otherwise nothing would be proved. Not yet, and never: nobody is invited into a personal tenant, and it sells no insurance.
    const insurers = ['insurance_applications.tenant_id', 'insurance_policies.tenant_id', 'insurance_products.tenant_id'];
    const without = ['erasures.requested_by', 'erasures.tenant_id', ...insurers, 'payments.tenant_id', 'tenant_invitations.tenant_id'];
    expect(await tablesWithout(whole.database, ada.id)).toEqual(without);
    expect((await filesThatName(join(folder, 'photos'), MARKER)).length).toBe(7);
    expect((await filesThatName(join(folder, 'outbox'), EMAIL)).length).toBeGreaterThan(0);
    expect(await known(bob, `${MARKER}-3`)).toEqual(['match']);
    // Whoever cares for a pet may compare photos with it: its marks are kept, as what belongs to the photo.
    const marks = async () => (await sql<{ photo_id: string }>`select photo_id from photo_marks`.execute(whole.database.db)).rows.length;
    const lost = form([await testPhoto({ animal: `${MARKER}-3`, view: 5 })]);
    const checked = await Promise.all(pets.map((id) => bob.ask(`/api/pets/${id}/verify`, { method: 'POST', body: lost })));
    expect(checked.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
    expect(await marks()).toBe(2);

    const plan = await (await ada.ask(`/api/tenants/${ada.id}/erasure`)).json();
    expect(plan).toMatchObject({ kind: 'person', confirmWith: EMAIL, pets: 3, sharedPets: 1, isFresh: true, backupDays: 30 });
    expect(await codeOf(erase(ada, ada.id, { confirmation: 'yes' }))).toBe('confirmation-differs');
    expect(await codeOf(erase(ada, ada.id, { confirmation: EMAIL }))).toBe('pets-shared');
    whole.setAhead(3600);
    expect(await codeOf(erase(ada, ada.id, { confirmation: EMAIL, alsoSharedPets: true }))).toBe('fresh-sign-in-required');
    whole.setAhead(0);
    expect(await rowsThatName(whole.database, [ada.id])).not.toEqual([]);
    const answer = await erase(ada, ada.id, { confirmation: ` ${EMAIL.toUpperCase()}`, alsoSharedPets: true });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(await codeOf(ada.ask('/api/me'))).toBe('sign-in-required');
    const outcomes = await whole.jobs.runUntilEmpty();
    expect(outcomes.map(({ name, kind }) => [name, kind])).toEqual([
      ['erase-tenant', 'done'],
      ['send-mail', 'done'],
    ]);

    // Ids, and nothing else, stay in the log, on the list of erasures and in what happened to an insurer's policy.
    const policies = [`insurance_applications: ${insured}`, ...[ada.id, insured].map((id) => `insurance_policy_events: ${id}`)];
    const kept = [...[ada.id, ...pets].map((id) => `audit_entries: ${id}`), `erasures: ${ada.id}`, ...policies];
    expect(await rowsThatName(whole.database, words)).toEqual(kept.toSorted());
    expect(await filesThatName(join(folder, 'photos'), MARKER)).toEqual([]);
    expect(await filesThatName(join(folder, 'outbox'), EMAIL)).toEqual([expect.stringMatching(/erasure-done/)]);
    expect(await known(bob, `${MARKER}-3`)).toEqual(['unknown']);
    expect(await marks()).toBe(0);
    const { rows } = await sql`select kind, pets, files, requested_by from erasures`.execute(whole.database.db);
    expect(rows).toEqual([{ kind: 'person', pets: 3, files: 6, requested_by: null }]);

    const again = await signUp(whole, MARKER);
    expect(again.id).not.toBe(ada.id);
    expect(await (await again.ask('/api/pets')).json()).toMatchObject({ pets: [] });
  });

  it('can be preceded by an export of what is known of oneself', async () => {
    const dora = await signUp(whole, 'Dora');
    const shelter = await idIn(dora.tell('/api/organisations', { kind: 'shelter', name: 'Dogs' }));
    await dora.tell('/api/me/mails/photo-reminder', { isWanted: false }, 'PUT');
    const exported = (headers: Record<string, string> = {}) => unzipped(dora.ask('/api/export', { headers }));
    const account = JSON.parse(strFromU8((await exported())['account.json'] ?? new Uint8Array()));
    expect(account).toMatchObject({
      profile: { id: dora.id, email: 'dora@example.org' },
      memberships: [{ tenant: dora.id }, { tenant: shelter, role: 'owner' }],
      sessions: [{ id: expect.any(String) }],
      preferences: { unwantedMails: ['photo-reminder'], pushBrowsers: [] },
    });
    expect(account.audit.map(({ action }: { action: string }) => action)).toEqual(expect.arrayContaining(['account-made', 'signed-in']));
    expect(account.audit.every(({ actor, tenantId }: AuditEntry) => actor.id === dora.id || tenantId === dora.id)).toBe(true);
    expect(Object.keys(await exported({ 'snout-tenant': shelter }))).not.toContain('account.json');
  });

  it('of an organisation takes its pets and leaves its people their accounts', async () => {
    const cleo = await signUp(whole, 'Cleo');
    const shelter = await idIn(cleo.tell('/api/organisations', { kind: 'shelter', name: 'Old  Paws' }));
    await enrol(cleo, 'tramp', {}, { 'snout-tenant': shelter });
    const own = await enrol(cleo, 'own');
    expect(await codeOf(erase(bob, shelter, { confirmation: 'Old Paws' }))).toBe('tenant-not-found');
    expect(await codeOf(bob.ask(`/api/tenants/${shelter}/export`))).toBe('tenant-not-found');
    const invitation = await idIn(cleo.tell(`/api/organisations/${shelter}/invitations`, { email: 'bob@example.org', role: 'admin' }));
    await bob.tell(`/api/me/invitations/${invitation}/accept`, {});
    expect(await codeOf(erase(bob, shelter, { confirmation: 'Old Paws' }))).toBe('role-lacking');
    const { pets: taken } = JSON.parse(
      strFromU8((await unzipped(bob.ask(`/api/tenants/${shelter}/export`)))['pets.json'] ?? new Uint8Array()),
    );
    expect(taken).toMatchObject([{ name: 'tramp' }]);
    await cleo.tell(`/api/organisations/${shelter}/members/${bob.id}`, { role: 'staff' }, 'PUT');
    expect(await codeOf(bob.ask(`/api/tenants/${shelter}/export`))).toBe('role-lacking');
    expect(await codeOf(erase(cleo, cleo.id, { confirmation: 'cleo@example.org' }))).toBe('organisation-needs-owner');
    expect((await erase(cleo, shelter, { confirmation: 'old paws' })).status).toBe(202);
    expect(await codeOf(cleo.ask(`/api/organisations/${shelter}/members`))).toBe('tenant-not-found');
    await whole.jobs.runUntilEmpty();
    expect(await rowsThatName(whole.database, [shelter])).toEqual([`audit_entries: ${shelter}`, `erasures: ${shelter}`]);
    const { pets } = (await (await cleo.ask('/api/pets')).json()) as { pets: { id: string }[] };
    expect(pets.map(({ id }) => id)).toEqual([own]);
    expect((await erase(cleo, cleo.id, { confirmation: 'cleo@example.org' })).status).toBe(202);
  });

  it('is not done while anything names the person, also in a table that nobody thought of', async () => {
    await whole.jobs.runUntilEmpty();
    const egon = await signUp(whole, 'Egon');
    const { db } = whole.database;
    await sql`create table later_things (id integer primary key, made_by text not null)`.execute(db);
    await sql`insert into later_things values (1, ${egon.id}), (2, 'somebody else')`.execute(db);
    expect((await erase(egon, egon.id, { confirmation: 'egon@example.org' })).status).toBe(202);
    const erasures = async (ahead: boolean) => (await whole.jobs.runUntilEmpty({ ahead })).filter(({ name }) => name === 'erase-tenant');
    const error = expect.objectContaining({ message: '1 rows still name what was erased.' });
    expect(await erasures(false)).toMatchObject([{ kind: 'failed', error }]);
    const unfinished = sql`select tenant_id from erasures where finished_at is null`;
    expect((await unfinished.execute(db)).rows).toEqual([{ tenant_id: egon.id }]);
    await sql`delete from later_things where made_by = ${egon.id}`.execute(db);
    expect(await erasures(true)).toMatchObject([{ kind: 'done' }]);
    expect((await unfinished.execute(db)).rows).toEqual([]);
    await sql`drop table later_things`.execute(db);
  });

  it("leaves an insurer's record of the animal, with its photos, and takes the person off the application", async () => {
    await whole.jobs.runUntilEmpty();
    const fred = await signUp(whole, 'Fred');
    const insurer = await idIn(bob.tell('/api/organisations', { kind: 'insurer', name: 'Tail Re' }));
    const product = await idIn(bob.tell(`/api/tenants/${insurer}/insurance-products`, { ready: 'us-yearly' }));
    const day = dayIn(new Date(Date.now() + 86_400_000), 'America/New_York');
    expect((await bob.tell(`/api/tenants/${insurer}/insurance-products/${product}/publish`, { effectiveFrom: day })).status).toBe(200);
    const profile = JSON.stringify({ birth: { date: '2021-05-04', precision: 'day', estimated: false } });
    const petId = await enrol(fred, 'fido', { profile });
    const accepted = READY_PRODUCTS['us-yearly'].disclosures.map(({ id }) => id);
    const asked = { petId, tier: 'standard', startsOn: day, accepted, language: 'en' };
    const id = await idIn(fred.tell(`/api/insurers/${insurer}/products/${product}/applications`, asked));
    const seen = async () => applicationSchema.parse(await (await bob.ask(`/api/tenants/${insurer}/insurance-applications/${id}`)).json());
    expect(await seen()).toMatchObject({ state: 'accepted', applicantId: fred.id });

    expect((await erase(fred, fred.id, { confirmation: 'fred@example.org' })).status).toBe(202);
    expect((await whole.jobs.runUntilEmpty()).filter(({ name }) => name === 'erase-tenant')).toMatchObject([{ kind: 'done' }]);
    const { applicantId, animalId } = await seen();
    expect(applicantId).toBeNull();
    const animal = await bob.ask(`/api/pets/${animalId}`, { headers: { 'snout-tenant': insurer } });
    const { photos } = petSchema.parse(await animal.json());
    expect(photos).toHaveLength(2);
    expect((await bob.ask(photos[0]?.url ?? '', { headers: { 'snout-tenant': insurer } })).status).toBe(200);
  });

  it('of the operator waits until there is nobody else', async () => {
    const operator = await signInAs('operator@example.org');
    const { id } = (await (await operator.ask('/api/me')).json()) as { id: string };
    expect(await codeOf(erase({ ...operator, id }, id, { confirmation: 'operator@example.org' }))).toBe('operator-stays');
  });

  const signInAs = async (email: string) => {
    return visitorWith(
      whole.service,
      cookieOf(await whole.service.request('/api/auth/sign-in/email', json({ email, password: PASSWORD }))),
    );
  };
});
