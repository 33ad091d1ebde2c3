import { isAmount } from '../money.ts';
import type { Payment } from './payment.ts';
import { type PaymentDeps, providerOf } from './payment-deps.ts';
import { settlePayment } from './settle-payment.ts';

export type PaymentToAsk = Pick<Payment, 'tenant' | 'payable' | 'amount' | 'currency' | 'description' | 'returnUrl'>;

/** `already-paid`: for the same payable. `other-amount`: something else is being paid for it, and must end first. */
export type PaymentBegun =
  | { readonly kind: 'begun'; readonly payment: Payment & { readonly payUrl: string } }
  | { readonly kind: 'already-paid' | 'other-amount'; readonly payment: Payment };

/**
 * A page to pay on. While a payment for the same payable can still be made, it is that one's, so nobody pays twice; a later one begins when
 * the provider says that the one before is over. @throws PaymentProviderError; asking again later is safe.
 * @throws RangeError on an amount that is none.
 */
export async function beginPayment(deps: PaymentDeps, asked: PaymentToAsk): Promise<PaymentBegun> {
  if (!isAmount(asked.amount) || asked.amount === 0) throw new RangeError(`A payment of ${asked.amount} cannot be.`);
  const { kind, payment } = await addPayment(deps, asked);
  if (kind === 'added') return ready(deps, payment);
  if (payment.state === 'paid') return { kind: 'already-paid', payment };
  // It may have been paid, or be over, without our knowing.
  const settled = payment.reference === null ? payment : (await settlePayment(deps, payment)).payment;
  if (settled.state === 'paid') return { kind: 'already-paid', payment: settled };
  if (settled.state === 'declined' || settled.state === 'expired') return beginPayment(deps, asked);
  if (settled.amount !== asked.amount || settled.currency !== asked.currency) return { kind: 'other-amount', payment: settled };
  return ready(deps, settled);
}

/** The payment with the provider's reference, which is asked for once more where it is not known. @throws PaymentProviderError */
export async function withReference(deps: PaymentDeps, payment: Payment): Promise<Payment> {
  if (payment.reference !== null) return payment;
  const { id, tenant, amount, currency, description, returnUrl } = payment;
  const begun = await providerOf(deps, payment).begin({ key: id, amount, currency, description, returnUrl });
  return deps.inUnit(async ({ payments }) => {
    const locked = await payments.lock(tenant, id);
    if (locked === null || locked.reference !== null) return locked ?? payment;
    const open = { ...locked, ...begun, state: 'open', askedAt: deps.clock.now() } as const;
    await payments.save(open);
    return open;
  });
}

function addPayment(deps: PaymentDeps, asked: PaymentToAsk) {
  const now = deps.clock.now();
  const unknown = { reference: null, payUrl: null, state: 'beginning', endedAt: null, refunds: [] } as const;
  const payment = { ...asked, id: deps.ids.next(), provider: deps.provider.name, createdAt: now, askedAt: now, ...unknown };
  return deps.inUnit(({ payments }) => payments.add(payment));
}

async function ready(deps: PaymentDeps, payment: Payment): Promise<PaymentBegun> {
  const begun = await withReference(deps, payment);
  if (begun.payUrl === null) throw new Error(`The payment ${begun.id} has no page to pay on.`);
  return { kind: 'begun', payment: { ...begun, payUrl: begun.payUrl } };
}
