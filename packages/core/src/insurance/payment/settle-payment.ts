import { isUnsettled, type Payment } from './payment.ts';
import { type PaymentDeps, providerOf } from './payment-deps.ts';
import type { KnownPayment } from './payment-provider.port.ts';

/**
 * `settled`: it came to its end by this. `unsettled`: it can still be paid. `before`: it had ended. `contradicted`: the provider has no such
 * payment, or one of another amount; a person has to look.
 */
export interface PaymentSettled {
  readonly kind: 'settled' | 'unsettled' | 'before' | 'contradicted';
  readonly payment: Payment;
}

/**
 * Asks the provider how a payment stands, and moves it there once, however many ask at the same time; `onPaid` is called by the one that moves it.
 * @throws PaymentProviderError
 */
export async function settlePayment(deps: PaymentDeps, payment: Payment): Promise<PaymentSettled> {
  const { id, tenant, reference } = payment;
  if (!isUnsettled(payment)) return { kind: 'before', payment };
  if (reference === null) return { kind: 'unsettled', payment };
  const known = await providerOf(deps, payment).find(reference);
  return deps.inUnit(async (unit) => {
    const locked = await unit.payments.lock(tenant, id);
    if (locked === null) return { kind: 'contradicted', payment };
    if (!isUnsettled(locked)) return { kind: 'before', payment: locked };
    const now = deps.clock.now();
    const isOurs = known !== null && isSame(locked, known);
    const state = isOurs ? known.state : 'open';
    const after = { ...locked, state, askedAt: now, endedAt: state === 'open' ? null : now };
    await unit.payments.save(after);
    if (state === 'paid') await deps.onPaid(unit, after);
    if (!isOurs) return { kind: 'contradicted', payment: after };
    return { kind: state === 'open' ? 'unsettled' : 'settled', payment: after };
  });
}

/** For a callback. Null: no payment of ours has the reference, or not yet; the job will ask. @throws PaymentProviderError */
export async function settleByReference(deps: PaymentDeps, provider: string, reference: string): Promise<PaymentSettled | null> {
  const payment = await deps.payments.findByReference(provider, reference);
  return payment && settlePayment(deps, payment);
}

function isSame(payment: Payment, known: KnownPayment): boolean {
  return payment.amount === known.amount && payment.currency === known.currency;
}
