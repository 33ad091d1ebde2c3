import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginPayment,
  type Payment,
  type PaymentDeps,
  type PaymentToAsk,
  reconcilePayments,
  refundPayment,
  settleByReference,
  settlePayment,
} from '../insurance/index.ts';
import { INSURANCE_TENANTS } from './describe-product-store.ts';
import { createFakePaymentProvider } from './fake-payment-provider.ts';
import { createCountingIds, createFixedClock } from './fixed-clock-and-ids.ts';

const [MUTUAL, TAIL] = INSURANCE_TENANTS;
const MINUTE_MS = 60_000;
const PREMIUM: PaymentToAsk = {
  ...{ tenant: MUTUAL, payable: { kind: 'policy', id: 'p', term: 1 }, amount: 48_250, currency: 'USD' },
  ...{ description: 'Policy 7K3F-9Q2M-XW4T', returnUrl: 'https://snout.example/policies/p' },
};
const OLD = { olderThanMs: 10 * MINUTE_MS, limit: 10 };

function begin(inUnits: Pick<PaymentDeps, 'payments' | 'inUnit'>) {
  const fake = createFakePaymentProvider();
  const clock = createFixedClock();
  const paid: Payment[] = [];
  const deps: PaymentDeps = {
    ...{ ...inUnits, provider: fake.provider, clock, ids: createCountingIds('payment') },
    // Asks for something first, as a change of the policy would: so two at the same time really meet.
    onPaid: async (unit, payment) => {
      await unit.policies.find(payment.tenant, payment.payable.id);
      paid.push(payment);
    },
  };
  const begun = async (changes: Partial<PaymentToAsk> = {}) => {
    const result = await beginPayment(deps, { ...PREMIUM, ...changes });
    return result.kind === 'begun' ? result.payment : expect.unreachable(result.kind);
  };
  const paidOne = async () => {
    const payment = await begun();
    fake.become(payment.reference, 'paid');
    return (await settlePayment(deps, payment)).payment;
  };
  const refund = (paymentId: string, refundId: string, amount: number) =>
    refundPayment(deps, { tenant: MUTUAL, paymentId, refundId, amount });
  return { deps, fake, clock, paid, begun, paidOne, refund, find: (id: string) => deps.payments.find(MUTUAL, id) };
}

type World = ReturnType<typeof begin>;

/** What payments do over a store and its transactions. `create` gives an empty store that knows INSURANCE_TENANTS. */
export function describePayments(name: string, create: () => Promise<Pick<PaymentDeps, 'payments' | 'inUnit'>>): void {
  describe(`payments: ${name}`, () => {
    let world: World;
    beforeEach(async () => {
      world = begin(await create());
    });
    describe('beginning', () => describeBeginning(() => world));
    describe('settling', () => describeSettling(() => world));
    describe('paying back', () => describeRefunds(() => world));
    describe('reconciling', () => describeReconciling(() => world));
  });
}

function describeBeginning(world: () => World): void {
  it('gives a page to pay on, and the same one while it can be paid there', async () => {
    const { begun, fake, find, deps } = world();
    const all = await Promise.all([begun(), begun(), begun()]);
    expect(new Set(all.map(({ payUrl }) => payUrl)).size).toBe(1);
    expect(await begun()).toMatchObject({ id: all[0]?.id, state: 'open', payUrl: 'https://pay.example/fake-1', reference: 'fake-1' });
    expect(fake.payments).toHaveLength(1);
    expect(await deps.payments.ofPayable(MUTUAL, PREMIUM.payable)).toEqual([await find(all[0]?.id ?? '')]);
    await begun({ payable: { ...PREMIUM.payable, term: 2 } });
    await begun({ tenant: TAIL });
    expect(fake.payments).toHaveLength(3);
    expect([await deps.payments.find(TAIL, all[0]?.id ?? ''), (await deps.payments.ofPayable(TAIL, PREMIUM.payable)).length]).toEqual([
      null,
      1,
    ]);
  });

  it('is done once when the answer is lost', async () => {
    const { begun, fake, deps } = world();
    fake.trouble.after = true;
    await expect(beginPayment(deps, PREMIUM)).rejects.toMatchObject({ code: 'provider-unreachable' });
    expect(await deps.payments.ofPayable(MUTUAL, PREMIUM.payable)).toMatchObject([{ state: 'beginning', reference: null }]);
    fake.trouble.after = false;
    expect(await begun()).toMatchObject({ state: 'open', reference: 'fake-1' });
    expect(fake.payments).toHaveLength(1);
  });

  it('knows what was paid meanwhile, and begins anew only what is over', async () => {
    const { begun, fake, deps, paid } = world();
    const first = await begun();
    fake.become(first.reference, 'expired');
    const second = await begun();
    expect(second.id).not.toBe(first.id);
    fake.become(second.reference, 'paid');
    for (const _again of [1, 2])
      expect(await beginPayment(deps, PREMIUM)).toMatchObject({ kind: 'already-paid', payment: { id: second.id } });
    expect(paid.map(({ id }) => id)).toEqual([second.id]);
    expect((await deps.payments.ofPayable(MUTUAL, PREMIUM.payable)).map(({ state }) => state)).toEqual(['expired', 'paid']);
  });

  it('does not go on with a page for another amount, and begins none for nothing', async () => {
    const { begun, deps } = world();
    await begun();
    expect(await beginPayment(deps, { ...PREMIUM, amount: 1 })).toMatchObject({ kind: 'other-amount', payment: { amount: 48_250 } });
    for (const amount of [0, -1, 0.5]) await expect(beginPayment(deps, { ...PREMIUM, amount })).rejects.toThrow(RangeError);
  });
}

function describeSettling(world: () => World): void {
  it('happens once, however many ask at the same time', async () => {
    const { begun, fake, deps, paid, find, clock } = world();
    const payment = await begun();
    expect(await settlePayment(deps, payment)).toMatchObject({ kind: 'unsettled' });
    fake.become(payment.reference, 'paid');
    clock.advance(MINUTE_MS);
    const reference = payment.reference ?? '';
    const all = await Promise.all([settlePayment(deps, payment), settleByReference(deps, 'fake', reference), settlePayment(deps, payment)]);
    expect(all.map((one) => one?.kind).sort()).toEqual(['before', 'before', 'settled']);
    expect(await settleByReference(deps, 'fake', reference)).toMatchObject({ kind: 'before' });
    expect(paid).toEqual([await find(payment.id)]);
    expect(paid).toMatchObject([{ state: 'paid', endedAt: clock.now() }]);
  });

  it.each(['declined', 'expired'] as const)('tells what was %s from what was paid', async (state) => {
    const { begun, fake, deps, paid } = world();
    const payment = await begun();
    fake.become(payment.reference, state);
    expect(await settlePayment(deps, payment)).toMatchObject({ kind: 'settled', payment: { state } });
    expect(paid).toEqual([]);
  });

  it('is undone with what follows from it, and done again', async () => {
    const { begun, fake, deps, find, paid } = world();
    const payment = await begun();
    fake.become(payment.reference, 'paid');
    const fails = { ...deps, onPaid: () => Promise.reject(new Error('the policy could not be written')) };
    await expect(settlePayment(fails, payment)).rejects.toThrow('could not be written');
    expect(await find(payment.id)).toMatchObject({ state: 'open' });
    expect(await settlePayment(deps, payment)).toMatchObject({ kind: 'settled' });
    expect(paid).toHaveLength(1);
  });

  it('believes no provider that contradicts the record', async () => {
    const { begun, fake, deps, paid, find } = world();
    const payment = await begun();
    fake.become(payment.reference, 'paid', { amount: 1 });
    expect(await settlePayment(deps, payment)).toMatchObject({ kind: 'contradicted', payment: { state: 'open' } });
    fake.become(payment.reference, 'paid', { amount: 48_250, currency: 'EUR' });
    expect(await reconcilePayments(deps, { olderThanMs: -1, limit: 9 })).toMatchObject({ contradicted: [payment.id], ended: 0 });
    expect([paid, (await find(payment.id))?.state]).toEqual([[], 'open']);
    expect(await settleByReference(deps, 'fake', 'fake-9')).toBeNull();
    expect(await settleByReference(deps, 'another', payment.reference ?? '')).toBeNull();
  });
}

function describeRefunds(world: () => World): void {
  it('never gives back more than was paid, however it is asked', async () => {
    const { paidOne, refund, fake, find } = world();
    const { id } = await paidOne();
    const asked = await Promise.all(['a', 'b', 'c'].map((refundId) => refund(id, refundId, 20_000)));
    expect(asked.map(({ kind }) => kind).sort()).toEqual(['asked', 'asked', 'more-than-left']);
    expect(await refund(id, 'd', 8_251)).toEqual({ kind: 'more-than-left', left: 8_250 });
    expect(await refund(id, 'e', 8_250)).toMatchObject({ kind: 'asked', refund: { state: 'refunded' } });
    expect(fake.payments[0]?.known.refunded).toBe(48_250);
    expect((await find(id))?.refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(48_250);
  });

  it('gives back once for an id, at the same time and again', async () => {
    const { paidOne, refund, fake, find, clock } = world();
    const { id } = await paidOne();
    await Promise.all([refund(id, 'a', 100), refund(id, 'a', 100)]);
    expect(await refund(id, 'a', 100)).toMatchObject({ kind: 'asked', refund: { id: 'a', state: 'refunded', endedAt: clock.now() } });
    expect(await refund(id, 'a', 101)).toEqual({ kind: 'other-amount' });
    expect(fake.payments[0]?.known.refunded).toBe(100);
    expect((await find(id))?.refunds).toHaveLength(1);
  });

  it('frees what the provider refused, and says why', async () => {
    const { paidOne, refund, fake } = world();
    const { id } = await paidOne();
    fake.trouble.refund = { kind: 'refused', reason: 'by-provider', code: 'charge_disputed' };
    expect(await refund(id, 'a', 48_250)).toMatchObject({ refund: { state: 'refused', code: 'charge_disputed' } });
    fake.trouble.refund = { kind: 'refunded' };
    expect(await refund(id, 'b', 48_250)).toMatchObject({ refund: { state: 'refunded', code: null } });
  });

  it('gives nothing back that was not paid', async () => {
    const { begun, refund, deps } = world();
    const { id } = await begun();
    expect(await refund(id, 'a', 1)).toEqual({ kind: 'not-paid' });
    expect(await refund('none', 'a', 1)).toEqual({ kind: 'not-found' });
    expect(await refundPayment(deps, { tenant: TAIL, paymentId: id, refundId: 'a', amount: 1 })).toEqual({ kind: 'not-found' });
    await expect(refund(id, 'a', 0)).rejects.toThrow(RangeError);
  });
}

function describeReconciling(world: () => World): void {
  it('finds payments of which no callback came, and lost answers', async () => {
    const { begun, fake, deps, clock, paid, find } = world();
    const { id, reference } = await begun();
    fake.trouble.after = true;
    await beginPayment(deps, { ...PREMIUM, tenant: TAIL }).catch(() => null);
    fake.trouble.after = false;
    fake.become(reference, 'paid');
    expect(await reconcilePayments(deps, OLD)).toEqual({ asked: 0, ended: 0, contradicted: [], failed: [] });
    clock.advance(11 * MINUTE_MS);
    expect(await reconcilePayments(deps, OLD)).toEqual({ asked: 2, ended: 1, contradicted: [], failed: [] });
    expect(paid.map((payment) => payment.id)).toEqual([id]);
    expect(await find(id)).toMatchObject({ state: 'paid' });
    expect(await deps.payments.ofPayable(TAIL, PREMIUM.payable)).toMatchObject([{ state: 'open', reference: 'fake-2' }]);
    expect(await reconcilePayments(deps, OLD)).toMatchObject({ asked: 0 });
  });

  it('pursues refunds whose answer was lost, and pending ones', async () => {
    const { paidOne, refund, fake, deps, clock, find } = world();
    const { id } = await paidOne();
    fake.trouble.refund = { kind: 'pending' };
    fake.trouble.after = true;
    await expect(refund(id, 'a', 100)).rejects.toMatchObject({ code: 'provider-unreachable' });
    expect(await find(id)).toMatchObject({ refunds: [{ state: 'asked' }] });
    fake.trouble.after = false;
    clock.advance(11 * MINUTE_MS);
    expect(await reconcilePayments(deps, OLD)).toMatchObject({ asked: 1, ended: 0 });
    expect(await find(id)).toMatchObject({ refunds: [{ state: 'pending', endedAt: null }] });
    fake.trouble.refund = { kind: 'refunded' };
    clock.advance(11 * MINUTE_MS);
    expect(await reconcilePayments(deps, OLD)).toMatchObject({ asked: 1, ended: 1 });
    expect(fake.payments[0]?.known.refunded).toBe(100);
    clock.advance(11 * MINUTE_MS);
    expect(await reconcilePayments(deps, OLD)).toMatchObject({ asked: 0 });
  });

  it('asks those first that waited longest, and lets none that fails keep others waiting', async () => {
    const { begun, fake, deps, clock } = world();
    const first = await begun();
    clock.advance(MINUTE_MS);
    const second = await begun({ tenant: TAIL });
    fake.become(second.reference, 'paid');
    clock.advance(11 * MINUTE_MS);
    const renamed = { ...deps, provider: createFakePaymentProvider('new').provider };
    const why = expect.stringContaining('not set up any more');
    expect(await reconcilePayments(renamed, { ...OLD, limit: 1 })).toMatchObject({ asked: 1, failed: [{ id: first.id, why }] });
    const both = { ...renamed, formerProviders: [fake.provider] };
    expect(await reconcilePayments(both, { ...OLD, limit: 1 })).toMatchObject({ asked: 1, ended: 1, failed: [] });
    expect(await deps.payments.find(TAIL, second.id)).toMatchObject({ state: 'paid', provider: 'fake' });
  });
}
