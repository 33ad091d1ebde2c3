import type { Payment } from '@snout/core/insurance';
import { describePayments, describeSandboxPaymentStore, INSURANCE_TENANTS } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPaymentUnits } from './create-payment-units.ts';
import { createSandboxPaymentStore } from './create-sandbox-payment-store.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { withinScope } from './tenant-scope.ts';
import { addTenants, describeOnPostgres } from './testing/index.ts';

const [MUTUAL, TAIL] = INSURANCE_TENANTS;
const AT = new Date('2027-02-10T12:00:00.000Z');
const OPEN: Payment = {
  ...{ id: 'of mutual', tenant: MUTUAL, payable: { kind: 'policy', id: 'p', term: 1 }, amount: 4_000_000_000, currency: 'USD' },
  ...{
    description: 'A policy',
    returnUrl: 'https://snout.example/p',
    provider: 'fake',
    reference: 'fake-1',
    payUrl: 'https://pay.example/1',
  },
  ...{ state: 'open', createdAt: AT, askedAt: AT, endedAt: null, refunds: [] },
};

describe('payments in an embedded database', () => describeStores('embedded', openInMemory));
describeOnPostgres('payments on a PostgreSQL server', (url) => describeStores('on a server', () => openServer(url())));

function describeStores(name: string, open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.close());

  const openUnits = async () => {
    await sql`truncate payments, sandbox_payments cascade`.execute(database.db);
    await addTenants(database, INSURANCE_TENANTS);
    return createPaymentUnits(database);
  };
  const openSandbox = async () => {
    await openUnits();
    return createSandboxPaymentStore(database.db);
  };

  describePayments(name, openUnits);
  describeSandboxPaymentStore(name, openSandbox);

  it('gives payments as they were given, refunds in their order, to their insurer alone, whatever is asked for', async () => {
    const { payments } = await openUnits();
    const refund = { amount: 3_000_000_000, state: 'asked', code: null, createdAt: AT, endedAt: null } as const;
    const paid: Payment = {
      ...OPEN,
      state: 'paid',
      endedAt: AT,
      refunds: [
        { ...refund, id: 'z' },
        { ...refund, id: 'a', amount: 1 },
      ],
    };
    await payments.add(OPEN);
    await payments.save(paid);
    expect(await payments.find(MUTUAL, 'of mutual')).toEqual(paid);
    await payments.add({ ...OPEN, id: 'of tail', tenant: TAIL, reference: 'fake-2' });
    await withinScope(database.db, [TAIL], async (own) => {
      expect(await own.selectFrom('payments').select('id').execute()).toEqual([{ id: 'of tail' }]);
      expect(await own.selectFrom('payment_refunds').select('id').execute()).toEqual([]);
      await own.updateTable('payment_refunds').set({ state: 'pending' }).execute();
    });
    expect(await payments.find(MUTUAL, 'of mutual')).toEqual(paid);
    for (const statement of [sql`delete from payments`, sql`delete from payment_refunds`, sql`select * from sandbox_payments`]) {
      await expect(withinScope(database.db, [TAIL], (own) => statement.execute(own))).rejects.toThrow('permission denied');
    }
  });

  it('refuses a second payment for the same thing also past the store', async () => {
    const { payments } = await openUnits();
    await payments.add(OPEN);
    const copy = sql`
      insert into payments select 'two', tenant_id, payable_kind, payable_id, payable_term, amount, currency, description, return_url, provider,
        'fake-2', pay_url, state, created_at, asked_at, ended_at from payments
    `;
    await expect(copy.execute(database.db)).rejects.toThrow('payments_one_at_a_time');
  });

  it('goes with the insurer', async () => {
    const { payments } = await openUnits();
    const refund = { id: 'a', amount: 1, state: 'asked', code: null, createdAt: AT, endedAt: null } as const;
    await payments.add({ ...OPEN, tenant: TAIL, state: 'paid', endedAt: AT, refunds: [refund] });
    await sql`delete from tenants where id = ${TAIL}`.execute(database.db);
    const left = sql`select 1 from payments union all select 2 from payment_refunds`;
    expect((await left.execute(database.db)).rows).toEqual([]);
  });
}
