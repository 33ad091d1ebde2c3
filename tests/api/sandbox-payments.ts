import { randomUUID } from 'node:crypto';
import { type PaymentDeps, type ProviderCallback, payPolicy } from '@snout/core/insurance';
import type { Clock } from '@snout/core/recognition';
import { createInMemoryPayments, createInMemorySandboxPayments } from '@snout/core/testing';
import { createSandboxPaymentProvider } from '@snout/payments';

/** Payments in the sandbox, in memory unless stores are given; the callbacks that it sends wait in `sent`. */
export function sandboxPayments(clock: Clock, units: Pick<PaymentDeps, 'payments' | 'inUnit'> = createInMemoryPayments()) {
  const ids = { next: () => randomUUID() };
  const sent: ProviderCallback[] = [];
  const provider = createSandboxPaymentProvider({
    ...{ store: createInMemorySandboxPayments(), clock, ids, secret: 'a secret of the sandbox', callbacks: [0] },
    payUrl: (reference) => `http://localhost:4873/sandbox-payments/${reference}`,
    sendCallback: (_afterMs, make) => sent.push(make()),
  });
  const deps: PaymentDeps = { ...units, provider, clock, ids, onPaid: async (unit, payment) => void (await payPolicy(unit, payment)) };
  return { provider, sent, deps };
}
