import { type ProblemDto, problemSchema } from '@snout/contract';
import {
  type InsuranceProductDto,
  insuranceProductListSchema,
  insuranceProductSchema,
  offeredProductsSchema,
  quoteSchema,
  readyProductListSchema,
} from '@snout/contract/insurance';
import type { Role, TenantId } from '@snout/core/accounts';
import { READY_PRODUCTS } from '@snout/core/insurance';
import { addDays, addMonths, dayIn } from '@snout/core/pets';
import { beforeAll, describe, expect, it } from 'vitest';
import { idIn, json, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const GB = READY_PRODUCTS['gb-yearly'];
const problemOf = async (response: Response | Promise<Response>): Promise<ProblemDto> => problemSchema.parse(await (await response).json());
const codeOf = async (response: Response | Promise<Response>) => (await problemOf(response)).code;
const today = () => dayIn(new Date(), GB.timeZone);
const inDays = (count: number) => addDays(today(), count);

describe('insurance products over HTTP', () => {
  const opened = withAccounts();
  const people = new Map<Role, Visitor>();
  let ada: Visitor;
  let bob: Visitor;
  let insurer: TenantId;
  let rival: TenantId;
  let shelter: TenantId;

  beforeAll(async () => {
    ada = await signUp(opened(), 'Ada');
    bob = await signUp(opened(), 'Bob');
    insurer = (await idIn(ada.tell('/api/organisations', { kind: 'insurer', name: 'Paw Mutual' }))) as TenantId;
    rival = (await idIn(bob.tell('/api/organisations', { kind: 'insurer', name: 'Tail Re' }))) as TenantId;
    shelter = (await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }))) as TenantId;
    for (const role of ['admin', 'staff', 'reviewer', 'viewer'] as const) {
      const person = await signUp(opened(), role);
      const id = await idIn(ada.tell(`/api/organisations/${insurer}/invitations`, { email: `${role}@example.org`, role }));
      expect((await person.ask(`/api/me/invitations/${id}/accept`, { method: 'POST' })).status).toBe(204);
      people.set(role, person);
    }
  }, 300_000);

  const as = (role: Role): Visitor => people.get(role) ?? ada;
  const of = (tenant: string, rest = '') => `/api/tenants/${tenant}/insurance-products${rest}`;
  const productIn = async (response: Response | Promise<Response>, status: number): Promise<InsuranceProductDto> => {
    const settled = await response;
    expect([settled.status, await settled.clone().text()]).toEqual([status, expect.any(String)]);
    return insuranceProductSchema.parse(await settled.json());
  };
  const add = (body: object = { ready: 'gb-yearly' }, who = ada) => productIn(who.tell(of(insurer), body), 201);
  const publish = (id: string, effectiveFrom: string, who = ada) => who.tell(of(insurer, `/${id}/publish`), { effectiveFrom });
  const save = (id: string, terms: object, who = ada) => who.tell(of(insurer, `/${id}/draft`), { terms }, 'PUT');
  const sold = async () => {
    const { id } = await add();
    await productIn(publish(id, today()), 200);
    return id;
  };
  const stranger = (number: number) => ({ 'x-finder': `192.0.2.${number}`, 'content-type': 'application/json' });
  const quote = async (id: string, changes: object = {}, tenant: string = insurer) => {
    const birth = { date: addMonths(today(), -30), estimated: false };
    const asked = { species: 'cat', birth, tier: 'silver', startsOn: today(), ...changes };
    const init = { ...json(asked), headers: stranger(1) };
    return opened().service.request(`/api/insurers/${tenant}/products/${id}/quotes`, init);
  };
  const quoted = async (id: string, changes: object = {}, tenant: string = insurer) =>
    quoteSchema.parse(await (await quote(id, changes, tenant)).json());

  it('begin from ready ones, which anybody can read, or from own terms', async () => {
    const ready = readyProductListSchema.parse(await (await opened().service.request('/api/ready-insurance-products')).json());
    expect(ready.products.map(({ id }) => id)).toEqual(['cn-yearly', 'us-yearly', 'gb-yearly']);
    for (const { id, terms } of ready.products) {
      const product = await add({ ready: id });
      expect(product).toMatchObject({ draft: { terms, faults: [] }, versions: [] });
      expect((await add({ terms })).draft?.terms).toEqual(terms);
    }
    expect(await codeOf(ada.tell(of(insurer), {}))).toBe('invalid-request');
    expect(await codeOf(ada.tell(of(insurer), { ready: 'gb-yearly', terms: GB }))).toBe('invalid-request');
  });

  it('are made once, however often the request is sent', async () => {
    const init = json({ ready: 'cn-yearly' });
    const headers = { ...init.headers, 'idempotency-key': 'one-product-only' };
    const [first, again] = [await ada.ask(of(insurer), { ...init, headers }), await ada.ask(of(insurer), { ...init, headers })];
    expect((await productIn(again, 201)).id).toBe((await productIn(first, 201)).id);
  });

  it('tell of a draft what is wrong with it, and are not published with that', async () => {
    const us = READY_PRODUCTS['us-yearly'];
    const waitingPeriods = us.waitingPeriods.map((period) => ({ ...period, days: 45 }));
    const { id, draft } = await add({ terms: { ...us, waitingPeriods } });
    expect(draft?.faults.map(({ field, code }) => [field, code])).toEqual([
      ['waitingPeriods.0', 'jurisdiction'],
      ['waitingPeriods.1', 'jurisdiction'],
      ['waitingPeriods.2', 'jurisdiction'],
    ]);
    const problem = await problemOf(publish(id, inDays(1)));
    expect(problem).toMatchObject({ code: 'product-faulty', status: 422 });
    expect(problem.errors?.map(({ field }) => field)).toEqual(['waitingPeriods.0', 'waitingPeriods.1', 'waitingPeriods.2']);
    expect((await productIn(save(id, us), 200)).draft?.faults).toEqual([]);
    expect((await productIn(publish(id, inDays(1)), 200)).versions).toHaveLength(1);
  });

  it('refuse terms of the wrong shape, and say where', async () => {
    const [tier] = GB.tiers;
    const { errors } = await problemOf(ada.tell(of(insurer), { terms: { ...GB, surprise: 1, tiers: [{ ...tier, annualLimit: 1.5 }] } }));
    expect(errors?.map(({ field, code }) => [field, code])).toEqual([
      ['terms.tiers.0.annualLimit', expect.any(String)],
      ['terms.surprise', 'unknown-field'],
    ]);
  });

  it('are published once, and their versions stay as they were', async () => {
    const { id } = await add();
    const first = await productIn(publish(id, today()), 200);
    expect(first).toMatchObject({ draft: null, versions: [{ version: 1, effectiveFrom: today(), terms: { freeLookDays: 14 } }] });
    expect(await codeOf(publish(id, inDays(1)))).toBe('product-without-draft');
    await productIn(save(id, { ...GB, freeLookDays: 30 }), 200);
    expect((await productIn(publish(id, inDays(10)), 200)).versions).toMatchObject([
      { version: 2, effectiveFrom: inDays(10), terms: { freeLookDays: 30 } },
      { version: 1, effectiveFrom: today(), terms: { freeLookDays: 14 } },
    ]);
  });

  it('published by two at the same moment get one version', async () => {
    const { id } = await add();
    const answers = await Promise.all([publish(id, today()), publish(id, today(), as('admin'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await productIn(ada.ask(of(insurer, `/${id}`)), 200)).versions).toHaveLength(1);
  });

  it('take no day in the past, none of the version before or earlier, and no other currency', async () => {
    const { id } = await add();
    expect(await codeOf(publish(id, inDays(-1)))).toBe('product-dates-overlap');
    await productIn(publish(id, inDays(5)), 200);
    await productIn(save(id, GB), 200);
    expect(await codeOf(publish(id, inDays(5)))).toBe('product-dates-overlap');
    expect(await codeOf(publish(id, inDays(4)))).toBe('product-dates-overlap');
    expect(await codeOf(publish(id, '2026-02-30'))).toBe('invalid-request');
    await productIn(save(id, { ...GB, currency: 'EUR' }), 200);
    expect((await problemOf(publish(id, inDays(6)))).errors).toMatchObject([{ field: 'currency' }]);
  });

  it('are changed by owners and admins, read by staff and reviewers, and not by viewers', async () => {
    const { id } = await add({ ready: 'gb-yearly' }, as('admin'));
    for (const role of ['staff', 'reviewer'] as const) {
      expect((await productIn(as(role).ask(of(insurer, `/${id}`)), 200)).id).toBe(id);
      expect(await codeOf(save(id, GB, as(role)))).toBe('role-lacking');
      expect(await codeOf(publish(id, today(), as(role)))).toBe('role-lacking');
    }
    expect(await codeOf(as('viewer').ask(of(insurer)))).toBe('role-lacking');
    expect(await codeOf(as('viewer').ask(of(insurer, `/${id}`)))).toBe('role-lacking');
  });

  it('are managed by keys with their scope', async () => {
    const key = { tenant: insurer, name: 'core system', scopes: ['insurance' as const], expiresAt: null, createdBy: ada.id };
    const { secret } = await opened().apiKeys.add(key);
    const response = opened().service.request(of(insurer), { headers: { authorization: `Bearer ${secret}` } });
    expect(insuranceProductListSchema.parse(await (await response).json()).products.length).toBeGreaterThan(0);
  });

  it("are not there for others, neither by their own tenant's address nor by this one", async () => {
    const { id } = await add();
    for (const [path, init] of [
      [`/${id}`, {}],
      [`/${id}/draft`, json({ terms: GB }, 'PUT')],
      [`/${id}/publish`, json({ effectiveFrom: today() })],
    ] as const) {
      expect([path, await codeOf(bob.ask(of(rival, path), init))]).toEqual([path, 'product-not-found']);
      expect([path, await codeOf(bob.ask(of(insurer, path), init))]).toEqual([path, 'tenant-not-found']);
    }
    expect(await (await bob.ask(of(rival))).json()).toEqual({ products: [] });
    expect((await productIn(ada.ask(of(insurer, `/${id}`)), 200)).versions).toEqual([]);
  });

  it('belong to insurers only', async () => {
    expect(await codeOf(ada.tell(of(shelter), { ready: 'gb-yearly' }))).toBe('not-an-insurer');
    expect(await codeOf(ada.ask(of(shelter)))).toBe('not-an-insurer');
    expect(await codeOf(ada.ask(of(ada.id)))).toBe('not-an-insurer');
  });

  it('leave in the log who did what', async () => {
    const id = await sold();
    const entries = (await opened().audit.list({ tenantId: insurer, limit: 50 })).filter(({ record }) => record.id === id);
    expect(entries.map(({ action }) => action).sort()).toEqual(['product-added', 'product-published']);
    expect(entries.find(({ action }) => action === 'product-published')).toMatchObject({
      actor: { kind: 'person', id: ada.id },
      after: { version: 1, effectiveFrom: today(), currency: 'GBP' },
    });
  });

  it('are shown to anybody as they are sold on a day, and drafts to nobody', async () => {
    const { id } = await add();
    const offered = async (query = '') => {
      const response = await opened().service.request(`/api/insurers/${insurer}/products${query}`);
      const { products, insurer: by } = offeredProductsSchema.parse(await response.json());
      expect(by).toEqual({ id: insurer, name: 'Paw Mutual' });
      return products.find(({ productId }) => productId === id)?.version;
    };
    expect(await offered()).toBeUndefined();
    await productIn(publish(id, inDays(3)), 200);
    await productIn(save(id, { ...GB, freeLookDays: 21 }), 200);
    await productIn(publish(id, inDays(6)), 200);
    const days = [2, 3, 5, 6].map((count) => offered(`?on=${inDays(count)}`));
    expect(await Promise.all(days)).toEqual([undefined, 1, 1, 2]);
    expect(await codeOf(opened().service.request(`/api/insurers/${shelter}/products`))).toBe('insurer-not-found');
    expect(await codeOf(opened().service.request(`/api/insurers/${insurer}/products?on=soon`))).toBe('invalid-request');
  });

  it('are quoted to anybody, line by line, with waiting periods and disclosures', async () => {
    const id = await sold();
    const answer = await quoted(id, { choices: [{ factor: 'pets', choice: 'more' }] });
    if (answer.kind !== 'quoted') throw new Error('There is a quote.');
    expect(answer).toMatchObject({ product: { productId: id, version: 1 }, currency: 'GBP', birthDateMatters: false });
    expect(answer.premium.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['base', 15_000],
      ['factor', -1500],
      ['tax', 1620],
    ]);
    expect(answer.premium.total).toBe(answer.premium.lines.reduce((sum, { amount }) => sum + amount, 0));
    expect(answer.waiting).toContainEqual({ cause: 'illness', days: 14, waivableByExam: false, coveredFrom: inDays(14) });
    expect(answer.disclosures).toEqual(GB.disclosures);
    const lastYear = String(Number(today().slice(0, 4)) - 1);
    expect(await quoted(id, { birth: { date: lastYear, estimated: true } })).toMatchObject({ birthDateMatters: true });
  });

  it('say why there is no quote', async () => {
    const id = await sold();
    const reasons = async (changes: object, productId = id, tenant: string = insurer) => {
      const answer = await quoted(productId, changes, tenant);
      return answer.kind === 'none' ? answer.reasons : answer.kind;
    };
    expect(await reasons({ birth: { date: today() } })).toEqual([{ kind: 'too-young', canStartOn: addMonths(today(), 2) }]);
    expect(await reasons({ birth: { date: addMonths(today(), -121) } })).toEqual([{ kind: 'too-old' }]);
    expect(await reasons({ birth: { date: 'spring' }, tier: 'iron' })).toEqual([
      { kind: 'tier-unknown' },
      { kind: 'birth-date', fault: 'not-a-date' },
    ]);
    expect(await reasons({ choices: [{ factor: '__proto__', choice: 'x' }] })).toEqual([{ kind: 'choice-unknown', factor: '__proto__' }]);
    const none = [{ kind: 'not-in-force' }];
    expect(await reasons({ startsOn: inDays(-1) })).toEqual(none);
    expect(await reasons({}, (await add()).id)).toEqual(none);
    expect(await reasons({}, id, rival)).toEqual(none);
    expect(await codeOf(quote(id, {}, shelter))).toBe('insurer-not-found');
  });

  it('are quoted 120 times an hour to one address', async () => {
    const id = await sold();
    const body = { species: 'dog', birth: { date: addMonths(today(), -30) }, tier: 'gold', startsOn: today() };
    const asked = () => opened().service.request(`/api/insurers/${insurer}/products/${id}/quotes`, { ...json(body), headers: stranger(2) });
    for (let number = 0; number < 120; number++) expect((await asked()).status).toBe(200);
    const refused = await asked();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});
