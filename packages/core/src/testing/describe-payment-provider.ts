import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentProvider, PaymentToBegin, ProviderCallback } from '../insurance/index.ts';

/** A provider, and what the suite needs from the other side of it. */
export interface PaymentProviderUnderTest {
  readonly provider: PaymentProvider;
  readonly payer: {
    pay(reference: string): Promise<void>;
    /** Refused once; the payer may try again. */
    isDeclined(reference: string): Promise<void>;
    isDeclinedForGood(reference: string): Promise<void>;
    /** Time runs out for the payment. */
    letsItExpire(reference: string): Promise<void>;
  };
  /** The refunds that are asked for from now on wait, until `endRefund`. */
  delayRefunds(): void;
  endRefund(reference: string, key: string, state: 'refunded' | 'refused'): Promise<void>;
  /** As the provider would send it now. */
  callbackOf(reference: string): Promise<ProviderCallback>;
  /** Genuine, but about something that was never begun here. */
  unrelatedCallback(): Promise<ProviderCallback>;
  advance(ms: number): void;
  /** The next request is done, and its answer is lost. */
  loseNextAnswer(): void;
  /** No request is done until `comeBack`. */
  goAway(): void;
  comeBack(): void;
  /** How many payments, and how much paid back in all, there really are. */
  truth(): Promise<{ readonly payments: number; readonly refunded: number }>;
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;
const PREMIUM: PaymentToBegin = {
  ...{ key: 'payment-1', amount: 48_250, currency: 'USD' },
  description: 'Policy 7K3F-9Q2M-XW4T, first year',
  returnUrl: 'https://snout.example/policies/1',
};

/** The contract of the PaymentProvider port: every adapter passes it. */
export function describePaymentProvider(name: string, create: () => Promise<PaymentProviderUnderTest>): void {
  describe(`payment provider: ${name}`, () => {
    let tested: PaymentProviderUnderTest;
    beforeEach(async () => {
      tested = await create();
    });
    afterEach(() => tested.close());
    const subject = () => tested;

    describe('taking money', () => describeTaking(subject));
    describe('giving it back', () => describeRefunds(subject));
    describe('callbacks', () => describeCallbacks(subject));
  });
}

function describeTaking(subject: () => PaymentProviderUnderTest): void {
  it('tells how a payment stands whenever it is asked', async () => {
    const { provider, payer } = subject();
    const { reference, payUrl } = await provider.begin(PREMIUM);
    expect(new URL(payUrl).protocol).toMatch(/^https?:$/);
    const open = { state: 'open', amount: 48_250, currency: 'USD', refunded: 0, decline: null };
    expect(await provider.find(reference)).toEqual(open);
    await payer.pay(reference);
    expect(await provider.find(reference)).toEqual({ ...open, state: 'paid' });
    expect(await provider.find('cs_test_none')).toBeNull();
  });

  it('lets a payer whose card was declined try another', async () => {
    const { provider, payer } = subject();
    const { reference } = await provider.begin(PREMIUM);
    await payer.isDeclined(reference);
    expect(await provider.find(reference)).toMatchObject({ state: 'open', decline: 'card_declined' });
    await payer.pay(reference);
    expect(await provider.find(reference)).toMatchObject({ state: 'paid', decline: null });
  });

  it('tells of payments that nobody can make any more', async () => {
    const { provider, payer } = subject();
    const declined = await provider.begin(PREMIUM);
    const expired = await provider.begin({ ...PREMIUM, key: 'payment-2' });
    await payer.isDeclinedForGood(declined.reference);
    await payer.letsItExpire(expired.reference);
    expect(await provider.find(declined.reference)).toMatchObject({ state: 'declined', decline: 'card_declined' });
    expect(await provider.find(expired.reference)).toMatchObject({ state: 'expired', decline: null });
  });

  it('begins one payment for a key, however often and at whatever time it is asked', async () => {
    const { provider, truth } = subject();
    const begun = await Promise.all([1, 2, 3].map(() => provider.begin(PREMIUM)));
    expect(new Set(begun.map(({ reference }) => reference)).size).toBe(1);
    expect(await provider.begin(PREMIUM)).toEqual(begun[0]);
    expect(await truth()).toMatchObject({ payments: 1 });
    for (const other of [{ amount: 1_000 }, { currency: 'EUR' }, { description: 'Another policy' }] as const) {
      await expect(provider.begin({ ...PREMIUM, ...other })).rejects.toMatchObject({ code: 'key-reused' });
    }
    expect((await provider.begin({ ...PREMIUM, key: 'payment-2' })).reference).not.toBe(begun[0]?.reference);
  });

  it('begins one also when the answer is lost', async () => {
    const { provider, loseNextAnswer, truth } = subject();
    loseNextAnswer();
    const first = await provider.begin(PREMIUM).catch((error: unknown) => error);
    if (first instanceof Error) expect(first).toMatchObject({ code: 'provider-unreachable' });
    await provider.begin(PREMIUM);
    expect(await truth()).toMatchObject({ payments: 1 });
  });

  it('says so when it cannot be reached, and works when it can be again', async () => {
    const { provider, goAway, comeBack, truth } = subject();
    goAway();
    await expect(provider.begin(PREMIUM)).rejects.toMatchObject({ code: 'provider-unreachable' });
    await expect(provider.find('cs_test_none')).rejects.toMatchObject({ code: 'provider-unreachable' });
    comeBack();
    await provider.begin(PREMIUM);
    expect(await truth()).toMatchObject({ payments: 1 });
  });
}

function describeRefunds(subject: () => PaymentProviderUnderTest): void {
  const paid = async () => {
    const { reference } = await subject().provider.begin(PREMIUM);
    await subject().payer.pay(reference);
    return reference;
  };
  const refused = (reason: string) => expect.objectContaining({ kind: 'refused', reason });

  it('gives back in parts, and never more than was paid', async () => {
    const { provider, truth } = subject();
    const reference = await paid();
    expect(await provider.refund({ key: 'refund-1', reference, amount: 40_000 })).toEqual({ kind: 'refunded' });
    expect(await provider.find(reference)).toMatchObject({ state: 'paid', amount: 48_250, refunded: 40_000 });
    expect(await provider.refund({ key: 'refund-2', reference, amount: 8_251 })).toEqual(refused('more-than-left'));
    expect(await provider.refund({ key: 'refund-3', reference, amount: 8_250 })).toEqual({ kind: 'refunded' });
    expect(await provider.refund({ key: 'refund-4', reference, amount: 1 })).toEqual(refused('more-than-left'));
    expect(await truth()).toEqual({ payments: 1, refunded: 48_250 });
  });

  it('gives nothing back that was not paid', async () => {
    const { provider } = subject();
    const { reference } = await provider.begin(PREMIUM);
    const refund = { key: 'refund-1', amount: 1 };
    expect(await provider.refund({ ...refund, reference })).toEqual({ kind: 'refused', reason: 'not-paid', code: null });
    expect(await provider.refund({ ...refund, reference: 'cs_test_none' })).toEqual({ kind: 'refused', reason: 'not-paid', code: null });
  });

  it('gives back once for a key, also when the answer is lost', async () => {
    const { provider, loseNextAnswer, truth } = subject();
    const reference = await paid();
    const refund = { key: 'refund-1', reference, amount: 10_000 };
    await Promise.all([provider.refund(refund), provider.refund(refund)]);
    expect(await provider.refund(refund)).toEqual({ kind: 'refunded' });
    loseNextAnswer();
    await provider.refund({ ...refund, key: 'refund-2' }).catch(() => null);
    expect(await provider.refund({ ...refund, key: 'refund-2' })).toEqual({ kind: 'refunded' });
    expect(await truth()).toEqual({ payments: 1, refunded: 20_000 });
    await expect(provider.refund({ ...refund, amount: 1 })).rejects.toMatchObject({ code: 'key-reused' });
  });

  it('tells how a refund stands that takes its time', async () => {
    const { provider, delayRefunds, endRefund } = subject();
    const reference = await paid();
    delayRefunds();
    const [one, two] = ['refund-1', 'refund-2'].map((key) => ({ key, reference, amount: 20_000 }));
    if (one === undefined || two === undefined) return expect.unreachable();
    expect([await provider.refund(one), await provider.refund(two)]).toEqual([{ kind: 'pending' }, { kind: 'pending' }]);
    expect(await provider.find(reference)).toMatchObject({ refunded: 40_000 });
    await endRefund(reference, 'refund-1', 'refunded');
    await endRefund(reference, 'refund-2', 'refused');
    expect([await provider.refund(one), await provider.refund(two)]).toEqual([{ kind: 'refunded' }, refused('by-provider')]);
    expect(await provider.find(reference)).toMatchObject({ refunded: 20_000 });
  });
}

function describeCallbacks(subject: () => PaymentProviderUnderTest): void {
  it('say what to ask about, as often as they come, and need not come at all', async () => {
    const { provider, payer, callbackOf } = subject();
    const { reference } = await provider.begin(PREMIUM);
    await payer.pay(reference);
    expect(await provider.find(reference)).toMatchObject({ state: 'paid' });
    const callback = await callbackOf(reference);
    for (const _again of [1, 2]) expect(provider.readCallback(callback)).toEqual({ kind: 'about', reference });
  });

  it('that are forged, changed, unsigned or old are not genuine', async () => {
    const { provider, callbackOf, advance } = subject();
    const { reference } = await provider.begin(PREMIUM);
    const callback = await callbackOf(reference);
    const other = await provider.begin({ ...PREMIUM, key: 'payment-2' });
    const forged = { ...callback, body: callback.body.replaceAll(reference, other.reference) };
    expect(forged.body).not.toBe(callback.body);
    const signed = Object.entries(callback.headers).map(([header, value]) => [header, value?.replace(/[A-Za-z0-9]{4}=?$/, 'AAAA')]);
    for (const wrong of [
      forged,
      { ...callback, body: '' },
      { ...callback, headers: {} },
      { ...callback, headers: Object.fromEntries(signed) },
    ]) {
      expect(provider.readCallback(wrong)).toEqual({ kind: 'not-genuine' });
    }
    advance(4 * MINUTE_MS);
    expect(provider.readCallback(callback)).toEqual({ kind: 'about', reference });
    advance(2 * MINUTE_MS);
    expect(provider.readCallback(callback)).toEqual({ kind: 'not-genuine' });
  });

  it('about something else are left alone', async () => {
    const { provider, unrelatedCallback } = subject();
    expect(provider.readCallback(await unrelatedCallback())).toEqual({ kind: 'unrelated' });
  });
}
