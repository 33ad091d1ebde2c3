import type { TenantId } from '../../accounts/index.ts';
import type { MinorUnits } from '../money.ts';
import { isUnderWay, type Payment, type PaymentRefund, refundable } from './payment.ts';
import { type PaymentDeps, providerOf } from './payment-deps.ts';
import type { RefundOutcome } from './payment-provider.port.ts';

export interface RefundToAsk {
  readonly tenant: TenantId;
  readonly paymentId: string;
  /** Ours: asked for again, it is the same refund. */
  readonly refundId: string;
  readonly amount: MinorUnits;
}

/** `asked`: it is there, and its state says how far; `refused` by the provider is one of them. The others leave nothing behind. */
export type RefundAsked =
  | { readonly kind: 'asked'; readonly refund: PaymentRefund }
  | { readonly kind: 'more-than-left'; readonly left: MinorUnits }
  | { readonly kind: 'not-found' | 'not-paid' | 'other-amount' };

/**
 * Pays back. All refunds of a payment together are never more than was paid: each is written down before the provider is asked, and counts until it
 * is refused. @throws PaymentProviderError; the refund stays `asked`, and asking again, by anybody, is safe.
 * @throws RangeError on an amount that is none.
 */
export async function refundPayment(deps: PaymentDeps, asked: RefundToAsk): Promise<RefundAsked> {
  if (!Number.isSafeInteger(asked.amount) || asked.amount <= 0) throw new RangeError(`A refund of ${asked.amount} cannot be.`);
  const noted = await deps.inUnit(
    async ({ payments }): Promise<Exclude<RefundAsked, { kind: 'asked' }> | { kind: 'noted'; payment: Payment; refund: PaymentRefund }> => {
      const payment = await payments.lock(asked.tenant, asked.paymentId);
      if (payment === null) return { kind: 'not-found' };
      const there = payment.refunds.find(({ id }) => id === asked.refundId);
      if (there !== undefined) return there.amount === asked.amount ? { kind: 'noted', payment, refund: there } : { kind: 'other-amount' };
      if (payment.state !== 'paid') return { kind: 'not-paid' };
      const left = refundable(payment);
      if (asked.amount > left) return { kind: 'more-than-left', left };
      const refund = {
        id: asked.refundId,
        amount: asked.amount,
        state: 'asked',
        code: null,
        createdAt: deps.clock.now(),
        endedAt: null,
      } as const;
      const after = { ...payment, refunds: [...payment.refunds, refund] };
      await payments.save(after);
      return { kind: 'noted', payment: after, refund };
    },
  );
  return noted.kind === 'noted' ? { kind: 'asked', refund: await pursueRefund(deps, noted.payment, noted.refund) } : noted;
}

/** Asks the provider about a refund that was written down, and writes down what it says. @throws PaymentProviderError */
export async function pursueRefund(deps: PaymentDeps, payment: Payment, refund: PaymentRefund): Promise<PaymentRefund> {
  const { id, tenant, reference } = payment;
  if (!isUnderWay(refund) || reference === null) return refund;
  const outcome = await providerOf(deps, payment).refund({ key: `${id} ${refund.id}`, reference, amount: refund.amount });
  return deps.inUnit(async ({ payments }) => {
    const locked = await payments.lock(tenant, id);
    const now = locked?.refunds.find((one) => one.id === refund.id) ?? refund;
    if (locked === null || !isUnderWay(now)) return now;
    const after = afterOutcome(now, outcome, deps.clock.now());
    await payments.save({ ...locked, refunds: locked.refunds.map((one) => (one.id === refund.id ? after : one)) });
    return after;
  });
}

function afterOutcome(refund: PaymentRefund, outcome: RefundOutcome, now: Date): PaymentRefund {
  const code = outcome.kind === 'refused' ? (outcome.code ?? outcome.reason) : null;
  return { ...refund, state: outcome.kind, code, endedAt: outcome.kind === 'pending' ? null : now };
}
