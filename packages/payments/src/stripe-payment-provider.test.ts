import { createFixedClock } from '@snout/core/testing';
import { describePaymentProvider, type PaymentProviderUnderTest } from '@snout/core/testing/suites';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStripePaymentProvider, type StripeSettings } from './stripe-payment-provider.ts';
import { shownRefund, shownSession } from './testing/fake-stripe.ts';
import { FAKE_KEY, FAKE_WEBHOOK_SECRET, fakeEvent, startFakeStripe } from './testing/start-fake-stripe.ts';

const PREMIUM = {
  key: 'payment-1',
  amount: 48_250,
  currency: 'GBP',
  description: 'A policy',
  returnUrl: 'https://snout.example/p',
} as const;

async function start(changes: Partial<StripeSettings> = {}) {
  const stripe = await startFakeStripe();
  const { fake } = stripe;
  const clock = createFixedClock();
  const settings = { secretKey: FAKE_KEY, webhookSecret: FAKE_WEBHOOK_SECRET, clock, api: stripe.api, ...changes };
  const sessionOf = (reference: string) => fake.sessions.get(reference) ?? expect.unreachable(reference);
  const intend = (reference: string, status: string, code: string | null = null) => {
    const session = sessionOf(reference);
    session.intent = { id: `pi_${reference}`, status, error: code === null ? null : { code } };
    return session;
  };
  const pay = (reference: string) => Object.assign(intend(reference, 'succeeded'), { status: 'complete', payment: 'paid' });
  return { ...stripe, clock, provider: createStripePaymentProvider(settings), sessionOf, intend, pay };
}

async function underTest(): Promise<PaymentProviderUnderTest> {
  const { provider, fake, trouble, clock, close, pay, intend, sessionOf } = await start();
  return {
    ...{ provider, close, advance: clock.advance },
    payer: {
      pay: async (reference) => void pay(reference),
      isDeclined: async (reference) => void intend(reference, 'requires_payment_method', 'card_declined'),
      isDeclinedForGood: async (reference) => {
        intend(reference, 'requires_payment_method', 'card_declined').status = 'complete';
      },
      letsItExpire: async (reference) => {
        sessionOf(reference).status = 'expired';
      },
    },
    delayRefunds: () => {
      fake.state.newRefunds = 'pending';
    },
    endRefund: async (_reference, key, state) => {
      const refund = fake.refunds.find(({ metadata }) => metadata['key'] === key) ?? expect.unreachable();
      refund.status = state === 'refunded' ? 'succeeded' : 'failed';
    },
    callbackOf: async (reference) =>
      fakeEvent({ type: 'checkout.session.completed', object: shownSession(sessionOf(reference)), at: clock.now() }),
    unrelatedCallback: async () => fakeEvent({ type: 'customer.created', object: { id: 'cus_1', object: 'customer' }, at: clock.now() }),
    loseNextAnswer: () => trouble.next.push('lost'),
    goAway: () => {
      trouble.always = 503;
    },
    comeBack: () => {
      trouble.always = null;
    },
    truth: async () => {
      const refunded = fake.refunds.reduce((sum, { amount, status }) => (status === 'succeeded' ? sum + amount : sum), 0);
      return { payments: fake.sessions.size, refunded };
    },
  };
}

describePaymentProvider('Stripe', underTest);

describe('payments by Stripe', () => {
  let stripe: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => {
    stripe = await start();
  });
  afterEach(() => stripe.close());

  it('ask for a page of Checkout that shows the amount and its description', async () => {
    const { payUrl, reference } = await stripe.provider.begin(PREMIUM);
    expect(payUrl).toBe(`https://checkout.stripe.com/c/pay/${reference}`);
    const [request] = stripe.seen;
    expect(request).toMatchObject({ path: 'POST /v1/checkout/sessions', key: 'begin payment-1' });
    expect(Object.fromEntries(new URLSearchParams(request?.text))).toEqual({
      ...{ mode: 'payment', client_reference_id: 'payment-1', success_url: PREMIUM.returnUrl, cancel_url: PREMIUM.returnUrl },
      ...{ 'line_items[0][quantity]': '1', 'line_items[0][price_data][currency]': 'gbp' },
      ...{ 'line_items[0][price_data][unit_amount]': '48250', 'line_items[0][price_data][product_data][name]': 'A policy' },
    });
  });

  it('are asked for again with the same key when Stripe has trouble or the connection breaks', async () => {
    stripe.trouble.next.push(500, 'lost');
    await stripe.provider.begin(PREMIUM);
    expect(stripe.seen.map(({ key }) => key)).toEqual(Array.from({ length: 3 }, () => 'begin payment-1'));
    expect(stripe.fake.sessions.size).toBe(1);
  });

  it('are not waited for without end', async () => {
    const impatient = await start({ timeoutMs: 50 });
    impatient.trouble.always = 'hang';
    await expect(impatient.provider.begin(PREMIUM)).rejects.toMatchObject({ code: 'provider-unreachable' });
    expect(impatient.seen).toHaveLength(3);
    await impatient.close();
  });

  it('are open while the money of a slow way to pay is on its way', async () => {
    const { reference } = await stripe.provider.begin(PREMIUM);
    stripe.intend(reference, 'processing').status = 'complete';
    expect(await stripe.provider.find(reference)).toMatchObject({ state: 'open', decline: null });
  });

  it('find every refund, over all pages of the list, also after Stripe has forgotten its key', async () => {
    const { reference } = await stripe.provider.begin(PREMIUM);
    const session = stripe.pay(reference);
    const refunds = Array.from({ length: 250 }, (_, index) => ({ key: `refund-${index}`, amount: 10 + index }));
    for (const [index, { key, amount }] of refunds.entries()) {
      stripe.fake.refunds.push({ id: `re_${index}`, intent: session.intent?.id ?? '', amount, metadata: { key }, status: 'succeeded' });
    }
    expect(await stripe.provider.find(reference)).toMatchObject({ refunded: refunds.reduce((sum, { amount }) => sum + amount, 0) });
    expect(await stripe.provider.refund({ key: 'refund-0', reference, amount: 10 })).toEqual({ kind: 'refunded' });
    expect(stripe.fake.refunds).toHaveLength(250);
    expect(stripe.seen.filter(({ path }) => path === 'POST /v1/refunds')).toEqual([]);
  });

  it("tell Stripe's reason when it will not refund", async () => {
    const { reference } = await stripe.provider.begin(PREMIUM);
    stripe.pay(reference);
    stripe.fake.disputed.add(`pi_${reference}`);
    const refund = { key: 'refund-1', reference, amount: 100 };
    expect(await stripe.provider.refund(refund)).toEqual({ kind: 'refused', reason: 'by-provider', code: 'charge_disputed' });
  });

  it('hear of refunds by the session that they were made with', async () => {
    const { reference } = await stripe.provider.begin(PREMIUM);
    stripe.pay(reference);
    await stripe.provider.refund({ key: 'refund-1', reference, amount: 100 });
    const object = stripe.fake.refunds.map(shownRefund)[0];
    const event = fakeEvent({ type: 'refund.updated', object, at: stripe.clock.now() });
    expect(stripe.provider.readCallback(event)).toEqual({ kind: 'about', reference });
  });

  it('refuse what Stripe refuses, and never tell the secret key, though Stripe repeats it', async () => {
    const secretKey = 'sk_test_of_somebody_else';
    const stranger = createStripePaymentProvider({ secretKey, webhookSecret: 'whsec_1', clock: stripe.clock, api: stripe.api });
    const error = await stranger.begin(PREMIUM).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'provider-refused', message: 'stripe: 401, StripeAuthenticationError, req_1.' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secretKey);
    const small = stripe.provider.begin({ ...PREMIUM, amount: 49 });
    await expect(small).rejects.toMatchObject({ code: 'provider-refused', message: expect.stringContaining('amount_too_small') });
  });
});
