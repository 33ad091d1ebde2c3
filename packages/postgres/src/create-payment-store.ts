import type { TenantId } from '@snout/core/accounts';
import type { Payable, Payment, PaymentAdded, PaymentRefund, PaymentStore } from '@snout/core/insurance';
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Executor } from './database.ts';
import type { PaymentTables } from './payment-tables.ts';
import type { Schema } from './schema.ts';
import { withinScope } from './tenant-scope.ts';

/** Each is done as the role that sees the tenant's rows only, but for what a provider's word or the job of no tenant asks. */
export function createPaymentStore(executor: Executor): PaymentStore {
  const one = (tenant: TenantId, narrow: Narrow) =>
    withinScope(
      executor,
      [tenant],
      async (own) => (await paymentsOf(own, (query) => narrow(query.where('tenant_id', '=', tenant))))[0] ?? null,
    );
  return {
    add: (payment) => withinScope(executor, [payment.tenant], (own) => add(own, payment)),
    find: (tenant, id) => one(tenant, (query) => query.where('id', '=', id)),
    lock: (tenant, id) => one(tenant, (query) => query.where('id', '=', id).forUpdate()),
    save: (payment) => withinScope(executor, [payment.tenant], (own) => save(own, payment)),
    ofPayable: (tenant, payable) =>
      withinScope(executor, [tenant], (own) => paymentsOf(own, (query) => forPayable(query, tenant, payable))),
    async findByReference(provider, reference) {
      const found = await paymentsOf(executor, (query) => query.where('provider', '=', provider).where('reference', '=', reference));
      return found[0] ?? null;
    },
    toAskAgain: ({ askedBefore, limit }) =>
      paymentsOf(executor, (query) =>
        query
          .where('asked_at', '<', askedBefore)
          .where(
            sql<boolean>`(state in ('beginning', 'open') or id in (select payment_id from payment_refunds where state in ('asked', 'pending')))`,
          )
          .clearOrderBy()
          .orderBy('asked_at')
          .orderBy('id')
          .limit(limit),
      ),
  };
}

type Rows = SelectQueryBuilder<Schema, 'payments', PaymentRow>;
type Narrow = (query: Rows) => Rows;
type PaymentRow = Selectable<PaymentTables['payments']>;
type RefundRow = Selectable<PaymentTables['payment_refunds']>;

async function add(own: Executor, payment: Payment): Promise<PaymentAdded> {
  const { id, tenant, payable, amount, currency, description, returnUrl, provider, createdAt } = payment;
  // Whoever adds for the same payable waits until the transaction ends, and then sees what it added.
  const lock = `payable ${tenant} ${payable.kind} ${payable.id} ${payable.term}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(own);
  const there = await paymentsOf(own, (query) => forPayable(query, tenant, payable).where('state', 'in', ['beginning', 'open', 'paid']));
  if (there[0] !== undefined) return { kind: 'there', payment: there[0] };
  const row = {
    ...{ id, tenant_id: tenant, payable_kind: payable.kind, payable_id: payable.id, payable_term: payable.term },
    ...{ amount, currency, description, return_url: returnUrl, provider, created_at: createdAt },
    ...toChanging(payment),
  };
  await own.insertInto('payments').values(row).execute();
  await saveRefunds(own, payment);
  return { kind: 'added', payment };
}

async function save(own: Executor, payment: Payment): Promise<void> {
  const { id, tenant } = payment;
  await own.updateTable('payments').set(toChanging(payment)).where('tenant_id', '=', tenant).where('id', '=', id).execute();
  await saveRefunds(own, payment);
}

async function saveRefunds(own: Executor, { id: paymentId, refunds }: Payment): Promise<void> {
  if (refunds.length === 0) return;
  const rows = refunds.map(({ id, amount, state, code, createdAt, endedAt }, position) => ({
    ...{ payment_id: paymentId, id, position, amount, state, code, created_at: createdAt, ended_at: endedAt },
  }));
  await own
    .insertInto('payment_refunds')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['payment_id', 'id']).doUpdateSet(({ ref }) => ({
        state: ref('excluded.state'),
        code: ref('excluded.code'),
        ended_at: ref('excluded.ended_at'),
      })),
    )
    .execute();
}

/** Oldest first, in two queries, however many there are. */
async function paymentsOf(executor: Executor, narrow: Narrow): Promise<readonly Payment[]> {
  const rows = await narrow(executor.selectFrom('payments').selectAll().orderBy('created_at').orderBy('id')).execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const refunds = await executor
    .selectFrom('payment_refunds')
    .selectAll()
    .where(sql<boolean>`payment_id = any (${ids}::text[])`)
    .orderBy('payment_id')
    .orderBy('position')
    .execute();
  const byPayment = Map.groupBy(refunds, ({ payment_id }) => payment_id);
  return rows.map((row) => toPayment(row, byPayment.get(row.id) ?? []));
}

function forPayable(query: Rows, tenant: TenantId, { kind, id, term }: Payable): Rows {
  const of = query.where('tenant_id', '=', tenant).where('payable_kind', '=', kind);
  return of.where('payable_id', '=', id).where('payable_term', '=', term);
}

function toChanging({ reference, payUrl, state, askedAt, endedAt }: Payment) {
  return { reference, pay_url: payUrl, state, asked_at: askedAt, ended_at: endedAt };
}

function toPayment(row: PaymentRow, refunds: readonly RefundRow[]): Payment {
  const { id, currency, description, provider, reference, state } = row;
  return {
    ...{ id, currency, description, provider, reference, state },
    tenant: row.tenant_id as TenantId,
    payable: { kind: row.payable_kind, id: row.payable_id, term: row.payable_term },
    amount: Number(row.amount),
    returnUrl: row.return_url,
    payUrl: row.pay_url,
    createdAt: row.created_at,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    refunds: refunds.map(toRefund),
  };
}

function toRefund({ id, amount, state, code, created_at, ended_at }: RefundRow): PaymentRefund {
  return { id, amount: Number(amount), state, code, createdAt: created_at, endedAt: ended_at };
}
