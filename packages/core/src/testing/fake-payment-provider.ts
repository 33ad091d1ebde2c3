import {
  type KnownPayment,
  type PaymentProvider,
  PaymentProviderError,
  type ProviderState,
  type RefundOutcome,
} from '../insurance/index.ts';

interface Kept {
  readonly key: string;
  readonly reference: string;
  known: KnownPayment;
}

/** A provider as the port describes it, whose other side tests play. The one to try things out with is the sandbox of packages/payments. */
export function createFakePaymentProvider(name = 'fake') {
  const payments: Kept[] = [];
  const refunds = new Map<string, RefundOutcome>();
  const trouble = { before: false, after: false, refund: { kind: 'refunded' } as RefundOutcome };
  /** With a turn of the event loop before and after, as a network has. */
  const onTheWay = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (trouble.before) throw new PaymentProviderError('provider-unreachable', `${name} did not answer.`);
    const value = work();
    await Promise.resolve();
    if (trouble.after) throw new PaymentProviderError('provider-unreachable', `${name} did not answer.`);
    return value;
  };
  const keptAs = (reference: string) => payments.find((payment) => payment.reference === reference);
  const provider: PaymentProvider = {
    name,
    begin: ({ key, amount, currency }) =>
      onTheWay(() => {
        const reference = `${name}-${payments.length + 1}`;
        const known = { state: 'open', amount, currency, refunded: 0, decline: null } as const;
        const kept = payments.find((payment) => payment.key === key) ?? { key, reference, known };
        if (kept.reference === reference) payments.push(kept);
        return { reference: kept.reference, payUrl: `https://pay.example/${kept.reference}` };
      }),
    find: (reference) => onTheWay(() => keptAs(reference)?.known ?? null),
    refund: ({ key, reference, amount }) =>
      onTheWay(() => {
        const kept = keptAs(reference);
        const before = refunds.get(key);
        const outcome = before === undefined || before.kind === 'pending' ? trouble.refund : before;
        if (kept && before === undefined && outcome.kind !== 'refused')
          kept.known = { ...kept.known, refunded: kept.known.refunded + amount };
        refunds.set(key, outcome);
        return outcome;
      }),
    readCallback: () => ({ kind: 'not-genuine' }),
  };
  return {
    ...{ provider, payments, trouble },
    /** What became of the payment on the provider's side. */
    become(reference: string | null, state: ProviderState, change: Partial<KnownPayment> = {}): void {
      const kept = keptAs(reference ?? '');
      if (kept === undefined) throw new Error(`There is no payment ${reference}.`);
      kept.known = { ...kept.known, state, ...change };
    },
  };
}
