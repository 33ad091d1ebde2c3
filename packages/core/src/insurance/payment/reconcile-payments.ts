import { withReference } from './begin-payment.ts';
import { isUnderWay, type Payment } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { PaymentProviderError } from './payment-provider-error.ts';
import { pursueRefund } from './refund-payment.ts';
import { settlePayment } from './settle-payment.ts';

export interface Reconciled {
  readonly asked: number;
  /** How many payments and refunds came to their end. */
  readonly ended: number;
  /** Payments that contradict what the provider says. A person has to look. */
  readonly contradicted: readonly string[];
  /** Payments that the provider could not be asked about, with why; asked again in a later round. */
  readonly failed: readonly { readonly id: string; readonly why: string }[];
}

/** Asks once more about what has been unsettled, or being paid back, since some time: for callbacks that never came and answers that were lost. */
export async function reconcilePayments(
  deps: PaymentDeps,
  { olderThanMs, limit }: { readonly olderThanMs: number; readonly limit: number },
): Promise<Reconciled> {
  const askedBefore = new Date(deps.clock.now().getTime() - olderThanMs);
  const payments = await deps.payments.toAskAgain({ askedBefore, limit });
  let ended = 0;
  const contradicted: string[] = [];
  const failed: { id: string; why: string }[] = [];
  for (const payment of payments) {
    try {
      const result = await askAgain(deps, payment);
      ended += result.ended;
      if (result.isContradicted) contradicted.push(payment.id);
    } catch (error) {
      if (!(error instanceof PaymentProviderError)) throw error;
      failed.push({ id: payment.id, why: error.message });
    }
    // Also after a failure: those that fail for good must not keep the others waiting.
    await markAsked(deps, payment);
  }
  return { asked: payments.length, ended, contradicted, failed };
}

async function askAgain(deps: PaymentDeps, payment: Payment): Promise<{ readonly ended: number; readonly isContradicted: boolean }> {
  const settled = await settlePayment(deps, await withReference(deps, payment));
  let ended = settled.kind === 'settled' ? 1 : 0;
  for (const refund of settled.payment.refunds.filter(isUnderWay)) {
    if (!isUnderWay(await pursueRefund(deps, settled.payment, refund))) ended++;
  }
  return { ended, isContradicted: settled.kind === 'contradicted' };
}

async function markAsked({ inUnit, clock }: PaymentDeps, { tenant, id }: Payment): Promise<void> {
  await inUnit(async ({ payments }) => {
    const locked = await payments.lock(tenant, id);
    if (locked !== null) await payments.save({ ...locked, askedAt: clock.now() });
  });
}
