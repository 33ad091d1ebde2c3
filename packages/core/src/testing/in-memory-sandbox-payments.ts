import type { SandboxPayment, SandboxPaymentStore, SandboxRefund } from '../insurance/index.ts';

/** What the sandbox provider knows, in a map. */
export function createInMemorySandboxPayments(): SandboxPaymentStore {
  const payments = new Map<string, SandboxPayment>();
  const known = (reference: string) => {
    const payment = payments.get(reference);
    if (payment === undefined) throw new Error(`The sandbox has no payment ${reference}.`);
    return payment;
  };
  // Nothing is awaited below: between asking and writing nobody else may come.
  return {
    async add(payment) {
      const there = [...payments.values()].find(({ key }) => key === payment.key);
      if (there !== undefined) return there;
      payments.set(payment.reference, payment);
      return payment;
    },
    find: async (reference) => payments.get(reference) ?? null,
    async change(reference, change) {
      const payment = known(reference);
      if (payment.state !== 'open') return false;
      payments.set(reference, { ...payment, ...change });
      return true;
    },
    async addRefund(reference, refund) {
      const payment = known(reference);
      const there = payment.refunds.find(({ key }) => key === refund.key);
      if (there !== undefined) return there;
      if (total(payment.refunds) + refund.amount > payment.amount) return 'more-than-left';
      payments.set(reference, { ...payment, refunds: [...payment.refunds, refund] });
      return refund;
    },
    async endRefund(reference, { key, state }) {
      const payment = known(reference);
      const isPending = payment.refunds.some((refund) => refund.key === key && refund.state === 'pending');
      const refunds = payment.refunds.map((refund) => (refund.key === key && isPending ? { ...refund, state } : refund));
      payments.set(reference, { ...payment, refunds });
      return isPending;
    },
  };
}

function total(refunds: readonly SandboxRefund[]): number {
  return refunds.reduce((sum, { amount, state }) => (state === 'refused' ? sum : sum + amount), 0);
}
