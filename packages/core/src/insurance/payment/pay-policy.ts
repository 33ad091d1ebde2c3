import type { AuditActor } from '../../audit/index.ts';
import { recordPayment } from '../policy/decide-policy.ts';
import { unpaidTerm } from '../policy/policy-cover.ts';
import type { Payment } from './payment.ts';
import type { PaymentUnit } from './payment-deps.ts';

/** The id of the refund of a payment that came when nothing was due any more. */
export const NOT_DUE = 'not-due';

/** The service itself: the provider said so, and no person. */
const SERVICE: AuditActor = { kind: 'service', id: null };
/** Each fails only when another change of the same policy came between. */
const MOST_ATTEMPTS = 3;

/**
 * What follows from a payment (PaymentDeps.onPaid): the term of the policy is paid. A payment that came too late, or for a policy that ended
 * meanwhile, is due back: its refund is written down in the same transaction, and the job that reconciles payments asks the provider for it.
 */
export async function payPolicy(unit: PaymentUnit, payment: Payment): Promise<'paid' | 'not-due'> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const outcome = await tryToPay(unit, payment);
    if (outcome !== 'changed-meanwhile') return outcome;
  }
  throw new Error(`The policy ${payment.payable.id} changed again and again while its payment was recorded.`);
}

async function tryToPay({ policies, payments }: PaymentUnit, payment: Payment): Promise<'paid' | 'not-due' | 'changed-meanwhile'> {
  const { tenant, payable, amount, currency, id: reference, endedAt } = payment;
  if (endedAt === null) throw new Error(`The payment ${reference} has not ended.`);
  const policy = (await policies.find(tenant, payable.id))?.policy;
  // The day counts on which we come to know of it.
  if (policy !== undefined && policy.currency === currency && unpaidTerm(policy)?.number === payable.term) {
    const decision = recordPayment(policy, { amount, reference }, { at: endedAt, actor: SERVICE });
    if (decision.kind === 'decided') {
      const { kind } = await policies.append(tenant, payable.id, { after: policy.sequence, events: decision.events });
      if (kind === 'appended') return 'paid';
      if (kind === 'changed-meanwhile') return kind;
    }
  }
  const refund = { id: NOT_DUE, amount, state: 'asked', code: null, createdAt: endedAt, endedAt: null } as const;
  await payments.save({ ...payment, refunds: [...payment.refunds, refund] });
  return 'not-due';
}
