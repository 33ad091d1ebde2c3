import { beforeEach, describe, expect, it } from 'vitest';
import { createFakePaymentProvider } from '../../testing/fake-payment-provider.ts';
import { createCountingIds, createFixedClock, createInMemoryPayments, decidedOn, eventsOf, policyToIssue } from '../../testing/index.ts';
import { issuePolicy, lapsePolicy, type PaymentDeps, type PolicyEvent, policyOf, recordPayment } from '../index.ts';
import { beginPayment } from './begin-payment.ts';
import { payPolicy } from './pay-policy.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { settlePayment } from './settle-payment.ts';

const DAY_MS = 86_400_000;

describe('a payment for a policy', () => {
  const issued = eventsOf(issuePolicy(policyToIssue(), decidedOn('2027-02-10')));
  const { tenant, currency, terms } = policyOf(issued);
  const amount = terms[0].premium.total;
  let world: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => {
    world = await start();
  });

  async function start() {
    const units = createInMemoryPayments();
    const fake = createFakePaymentProvider();
    const clock = createFixedClock('2027-02-11T17:00:00.000Z');
    const deps: PaymentDeps = {
      ...units,
      provider: fake.provider,
      clock,
      ids: createCountingIds(),
      onPaid: async (unit, payment) => void (await payPolicy(unit, payment)),
    };
    await units.inUnit(({ policies }) => policies.add('p', issued));
    const append = (events: readonly PolicyEvent[]) =>
      units.inUnit(async ({ policies }) => policies.append(tenant, 'p', { after: (await policies.history(tenant, 'p')).length, events }));
    const policy = () => units.inUnit(async ({ policies }) => (await policies.find(tenant, 'p'))?.policy ?? expect.unreachable());
    const pay = async (term = 1) => {
      const asked = {
        tenant,
        payable: { kind: 'policy', id: 'p', term },
        amount,
        currency,
        description: 'A policy',
        returnUrl: 'https://s.example',
      } as const;
      const { payment } = await beginPayment(deps, asked);
      fake.become(payment.reference, 'paid');
      await settlePayment(deps, payment);
      return payment.id;
    };
    /** What the job does a day later. */
    const reconcile = async () => {
      clock.advance(DAY_MS);
      await reconcilePayments(deps, { olderThanMs: 0, limit: 10 });
      return fake.payments[0]?.known.refunded;
    };
    return { deps, clock, append, policy, pay, reconcile };
  }

  it('makes it active, by the id of the payment', async () => {
    const { pay, policy, reconcile } = world;
    const id = await pay();
    expect(await policy()).toMatchObject({ status: 'active', money: { in: amount, due: 0, out: 0 }, references: [id] });
    expect(await reconcile()).toBe(0);
  });

  it('goes back when it comes after the last day to pay', async () => {
    const { pay, policy, reconcile, clock, deps } = world;
    clock.advance(30 * DAY_MS);
    const id = await pay();
    expect(await policy()).toMatchObject({ status: 'awaiting-payment', money: { in: 0 } });
    expect(await deps.payments.find(tenant, id)).toMatchObject({ state: 'paid', refunds: [{ id: 'not-due', state: 'asked', amount }] });
    expect(await reconcile()).toBe(amount);
    expect(await deps.payments.find(tenant, id)).toMatchObject({ refunds: [{ state: 'refunded' }] });
    expect(await reconcile()).toBe(amount);
  });

  it('goes back when the policy has lapsed or was paid otherwise', async () => {
    const { append, pay, policy, reconcile } = world;
    await append(eventsOf(recordPayment(policyOf(issued), { amount, reference: 'by hand' }, decidedOn('2027-02-11'))));
    await pay();
    expect(await policy()).toMatchObject({ money: { in: amount }, references: ['by hand'] });
    expect(await reconcile()).toBe(amount);

    world = await start();
    await world.append(eventsOf(lapsePolicy(policyOf(issued), decidedOn('2027-03-02'))));
    await world.pay();
    expect(await world.policy()).toMatchObject({ status: 'lapsed', money: { in: 0 } });
    expect(await world.reconcile()).toBe(amount);
  });

  it('goes back when it is for another term than the one to pay', async () => {
    const { pay, policy, reconcile } = world;
    await pay(2);
    expect(await policy()).toMatchObject({ status: 'awaiting-payment' });
    expect(await reconcile()).toBe(amount);
  });
});
