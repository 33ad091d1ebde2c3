import type { SandboxPayment, SandboxPaymentStore } from '@snout/core/insurance';
import type { Selectable } from 'kysely';
import { type Executor, inTransaction } from './database.ts';
import type { PaymentTables } from './payment-tables.ts';

/** What the sandbox provider knows, in a table that refers to no other. */
export function createSandboxPaymentStore(executor: Executor): SandboxPaymentStore {
  return {
    async add(payment) {
      const { reference, key, amount, currency, description, returnUrl, state, decline, expiresAt, refunds } = payment;
      const row = { ...{ reference, key, amount, currency, description, state, decline }, return_url: returnUrl, expires_at: expiresAt };
      await executor
        .insertInto('sandbox_payments')
        .values({ ...row, refunds: JSON.stringify(refunds) })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      const kept = await executor.selectFrom('sandbox_payments').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
      return toPayment(kept);
    },
    async find(reference) {
      const row = await executor.selectFrom('sandbox_payments').selectAll().where('reference', '=', reference).executeTakeFirst();
      return row ? toPayment(row) : null;
    },
    async change(reference, { state, decline }) {
      const open = executor
        .updateTable('sandbox_payments')
        .set({ state, decline })
        .where('reference', '=', reference)
        .where('state', '=', 'open');
      return (await open.executeTakeFirst()).numUpdatedRows > 0n;
    },
    addRefund: (reference, refund) =>
      withRefunds(executor, reference, async ({ amount, refunds }, save) => {
        const there = refunds.find(({ key }) => key === refund.key);
        if (there !== undefined) return there;
        const total = refunds.reduce((sum, one) => (one.state === 'refused' ? sum : sum + one.amount), 0);
        if (total + refund.amount > amount) return 'more-than-left';
        await save([...refunds, refund]);
        return refund;
      }),
    endRefund: (reference, { key, state }) =>
      withRefunds(executor, reference, async ({ refunds }, save) => {
        if (!refunds.some((one) => one.key === key && one.state === 'pending')) return false;
        await save(refunds.map((one) => (one.key === key ? { ...one, state } : one)));
        return true;
      }),
  };
}

/** Of two that change the refunds of a payment, one waits for the other. */
function withRefunds<T>(
  executor: Executor,
  reference: string,
  work: (payment: SandboxPayment, save: (refunds: SandboxPayment['refunds']) => Promise<void>) => Promise<T>,
): Promise<T> {
  return inTransaction(executor, async (transaction) => {
    const locked = transaction.selectFrom('sandbox_payments').selectAll().where('reference', '=', reference).forUpdate();
    return work(toPayment(await locked.executeTakeFirstOrThrow()), async (refunds) => {
      const changed = { refunds: JSON.stringify(refunds) };
      await transaction.updateTable('sandbox_payments').set(changed).where('reference', '=', reference).execute();
    });
  });
}

function toPayment(row: Selectable<PaymentTables['sandbox_payments']>): SandboxPayment {
  const { reference, key, currency, description, state, decline, refunds } = row;
  return {
    ...{ reference, key, currency, description, state, decline, refunds },
    amount: Number(row.amount),
    returnUrl: row.return_url,
    expiresAt: row.expires_at,
  };
}
