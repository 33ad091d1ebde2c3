import { isUnderWay, isUnsettled, type Payable, type Payment, type PaymentDeps, type PaymentStore } from '../insurance/index.ts';
import { createInMemoryAuditLog } from './in-memory-audit-log.ts';
import { createInMemoryPolicies } from './in-memory-policies.ts';
import { createInMemoryProducts } from './in-memory-products.ts';

/** Payments in a map, and units of work that follow each other; what a payment was before a unit that throws, it is after it. */
export function createInMemoryPayments(): Pick<PaymentDeps, 'payments' | 'inUnit'> {
  let all = new Map<string, Payment>();
  const payments = storeOver(() => all);
  const [products, policies, audit] = [createInMemoryProducts(new Map()), createInMemoryPolicies(), createInMemoryAuditLog()];
  let last: Promise<unknown> = Promise.resolve();
  return {
    payments,
    inUnit(work) {
      const turn = last.then(async () => {
        const before = new Map(all);
        try {
          return await work({ payments, products, policies, audit });
        } catch (error) {
          all = before;
          throw error;
        }
      });
      last = turn.catch(() => {});
      return turn;
    },
  };
}

// Nothing is awaited below: between asking and writing nobody else may come.
function storeOver(all: () => Map<string, Payment>): PaymentStore {
  const oldest = () => [...all().values()].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  const found = (id: string, tenant: string) => {
    const payment = all().get(id);
    return payment?.tenant === tenant ? payment : null;
  };
  return {
    async add(payment) {
      const there = oldest().find((other) => isFor(other, payment) && (isUnsettled(other) || other.state === 'paid'));
      if (there !== undefined) return { kind: 'there', payment: there };
      all().set(payment.id, payment);
      return { kind: 'added', payment };
    },
    find: async (tenant, id) => found(id, tenant),
    lock: async (tenant, id) => found(id, tenant),
    async save(payment) {
      if (found(payment.id, payment.tenant) !== null) all().set(payment.id, payment);
    },
    ofPayable: async (tenant, payable) => oldest().filter((payment) => isFor(payment, { tenant, payable })),
    findByReference: async (provider, reference) =>
      oldest().find((one) => one.provider === provider && one.reference === reference) ?? null,
    toAskAgain: async ({ askedBefore, limit }) =>
      oldest()
        .filter((payment) => payment.askedAt < askedBefore && (isUnsettled(payment) || payment.refunds.some(isUnderWay)))
        .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
        .slice(0, limit),
  };
}

function isFor(payment: Payment, { tenant, payable }: { readonly tenant: string; readonly payable: Payable }): boolean {
  const { kind, id, term } = payment.payable;
  return payment.tenant === tenant && kind === payable.kind && id === payable.id && term === payable.term;
}
