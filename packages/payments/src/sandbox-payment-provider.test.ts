import type { ProviderCallback } from '@snout/core/insurance';
import { createCountingIds, createFixedClock, createInMemorySandboxPayments } from '@snout/core/testing';
import { describePaymentProvider, type PaymentProviderUnderTest } from '@snout/core/testing/suites';
import { describe, expect, it } from 'vitest';
import { signCallback } from './callback-signature.ts';
import { callbackOf, createSandboxPaymentProvider, type SandboxFault, type SandboxSettings } from './sandbox-payment-provider.ts';

const PREMIUM = {
  key: 'payment-1',
  amount: 48_250,
  currency: 'CNY',
  description: 'A policy',
  returnUrl: 'https://snout.example/p',
} as const;
const HOUR_MS = 3_600_000;

function start(changes: Partial<SandboxSettings> = {}) {
  const clock = createFixedClock();
  const sent: { readonly afterMs: number; readonly make: () => ProviderCallback }[] = [];
  const settings: SandboxSettings = {
    ...{ store: createInMemorySandboxPayments(), clock, ids: createCountingIds(), secret: 'a secret', callbacks: [0] },
    payUrl: (reference) => `http://localhost:4873/sandbox/${reference}`,
    sendCallback: (afterMs, make) => sent.push({ afterMs, make }),
    ...changes,
  };
  return { clock, sent, settings, provider: createSandboxPaymentProvider(settings) };
}

async function underTest(): Promise<PaymentProviderUnderTest> {
  const wrong = { next: null as SandboxFault | null, always: null as SandboxFault | null };
  let refunds: 'refunded' | 'pending' = 'refunded';
  const fault = () => {
    const now = wrong.next ?? wrong.always;
    wrong.next = null;
    return now;
  };
  const store = createInMemorySandboxPayments();
  const references = new Set<string>();
  const add: typeof store.add = async (payment) => {
    const kept = await store.add(payment);
    references.add(kept.reference);
    return kept;
  };
  const { provider, clock, settings } = start({ fault, refunds: () => refunds, store: { ...store, add } });
  return {
    ...{ provider, advance: clock.advance, close: async () => {} },
    payer: {
      pay: async (reference) => void (await provider.choose(reference, 'pay')),
      isDeclined: async (reference) => void (await provider.choose(reference, 'decline')),
      isDeclinedForGood: async (reference) => void (await provider.choose(reference, 'decline-for-good')),
      letsItExpire: async () => clock.advance(25 * HOUR_MS),
    },
    delayRefunds: () => {
      refunds = 'pending';
    },
    endRefund: async (reference, key, state) => void (await provider.endRefund(reference, key, state)),
    callbackOf: async (reference) => callbackOf(settings, reference),
    unrelatedCallback: async () => signCallback(settings.secret, { id: 'id', at: clock.now(), body: '{"type":"hello"}' }),
    loseNextAnswer: () => {
      wrong.next = 'unanswered';
    },
    goAway: () => {
      wrong.always = 'unreachable';
    },
    comeBack: () => {
      wrong.always = null;
    },
    truth: async () => {
      const all = await Promise.all([...references].map((reference) => store.find(reference)));
      const back = all.flatMap((payment) => payment?.refunds ?? []).filter(({ state }) => state === 'refunded');
      return { payments: references.size, refunded: back.reduce((sum, { amount }) => sum + amount, 0) };
    },
  };
}

describePaymentProvider('sandbox', underTest);

describe('payments in the sandbox', () => {
  it('are sent word of as often and as late as it is set, signed at the time', async () => {
    const { provider, sent, clock } = start({ callbacks: [0, 0, HOUR_MS] });
    const { reference } = await provider.begin(PREMIUM);
    expect(sent).toEqual([]);
    await provider.choose(reference, 'pay');
    expect(sent.map(({ afterMs }) => afterMs)).toEqual([0, 0, HOUR_MS]);
    clock.advance(HOUR_MS);
    for (const { make } of sent) expect(provider.readCallback(make())).toEqual({ kind: 'about', reference });
  });

  it('can be made without a word of it', async () => {
    const { provider, sent } = start({ callbacks: [] });
    const { reference } = await provider.begin(PREMIUM);
    await provider.choose(reference, 'pay');
    expect(sent).toEqual([]);
    expect(await provider.find(reference)).toMatchObject({ state: 'paid' });
  });

  it('take one choice, and none when the time is over', async () => {
    const { provider, clock } = start();
    const { reference } = await provider.begin(PREMIUM);
    const choices = await Promise.all((['pay', 'decline-for-good', 'pay'] as const).map((choice) => provider.choose(reference, choice)));
    expect(choices).toEqual([true, false, false]);
    const late = await provider.begin({ ...PREMIUM, key: 'payment-2' });
    clock.advance(24 * HOUR_MS);
    expect(await provider.choose(late.reference, 'pay')).toBe(false);
    expect(await provider.find(late.reference)).toMatchObject({ state: 'expired' });
    expect(await provider.choose('sandbox-none', 'pay')).toBe(false);
  });

  it('may be made, and word of it sent, before the answer that begins them', async () => {
    const { provider, sent } = start({ payer: () => 'pay' });
    const { reference } = await provider.begin(PREMIUM);
    expect(sent).toHaveLength(1);
    expect(await provider.find(reference)).toMatchObject({ state: 'paid' });
    await provider.begin(PREMIUM);
    expect(sent).toHaveLength(1);
  });

  it('send word of a refund once', async () => {
    const { provider, sent } = start({ payer: () => 'pay' });
    const { reference } = await provider.begin(PREMIUM);
    for (const _again of [1, 2]) await provider.refund({ key: 'refund-1', reference, amount: 1 });
    expect(sent).toHaveLength(2);
  });

  it.each([0, -1, 1.5])('are of whole amounts, not of %d', async (amount) => {
    const { provider } = start({ payer: () => 'pay' });
    await expect(provider.begin({ ...PREMIUM, amount })).rejects.toMatchObject({ code: 'provider-refused' });
    const { reference } = await provider.begin(PREMIUM);
    await expect(provider.refund({ key: 'refund-1', reference, amount })).rejects.toMatchObject({ code: 'provider-refused' });
  });
});
