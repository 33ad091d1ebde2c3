import {
  type KnownPayment,
  type PaymentProvider,
  PaymentProviderError,
  type PaymentToBegin,
  type ProviderCallback,
  type SandboxPayment,
  type SandboxPaymentStore,
  type SandboxRefund,
} from '@snout/core/insurance';
import type { Clock, Ids } from '@snout/core/recognition';
import { isSigned, signCallback } from './callback-signature.ts';

/** What a payer does: `decline-for-good` ends the payment, after `decline` another try is possible; `leave` lets it expire. */
export const SANDBOX_CHOICES = ['pay', 'decline', 'decline-for-good', 'leave'] as const;
export type SandboxChoice = (typeof SANDBOX_CHOICES)[number];

/** A request on its way: `unanswered` does it and loses the answer, `unreachable` does nothing. */
export type SandboxFault = 'unanswered' | 'unreachable';

export interface SandboxSettings {
  readonly store: SandboxPaymentStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Signs the callbacks. */
  readonly secret: string;
  /** The page on which the payer chooses. */
  payUrl(reference: string): string;
  /** After how many milliseconds each callback is sent that a change brings: [0] once, [0, 0] twice, [3_600_000] late, [] never. */
  readonly callbacks: readonly number[];
  /** Sends what `make` gives at the time when it is due, so that its signature is new then. */
  sendCallback(afterMs: number, make: () => ProviderCallback): void;
  /** For tests: who pays in place of a person, as soon as a payment begins. Null: nobody yet. */
  readonly payer?: (payment: SandboxPayment) => SandboxChoice | null;
  /** For tests: what becomes of a refund; without it, it is done at once. */
  readonly refunds?: (refund: { readonly key: string; readonly amount: number }) => SandboxRefund['state'];
  /** For tests: what goes wrong with the next request. */
  readonly fault?: () => SandboxFault | null;
}

/** A day, as a Checkout Session of Stripe has. */
const OPEN_FOR_MS = 24 * 3_600_000;
const NAME = 'sandbox';
/** Stripe's code, so that what shows it needs to know one. */
const DECLINED = 'card_declined';

export interface SandboxPaymentProvider extends PaymentProvider {
  /** What the payer sees. Null: there is no such payment. */
  show(reference: string): Promise<SandboxPayment | null>;
  /** The payer's choice; says whether the payment was open. */
  choose(reference: string, choice: SandboxChoice): Promise<boolean>;
  /** What becomes of a pending refund; says whether it was pending. */
  endRefund(reference: string, key: string, state: 'refunded' | 'refused'): Promise<boolean>;
}

/** A provider that behaves as a real one does, and moves no money. */
export function createSandboxPaymentProvider(settings: SandboxSettings): SandboxPaymentProvider {
  const { store, clock, secret } = settings;
  const notify = (reference: string) => {
    for (const afterMs of settings.callbacks) settings.sendCallback(afterMs, () => callbackOf(settings, reference));
  };
  const provider: SandboxPaymentProvider = {
    name: NAME,
    begin: (payment) => asked(settings, () => begin(settings, payment, (reference, choice) => provider.choose(reference, choice))),
    find: (reference) =>
      asked(settings, async () => {
        const payment = await current(settings, reference);
        return payment && known(payment);
      }),
    refund: (refund) => asked(settings, () => makeRefund(settings, refund, notify)),
    readCallback(callback) {
      if (!isSigned(callback, secret, clock.now())) return { kind: 'not-genuine' };
      const reference = /^\{"type":"payment\.changed","reference":"([\w-]+)"\}$/.exec(callback.body)?.[1];
      return reference === undefined ? { kind: 'unrelated' } : { kind: 'about', reference };
    },
    show: (reference) => current(settings, reference),
    async choose(reference, choice) {
      const payment = await current(settings, reference);
      if (payment === null) return false;
      const isChanged = await store.change(reference, AFTER[choice]);
      if (isChanged) notify(reference);
      return isChanged;
    },
    async endRefund(reference, key, state) {
      const isEnded = await store.endRefund(reference, { key, state });
      if (isEnded) notify(reference);
      return isEnded;
    },
  };
  return provider;
}

const AFTER: Readonly<Record<SandboxChoice, Pick<SandboxPayment, 'state' | 'decline'>>> = {
  pay: { state: 'paid', decline: null },
  decline: { state: 'open', decline: DECLINED },
  'decline-for-good': { state: 'declined', decline: DECLINED },
  leave: { state: 'expired', decline: null },
};

/** As the sandbox would send it now. */
export function callbackOf({ ids, clock, secret }: Pick<SandboxSettings, 'ids' | 'clock' | 'secret'>, reference: string): ProviderCallback {
  return signCallback(secret, { id: ids.next(), at: clock.now(), body: JSON.stringify({ type: 'payment.changed', reference }) });
}

async function asked<T>({ fault }: SandboxSettings, work: () => Promise<T>): Promise<T> {
  const trouble = fault?.() ?? null;
  const answer = trouble === 'unreachable' ? null : { value: await work() };
  if (trouble === null && answer !== null) return answer.value;
  throw new PaymentProviderError('provider-unreachable', `${NAME} did not answer.`);
}

async function begin(
  settings: SandboxSettings,
  payment: PaymentToBegin,
  choose: (reference: string, choice: SandboxChoice) => Promise<boolean>,
): ReturnType<PaymentProvider['begin']> {
  const { store, clock, ids, payUrl, payer } = settings;
  const { key, amount, currency, description, returnUrl } = payment;
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new PaymentProviderError('provider-refused', `${NAME}: an amount of ${amount}.`);
  const reference = `sandbox-${ids.next()}`;
  const expiresAt = new Date(clock.now().getTime() + OPEN_FOR_MS);
  const fresh = { key, amount, currency, description, returnUrl, reference, expiresAt, state: 'open', decline: null, refunds: [] } as const;
  const kept = await store.add(fresh);
  const isSame = kept.description === description && kept.returnUrl === returnUrl;
  if (kept.amount !== amount || kept.currency !== currency || !isSame) throw reused(key);
  const choice = kept.reference === reference ? (payer?.(kept) ?? null) : null;
  if (choice !== null) await choose(reference, choice);
  return { reference: kept.reference, payUrl: payUrl(kept.reference) };
}

async function makeRefund(
  settings: SandboxSettings,
  { key, reference, amount }: Parameters<PaymentProvider['refund']>[0],
  notify: (reference: string) => void,
): ReturnType<PaymentProvider['refund']> {
  const payment = await current(settings, reference);
  if (payment?.state !== 'paid') return { kind: 'refused', reason: 'not-paid', code: null };
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new PaymentProviderError('provider-refused', `${NAME}: a refund of ${amount}.`);
  const refund = await settings.store.addRefund(reference, { key, amount, state: settings.refunds?.({ key, amount }) ?? 'refunded' });
  if (refund === 'more-than-left') return { kind: 'refused', reason: 'more-than-left', code: 'amount_too_large' };
  if (refund.amount !== amount) throw reused(key);
  const isNew = !payment.refunds.some((there) => there.key === key);
  if (isNew) notify(reference);
  return refund.state === 'refused' ? { kind: 'refused', reason: 'by-provider', code: 'declined' } : { kind: refund.state };
}

/** The payment, expired if it is time. */
async function current({ store, clock }: SandboxSettings, reference: string): Promise<SandboxPayment | null> {
  const payment = await store.find(reference);
  if (payment?.state !== 'open' || clock.now() < payment.expiresAt) return payment;
  await store.change(reference, { state: 'expired', decline: payment.decline });
  return store.find(reference);
}

function known({ state, amount, currency, decline, refunds }: SandboxPayment): KnownPayment {
  const back = refunds.filter((refund) => refund.state !== 'refused');
  return { state, amount, currency, decline, refunded: back.reduce((sum, refund) => sum + refund.amount, 0) };
}

function reused(key: string): PaymentProviderError {
  return new PaymentProviderError('key-reused', `${NAME}: the key ${key} was given with something else before.`);
}
