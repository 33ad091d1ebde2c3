import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_PATHS, apiPath, madeInvitationSchema } from '@snout/contract';
import type { TenantId, UserActor } from '@snout/core/accounts';
import { runErasure } from '@snout/core/erasure';
import { createGallery, createPetsUnitOfWork, openServer } from '@snout/postgres';
import { describeOnPostgres } from '@snout/postgres/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrol } from '../api/everything-of.ts';
import { createService, form } from '../api/service.ts';
import { OPERATOR, signedInAs } from '../api/signed-in.ts';
import { testPhoto } from '../api/test-photo.ts';
import { openWholeService, type WholeService } from '../api/whole-service.ts';
import { idIn, signUp, type Visitor } from '../api/with-accounts.ts';

const PEOPLE = 4;
const ORGANISATIONS = 2;
const ROUNDS = 2;
/** Requests under way for each tenant that is being erased, one after the other in each lane. */
const LANES = 2;
const REQUESTS = 4;
/** As often as the queue would try. */
const TRIES = 20;

interface Entangled {
  readonly people: readonly Visitor[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** What went wrong, by the code of the database where it has one. */
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

describeOnPostgres('erasures at the same time, on a server', (url) => {
  let folder: string;
  let whole: WholeService;
  let operator: Visitor;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-together-'));
    whole = await openWholeService(folder, undefined, () => openServer(url()));
    operator = await signUp(whole, 'Operator');
  }, 300_000);
  afterAll(async () => {
    await whole?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const told = async (who: Visitor, path: string, body: unknown) => {
    const response = await who.tell(path, body);
    expect([path, response.status, response.ok]).toEqual([path, response.status, true]);
    return response;
  };

  /** People who care for each other's pets, work in the same organisations and have written in each other's histories. */
  async function entangle(round: number): Promise<Entangled> {
    const people: Visitor[] = [];
    for (let number = 0; number < PEOPLE; number++) people.push(await signUp(whole, `Person-${round}-${number}`));
    const organisations: { id: string; name: string }[] = [];
    for (let number = 0; number < ORGANISATIONS; number++) {
      const name = `Organisation ${round} ${number}`;
      const id = await idIn(told(operator, API_PATHS.organisations, { kind: 'shelter', name }));
      organisations.push({ id, name });
      const asIt = { 'snout-tenant': id };
      const path = apiPath(API_PATHS.invitations, { tenantId: id });
      await told(operator, apiPath(API_PATHS.webhooks, { tenantId: id }), { url: 'https://hooks.example', events: [], description: '' });
      const stray = await enrol(operator, `stray-${round}-${number}`, { allowDuplicate: 'true' }, asIt);
      for (const [index, person] of people.entries()) {
        const email = `person-${round}-${index}@example.org`;
        const joining = await idIn(told(operator, path, { email, role: 'admin' }));
        await told(person, `/api/me/invitations/${joining}/accept`, {});
        await mark(person, stray, asIt);
        // Carers that are organisations, and invitations that nobody has accepted.
        await enrol(person, `of-${round}-${number}-${index}`, { allowDuplicate: 'true' }, asIt);
        await told(person, path, { email: `other-${index}@example.org`, role: 'viewer' });
      }
    }
    for (const [index, person] of people.entries()) {
      const shared = await enrol(person, `shared-${round}-${index}`, { allowDuplicate: 'true' });
      const own = await enrol(person, `own-${round}-${index}`, { allowDuplicate: 'true' });
      await told(person, apiPath(API_PATHS.petMerges, { petId: own }), {
        petId: await enrol(person, `twin-${round}-${index}`, { allowDuplicate: 'true' }),
      });
      for (const other of people.filter((one) => one !== person)) {
        const made = await (await told(person, apiPath(API_PATHS.petInvitations, { petId: shared }), { kind: 'carer' })).json();
        await told(other, '/api/pet-invitations/accept', { token: madeInvitationSchema.parse(made).token });
        await mark(other, shared);
      }
      await told(person, apiPath(API_PATHS.webhooks, { tenantId: person.id }), {
        url: 'https://hooks.example',
        events: [],
        description: '',
      });
    }
    return { people, organisations };
  }

  async function mark(who: Visitor, petId: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    const init = { method: 'PATCH', body: JSON.stringify({ marks: who.id }), headers: { 'content-type': 'application/json', ...headers } };
    expect((await who.ask(apiPath(API_PATHS.petProfile, { petId }), init)).status).toBe(200);
  }

  /** Each is asked for twice at the same time, and all at once. Gives what is answered. */
  async function askForAll({ people, organisations }: Entangled, round: number): Promise<readonly number[]> {
    const asked = [
      ...people.map(
        (person, index) => () =>
          person.tell(apiPath(API_PATHS.erasure, { tenantId: person.id }), {
            confirmation: `person-${round}-${index}@example.org`,
            alsoSharedPets: true,
          }),
      ),
      ...organisations.map(
        ({ id, name }) =>
          () =>
            operator.tell(apiPath(API_PATHS.erasure, { tenantId: id }), { confirmation: name, alsoSharedPets: true }),
      ),
    ];
    return (await Promise.all([...asked, ...asked].map((ask) => ask()))).map(({ status }) => status);
  }

  /** As the queue does it: again until it is done. Gives the errors on the way. */
  async function eraseUntilDone(id: string): Promise<readonly string[]> {
    const errors: string[] = [];
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const error = await runErasure(whole.erasure, id).then(() => null, codeOf);
      if (error === null) return errors;
      errors.push(error);
    }
    throw new Error(`Never done: ${errors.join(', ')}`);
  }

  /** Requests that were let in before the ways in were closed: whoever it is, they go on. Gives the answers that should not be. */
  async function goOn(tenant: string, lane: string): Promise<readonly unknown[]> {
    const membership = { tenant: tenant as TenantId, kind: 'shelter', name: tenant, role: 'owner' } as const;
    const actor: UserActor = { ...OPERATOR, id: operator.id, memberships: [membership] };
    const { clock } = whole.erasure;
    const ids = { next: () => crypto.randomUUID() };
    const petsUnitOfWork = createPetsUnitOfWork(whole.database, { clock, ids, jobsWithin: (executor) => whole.jobs.within(executor) });
    const service = createService(createGallery(whole.database), {
      ...signedInAs(actor),
      petsUnitOfWork,
      photos: whole.photos,
      clock,
    });
    const bad: unknown[] = [];
    const ask = async (path: string, init: RequestInit) => {
      const response = await service.request(path, init);
      const isGood = response.ok || [404, 409].includes(response.status);
      if (!isGood) bad.push([path, response.status, await response.clone().text()]);
      return response;
    };
    for (let request = 0; request < REQUESTS; request++) {
      const name = `${lane}-${request}`;
      const photos = [await testPhoto({ animal: name, view: 1 })];
      const made = await ask(API_PATHS.pets, { method: 'POST', body: form(photos, { name, allowDuplicate: 'true' }) });
      const petId = made.headers.get('location')?.split('/').at(-1);
      if (petId === undefined) continue;
      const headers = { 'content-type': 'application/json' };
      const more = form([await testPhoto({ animal: name, view: 2 })]);
      await ask(apiPath(API_PATHS.petPhotos, { petId }), { method: 'POST', body: more });
      await ask(apiPath(API_PATHS.petProfile, { petId }), { method: 'PATCH', body: JSON.stringify({ marks: name }), headers });
      await ask(apiPath(API_PATHS.petInvitations, { petId }), { method: 'POST', body: JSON.stringify({ kind: 'carer' }), headers });
      if (request % 2 === 1) await ask(apiPath(API_PATHS.pet, { petId }), { method: 'DELETE' });
    }
    return bad;
  }

  it('of people and organisations that have to do with each other, each twice, beside requests under way, end without a deadlock', {
    timeout: 600_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // All of them come from one address.
      await sql`delete from rate_limits`.execute(whole.database.db);
      const entangled = await entangle(round);
      const tenants = [...entangled.people, ...entangled.organisations].map(({ id }) => id);
      const lanes = (when: string) =>
        tenants.flatMap((tenant) => Array.from({ length: LANES }, (_, lane) => goOn(tenant, `${when}-${round}-${tenant}-${lane}`)));

      const [answers, before] = await Promise.all([askForAll(entangled, round), Promise.all(lanes('asked'))]);
      // Whoever asks second may find that nobody is let in any more.
      expect(answers.filter((status) => ![202, 401, 403, 404].includes(status))).toEqual([]);
      expect(answers.filter((status) => status === 202).length).toBeGreaterThanOrEqual(tenants.length);
      expect(before.flat()).toEqual([]);

      const { rows } = await sql<{ id: string }>`select id from erasures where finished_at is null order by id`.execute(whole.database.db);
      expect(rows).toHaveLength(tenants.length);
      const [errors, meanwhile] = await Promise.all([
        Promise.all([...rows, ...rows].map(({ id }) => eraseUntilDone(id))),
        Promise.all(lanes('erased')),
      ]);
      expect(meanwhile.flat()).toEqual([]);
      // A pet that was still being enrolled: the erasure is done again.
      expect(errors.flat().filter((code) => code !== '23503')).toEqual([]);
      for (const tenant of tenants) {
        const left = await sql`select id from pets where tenant_id = ${tenant}`.execute(whole.database.db);
        expect(left.rows).toEqual([]);
      }
    }
    const { rows } = await sql<{
      unfinished: number;
    }>`select count(*)::integer as unfinished from erasures where finished_at is null`.execute(whole.database.db);
    expect(rows).toEqual([{ unfinished: 0 }]);
  });
});
