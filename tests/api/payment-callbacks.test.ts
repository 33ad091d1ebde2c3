import { beginPayment, issuePolicy, type PaymentDeps, PaymentProviderError, type ProviderCallback, policyOf } from '@snout/core/insurance';
import { createFixedClock, createInMemoryGallery, decidedOn, eventsOf, policyToIssue } from '@snout/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { sandboxPayments } from './sandbox-payments.ts';
import { createService, type Service } from './service.ts';

const ISSUED = eventsOf(issuePolicy(policyToIssue(), decidedOn('2027-02-10')));
const { tenant, currency, terms } = policyOf(ISSUED);
const PREMIUM = { ...{ tenant, currency, description: 'A policy', returnUrl: 'https://snout.example' }, amount: terms[0].premium.total };

describe("a payment provider's callbacks", () => {
  const clock = createFixedClock('2027-02-11T17:00:00.000Z');
  let payments: ReturnType<typeof sandboxPayments>;
  let service: Service;
  beforeEach(async () => {
    payments = sandboxPayments(clock);
    await payments.deps.inUnit(({ policies }) => policies.add('p', ISSUED));
    service = serve(payments.deps);
  });

  const serve = (deps: PaymentDeps) => createService(createInMemoryGallery(), { payments: deps, sandboxDesk: payments.provider });
  const post = async ({ headers, body }: ProviderCallback, provider = 'sandbox', to = service) => {
    const all = { 'content-type': 'application/json; charset=utf-8', ...headers } as Record<string, string>;
    const response = await to.request(`/api/payments/${provider}/callbacks`, { method: 'POST', headers: all, body });
    return response.status === 204 ? 204 : [response.status, JSON.parse(await response.text()).code];
  };
  /** Begun, and paid at the provider; Snout has not heard of it. */
  const paid = async () => {
    const begun = await beginPayment(payments.deps, { ...PREMIUM, payable: { kind: 'policy', id: 'p', term: 1 } });
    await payments.provider.choose(begun.payment.reference ?? '', 'pay');
    return { id: begun.payment.id, callback: payments.sent[0] ?? expect.unreachable() };
  };
  const policy = () => payments.deps.inUnit(async ({ policies }) => (await policies.find(tenant, 'p'))?.policy);

  it('pay the policy once, however often they come', async () => {
    const { id, callback } = await paid();
    expect(await policy()).toMatchObject({ status: 'awaiting-payment' });
    expect(await Promise.all([post(callback), post(callback)])).toEqual([204, 204]);
    expect(await post(callback)).toBe(204);
    expect(await policy()).toMatchObject({ status: 'active', references: [id], money: { in: PREMIUM.amount } });
  });

  it('are refused when they are forged, changed by a blank, or old', async () => {
    const { callback } = await paid();
    const refused = [400, 'callback-not-genuine'];
    expect(await post({ ...callback, body: callback.body.replace(':', ': ') })).toEqual(refused);
    expect(await post({ ...callback, headers: {} })).toEqual(refused);
    clock.advance(6 * 60_000);
    expect(await post(callback)).toEqual(refused);
    expect(await policy()).toMatchObject({ status: 'awaiting-payment' });
  });

  it('of nobody we know, or that are no JSON, or too large, are told so', async () => {
    const { callback } = await paid();
    expect(await post(callback, 'another')).toEqual([404, 'not-found']);
    expect(await post({ ...callback, body: 'paid!' })).toEqual([400, expect.any(String)]);
    expect(await post({ ...callback, body: `"${'a'.repeat(300_000)}"` })).toEqual([413, 'request-too-large']);
  });

  it('follow from what a payer chooses on the page of the sandbox', async () => {
    const asked = { ...PREMIUM, payable: { kind: 'policy', id: 'p', term: 1 }, description: 'Rex <b>& Co</b>' } as const;
    const begun = await beginPayment(payments.deps, asked);
    const path = `/sandbox-payments/${begun.payment.reference}`;
    const shown = async (headers: Record<string, string> = {}) => (await service.request(path, { headers })).text();
    const choose = (choice: string) => service.request(path, { method: 'POST', body: new URLSearchParams({ choice }) });
    expect(await shown()).toContain('Rex &lt;b&gt;&amp; Co&lt;/b&gt;: <strong>$');
    expect(await shown({ 'accept-language': 'zh-CN' })).toContain('模拟支付');
    expect(await (await choose('something')).text()).not.toContain('declined. You');
    expect(await (await choose('decline')).text()).toContain('The card was declined. You may try again.');
    const done = await choose('pay');
    expect([done.status, done.headers.get('location')]).toEqual([303, asked.returnUrl]);
    for (const callback of payments.sent) expect(await post(callback)).toBe(204);
    expect(await policy()).toMatchObject({ status: 'active' });
    expect(await shown()).toContain('Nothing can be paid here any more.');
    expect((await service.request('/sandbox-payments/sandbox-none')).status).toBe(404);
  });

  it('are heard also while the provider cannot be asked', async () => {
    const { callback } = await paid();
    const find = () => Promise.reject(new PaymentProviderError('provider-unreachable', 'sandbox did not answer.'));
    const away = serve({ ...payments.deps, provider: { ...payments.provider, find } });
    expect(await post(callback, 'sandbox', away)).toBe(204);
    expect(await policy()).toMatchObject({ status: 'awaiting-payment' });
  });
});
