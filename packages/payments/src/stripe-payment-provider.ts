import {
  type BegunPayment,
  CURRENCIES,
  type KnownPayment,
  type PaymentProvider,
  PaymentProviderError,
  type PaymentToBegin,
  type ProviderCallback,
  type ProviderState,
  type RefundOutcome,
  type RefundToMake,
} from '@snout/core/insurance';
import type { Clock } from '@snout/core/recognition';
import { Stripe } from 'stripe';
import { CALLBACK_TOLERANCE_S } from './callback-signature.ts';

export interface StripeSettings {
  /** "sk_..." or a restricted key that may write Checkout Sessions and refunds, and read payment intents. */
  readonly secretKey: string;
  /** "whsec_...", of the endpoint that callbacks come to. */
  readonly webhookSecret: string;
  readonly clock: Clock;
  /** Stripe's own where none is given. */
  readonly api?: { readonly protocol: 'http' | 'https'; readonly host: string; readonly port: number };
  /** For each try. */
  readonly timeoutMs?: number;
}

const NAME = 'stripe';
/** Checkout Sessions are made within a second or two; a payer waits for it. */
const TIMEOUT_MS = 10_000;
/** After the first, with growing pauses and the same key: on lost connections, 409 and 5xx. */
const RETRIES = 2;
/** The most there are on a page of a list: https://docs.stripe.com/api/pagination. */
const PAGE = 100;

/**
 * Stripe's Checkout: the payer pays on Stripe's page, and no card number comes near us. https://docs.stripe.com/api/checkout/sessions.
 * The reference is the session's id. Keys are Stripe's idempotency keys, which it keeps for at least a day, as long as a session is open; a refund
 * also carries its key, and is looked for by it first, so it is made once whenever it is asked for again.
 */
export function createStripePaymentProvider({
  secretKey,
  webhookSecret,
  clock,
  api,
  timeoutMs = TIMEOUT_MS,
}: StripeSettings): PaymentProvider {
  const stripe = new Stripe(secretKey, { ...api, timeout: timeoutMs, maxNetworkRetries: RETRIES, telemetry: false });
  return {
    name: NAME,
    begin: (payment) => asked(() => begin(stripe, payment)),
    find: (reference) => asked(() => find(stripe, reference)),
    refund: (refund) => asked(() => makeRefund(stripe, refund)),
    readCallback(callback) {
      const isGenuine = isSignedByStripe(stripe, callback, { webhookSecret, now: clock.now() });
      return isGenuine ? aboutSession(callback.body) : { kind: 'not-genuine' };
    },
  };
}

async function begin(stripe: Stripe, { key, amount, currency, description, returnUrl }: PaymentToBegin): Promise<BegunPayment> {
  const product = { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name: description } };
  const { id, url } = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [{ quantity: 1, price_data: product }],
      ...{ success_url: returnUrl, cancel_url: returnUrl, client_reference_id: key },
    },
    { idempotencyKey: `begin ${key}` },
  );
  if (url === null) throw new PaymentProviderError('provider-refused', `${NAME}: the session ${id} has no page to pay on.`);
  return { reference: id, payUrl: url };
}

async function find(stripe: Stripe, reference: string): Promise<KnownPayment | null> {
  const session = await sessionOf(stripe, reference);
  if (session === null) return null;
  const { amount_total: amount, currency: lower } = session;
  const currency = CURRENCIES.find((one) => one.toLowerCase() === lower);
  if (amount === null || currency === undefined)
    throw new PaymentProviderError('provider-refused', `${NAME}: ${reference} is not a payment of ours.`);
  const state = stateOf(session);
  const refunds = state === 'paid' ? await refundsOf(stripe, session) : [];
  const back = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled');
  const decline = state === 'paid' ? null : (intentOf(session)?.last_payment_error?.code ?? null);
  return { state, amount, currency, decline, refunded: back.reduce((sum, refund) => sum + refund.amount, 0) };
}

async function makeRefund(stripe: Stripe, { key, reference, amount }: RefundToMake): Promise<RefundOutcome> {
  const session = await sessionOf(stripe, reference);
  const intent = session && intentOf(session);
  if (!session || !intent || stateOf(session) !== 'paid') return { kind: 'refused', reason: 'not-paid', code: null };
  const made = (await refundsOf(stripe, session)).find(({ metadata }) => metadata?.['key'] === key);
  if (made !== undefined && made.amount !== amount)
    throw new PaymentProviderError('key-reused', `${NAME}: the refund ${made.id} has another amount.`);
  try {
    const fresh = { payment_intent: intent.id, amount, metadata: { key, session: reference } };
    return outcomeOf(made ?? (await stripe.refunds.create(fresh, { idempotencyKey: `refund ${key}` })));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

/** The state of the session, whose payment succeeds at once or, with some ways to pay, days after the payer is done. */
function stateOf(session: Stripe.Checkout.Session): ProviderState {
  if (session.status === 'expired') return 'expired';
  if (session.status !== 'complete') return 'open';
  if (session.payment_status === 'paid') return 'paid';
  const intent = intentOf(session);
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled' ? 'declined' : 'open';
}

async function sessionOf(stripe: Stripe, reference: string): Promise<Stripe.Checkout.Session | null> {
  try {
    return await stripe.checkout.sessions.retrieve(reference, { expand: ['payment_intent'] });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing') return null;
    throw error;
  }
}

function intentOf({ payment_intent: intent }: Stripe.Checkout.Session): Stripe.PaymentIntent | null {
  return typeof intent === 'string' ? null : intent;
}

async function refundsOf(stripe: Stripe, session: Stripe.Checkout.Session): Promise<readonly Stripe.Refund[]> {
  const intent = intentOf(session);
  const refunds: Stripe.Refund[] = [];
  if (intent === null) return refunds;
  for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: PAGE })) refunds.push(refund);
  return refunds;
}

function outcomeOf({ status, failure_reason: code }: Stripe.Refund): RefundOutcome {
  if (status === 'succeeded') return { kind: 'refunded' };
  if (status === 'failed' || status === 'canceled') return { kind: 'refused', reason: 'by-provider', code: code ?? status };
  return { kind: 'pending' };
}

/** Null: not about this refund, but about us or the way to Stripe. https://docs.stripe.com/error-codes */
function refusalOf(error: unknown): RefundOutcome | null {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || error.statusCode !== 400) return null;
  const isTooMuch = error.code === 'charge_already_refunded' || error.code === 'amount_too_large' || error.param === 'amount';
  return { kind: 'refused', reason: isTooMuch ? 'more-than-left' : 'by-provider', code: error.code ?? null };
}

/** Rethrows what Stripe's library throws without its message, its request and its headers: a key or something of the payer may be there. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { statusCode, type, code, requestId } = error;
    const told = [statusCode ?? 'no answer', type, code, requestId].filter((part) => part !== undefined).join(', ');
    throw new PaymentProviderError(codeOf(error), `${NAME}: ${told}.`);
  }
}

function codeOf(error: InstanceType<typeof Stripe.errors.StripeError>): PaymentProviderError['code'] {
  if (error instanceof Stripe.errors.StripeIdempotencyError && error.statusCode === 400) return 'key-reused';
  const { statusCode = 0 } = error;
  // 409: another request with the key is not done yet. 429: too many.
  return statusCode === 0 || statusCode === 409 || statusCode === 429 || statusCode >= 500 ? 'provider-unreachable' : 'provider-refused';
}

function isSignedByStripe(
  stripe: Stripe,
  { headers, body }: ProviderCallback,
  { webhookSecret, now }: { readonly webhookSecret: string; readonly now: Date },
): boolean {
  const header = headers['stripe-signature'] ?? '';
  try {
    stripe.webhooks.constructEvent(body, header, webhookSecret, CALLBACK_TOLERANCE_S, undefined, now.getTime());
    return true;
  } catch {
    return false;
  }
}

/** Events of sessions, and of refunds, which carry their session as they were made above. */
function aboutSession(body: string): ReturnType<PaymentProvider['readCallback']> {
  const { type, data } = JSON.parse(body) as Pick<Stripe.Event, 'type' | 'data'>;
  const object = data.object as { readonly id?: string; readonly metadata?: Readonly<Record<string, string>> | null };
  const ofRefund = type.startsWith('refund.') ? object.metadata?.['session'] : undefined;
  const reference = type.startsWith('checkout.session.') ? object.id : ofRefund;
  return reference === undefined ? { kind: 'unrelated' } : { kind: 'about', reference };
}
