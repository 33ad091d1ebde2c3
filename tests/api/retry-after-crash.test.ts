import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_PATHS, apiPath } from '@snout/contract';
import { endLeftClaims } from '@snout/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { openWholeService, type WholeService } from './whole-service.ts';
import { idIn, json, signUp, type Visitor } from './with-accounts.ts';

/** Before the transaction of the work is committed; after it, before the answer is kept and given. */
const MOMENTS = ['before the commit', 'before the answer'] as const;
type Moment = (typeof MOMENTS)[number];

class Died extends Error {}

/** What was asked for, and what is to be counted once. */
interface Asked {
  ask(headers: Record<string, string>): Promise<Response>;
  /** How often it was done, by everything that tells. */
  done(): Promise<Readonly<Record<string, number>>>;
}

describe('a request with a key, repeated after the process died', () => {
  let folder: string;
  let whole: WholeService;
  let ada: Visitor;
  let dying: Moment | null = null;
  let keys = 0;

  /** A unit of work in which the process may die when all is written. */
  const mortal = <Stores>(run: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>) => {
    return <T>(work: (stores: Stores) => Promise<T>): Promise<T> =>
      run(async (stores) => {
        const made = await work(stores);
        if (dying === 'before the commit') throw new Died();
        return made;
      });
  };
  /** A dead process neither keeps its answer nor gives its claim back. */
  const unlessDead = async (work: () => Promise<void>) => {
    if (dying !== null) throw new Died();
    await work();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-retry-'));
    whole = await openWholeService(folder, ({ accountsUnitOfWork, petsUnitOfWork, webhooks, idempotentRequests: requests }) => ({
      accountsUnitOfWork: { run: mortal((work) => accountsUnitOfWork.run(work)) },
      petsUnitOfWork: { ...petsUnitOfWork, run: mortal((work) => petsUnitOfWork.run(work)) },
      webhooks: { ...webhooks, inUnit: mortal((work) => webhooks.inUnit(work)) },
      idempotentRequests: {
        ...requests,
        complete: (claim, answer) => unlessDead(() => requests.complete(claim, answer)),
        release: (claim) => unlessDead(() => requests.release(claim)),
      },
      clientAddressHeader: 'x-finder',
    }));
    await signUp(whole, 'Operator');
    ada = await signUp(whole, 'Ada');
  }, 300_000);
  afterAll(async () => {
    await whole.close();
    await rm(folder, { recursive: true });
  });

  const parsed = async (response: Response) => ({ status: response.status, text: await response.text() });
  const mailsTo = (address: string) => whole.mails.filter(({ to }) => to === address).length;
  const listed = async (path: string, field: string, isIt: (item: Record<string, unknown>) => boolean) => {
    const lists = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
    const list = lists.parse(await (await ada.ask(path)).json())[field];
    if (list === undefined) throw new Error(`No ${field} in the answer of ${path}.`);
    return list.filter(isIt).length;
  };
  const logged = async (tenantId: string, action: string) => (await whole.audit.list({ tenantId, action, limit: 100 })).length;
  const asked = (path: string, body: unknown) => (headers: Record<string, string>) => {
    const init = json(body);
    return ada.ask(path, { ...init, headers: { ...init.headers, ...headers } });
  };
  const organisation = (name: string) => idIn(ada.tell(API_PATHS.organisations, { kind: 'shelter', name }));

  const works: Record<string, (name: string) => Promise<Asked>> = {
    'makes one organisation': async (name) => ({
      ask: asked(API_PATHS.organisations, { kind: 'clinic', name }),
      done: async () => {
        const me = z.object({ memberships: z.array(z.object({ tenant: z.object({ id: z.string(), name: z.string() }) })) });
        const { memberships } = me.parse(await (await ada.ask(API_PATHS.me)).json());
        const mine = memberships.filter(({ tenant }) => tenant.name === name);
        const entries = await Promise.all(mine.map(({ tenant }) => logged(tenant.id, 'organisation-made')));
        return { organisations: mine.length, entries: entries.reduce((sum, count) => sum + count, 0) };
      },
    }),
    'invites a member with one mail': async (name) => {
      const tenantId = await organisation(name);
      const path = apiPath(API_PATHS.invitations, { tenantId });
      const email = `${name}@example.org`;
      return {
        ask: asked(path, { email, role: 'staff' }),
        done: async () => ({
          invitations: await listed(path, 'invitations', (invitation) => invitation['email'] === email),
          entries: await logged(tenantId, 'member-invited'),
          mails: mailsTo(email),
        }),
      };
    },
    'makes one API key': async (name) => {
      const tenantId = await organisation(name);
      const path = apiPath(API_PATHS.apiKeys, { tenantId });
      return {
        ask: asked(path, { name, scopes: ['pets:read'] }),
        done: async () => ({
          keys: await listed(path, 'keys', (key) => key['name'] === name),
          entries: await logged(tenantId, 'key-made'),
        }),
      };
    },
    'adds one webhook': async (name) => {
      const tenantId = await organisation(name);
      const path = apiPath(API_PATHS.webhooks, { tenantId });
      return {
        ask: asked(path, { url: 'https://receiver.example/hook', events: [], description: name }),
        done: async () => ({
          webhooks: await listed(path, 'webhooks', (webhook) => webhook['description'] === name),
          entries: await logged(tenantId, 'webhook-added'),
        }),
      };
    },
    "hands a finder's message on once": async (name) => {
      const owner = await signUp(whole, name);
      const body = form([await testPhoto({ animal: name, species: 'cat' })], { name });
      expect((await owner.ask(API_PATHS.pets, { method: 'POST', body })).status).toBe(201);
      const finder = { 'x-finder': `192.0.2.${keys}` };
      const photos = form([await testPhoto({ animal: name, species: 'cat', view: 7 })]);
      const found = await whole.service.request(API_PATHS.foundPets, { method: 'POST', body: photos, headers: finder });
      const { ticket } = z.object({ ticket: z.string() }).parse(await found.json());
      const before = mailsTo(`${name}@example.org`);
      const init = json({ ticket, message: 'At the mill.', contact: null });
      return {
        ask: async (headers) =>
          whole.service.request(API_PATHS.foundPetMessages, { ...init, headers: { ...init.headers, ...headers, ...finder } }),
        done: async () => ({ mails: mailsTo(`${name}@example.org`) - before }),
      };
    },
  };

  const cases = Object.entries(works).flatMap(([what, work]) => MOMENTS.map((moment) => ({ what, work, moment })));
  it.each(cases)('$what, when it died $moment', async ({ work, moment }) => {
    const name = `crash-${++keys}`;
    const { ask, done } = await work(name);
    const key = { 'idempotency-key': `${name}-of-the-test` };
    const doneTimes = async () => {
      await whole.jobs.runUntilEmpty();
      return Object.entries(await done());
    };

    dying = moment;
    const first = await parsed(
      await ask(key).finally(() => {
        dying = null;
      }),
    );
    // Else the test would not tell the two moments apart.
    for (const [, times] of await doneTimes()) expect(times).toBe(moment === 'before the commit' ? 0 : 1);

    // As the start after a crash does.
    await endLeftClaims(whole.database);
    const again = await ask(key);
    expect(again.status).toBeLessThan(300);
    expect(again.headers.has('idempotency-replayed')).toBe(false);
    const second = await parsed(again);
    if (moment === 'before the answer') expect(second).toEqual(first);
    const replayed = await ask(key);
    expect([replayed.headers.get('idempotency-replayed'), await parsed(replayed)]).toEqual(['true', second]);
    const times = await doneTimes();
    expect(times.length).toBeGreaterThan(0);
    for (const [what, count] of times) expect([what, count]).toEqual([what, 1]);
  });
});
