import type { TenantId } from '@snout/core/accounts';
import { issuePolicy, type ProductVersion, policyOf, recordPayment, toPolicyNumber } from '@snout/core/insurance';
import { decidedOn, EXAMPLE_NEXT_OFFER, EXAMPLE_OFFER, eventsOf, policyToIssue } from '@snout/core/testing';
import { describePolicyStore, INSURANCE_TENANTS, INSURED_PETS, POLICY_HOLDERS } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInsuranceDeps } from './create-insurance-deps.ts';
import { createPolicyStore } from './create-policy-store.ts';
import { createProductStore } from './create-product-store.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { withinScope } from './tenant-scope.ts';
import { addPeople, addTenants, describeOnPostgres } from './testing/index.ts';

const [MUTUAL, TAIL] = INSURANCE_TENANTS;

describe('policies in an embedded database', () => describePolicies('embedded', openInMemory));
describeOnPostgres('policies on a PostgreSQL server', (url) => describePolicies('on a server', () => openServer(url())));

function describePolicies(name: string, open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.close());

  const openPolicies = async () => {
    const { db } = database;
    await sql`truncate insurance_policies, insurance_products cascade`.execute(db);
    await addTenants(database, INSURANCE_TENANTS);
    await addPeople(database, POLICY_HOLDERS);
    for (const id of INSURED_PETS) {
      const row = sql`(${id}, ${MUTUAL}, ${id}, 'dog', now())`;
      await sql`insert into pets (id, tenant_id, name, species, enrolled_at) values ${row} on conflict do nothing`.execute(db);
    }
    await sell(MUTUAL, EXAMPLE_OFFER.productId, [EXAMPLE_OFFER, EXAMPLE_NEXT_OFFER]);
    return createPolicyStore(db);
  };
  const sell = async (tenant: TenantId, id: string, versions: readonly ProductVersion[]) => {
    const products = createProductStore(database.db);
    await products.add({ id, tenant, createdAt: new Date(), draft: { terms: EXAMPLE_OFFER.terms, savedAt: new Date() } });
    for (const version of versions) await products.publish(tenant, id, version);
  };
  const issued = (changes: Parameters<typeof policyToIssue>[0] = {}) =>
    eventsOf(issuePolicy(policyToIssue(changes), decidedOn('2027-02-10')));

  describePolicyStore(name, openPolicies);

  it('never changes an event, and shows policies to their insurer alone, whatever is asked for', async () => {
    const store = await openPolicies();
    await store.add('of mutual', issued());
    await store.add('of tail', issued({ tenant: TAIL }));
    const change = sql`update insurance_policy_events set at = now()`;
    await expect(change.execute(database.db)).rejects.toThrow('never changed');
    await withinScope(database.db, [TAIL], async (own) => {
      expect(await own.selectFrom('insurance_policies').select('id').execute()).toEqual([{ id: 'of tail' }]);
      expect(await own.selectFrom('insurance_policy_events').select('policy_id').execute()).toEqual([{ policy_id: 'of tail' }]);
    });
    const removal = withinScope(database.db, [TAIL], (own) => own.deleteFrom('insurance_policy_events').execute());
    await expect(removal).rejects.toThrow('permission denied');
    const forged = withinScope(database.db, [TAIL], (own) => sql`update insurance_policies set tenant_id = ${MUTUAL}`.execute(own));
    await expect(forged).rejects.toThrow('row-level security');
  });

  it('refuses a second open policy also past the store, and one by terms that there are not', async () => {
    const store = await openPolicies();
    await store.add('one', issued());
    const copy = sql`
      insert into insurance_policies (id, tenant_id, number, pet_id, status, sequence, issued_at)
      select 'two', tenant_id, 'other', pet_id, 'active', 1, issued_at from insurance_policies
    `;
    await expect(copy.execute(database.db)).rejects.toThrow('insurance_policies_one_open');
    const product = { ...EXAMPLE_OFFER, version: 9 };
    const unknown = store.add('three', issued({ product, petId: 'max', number: toPolicyNumber(new Uint8Array(11).fill(1)) }));
    await expect(unknown).rejects.toThrow('foreign key');
    expect(await store.find(MUTUAL, 'three')).toBeNull();
  });

  it('keeps a policy whose animal and holder were erased, and can go on with it', async () => {
    const store = await openPolicies();
    const events = issued();
    await store.add('one', events);
    await sql`delete from pets where id = 'rex'`.execute(database.db);
    for (const table of ['tenants', 'users']) await sql`delete from ${sql.table(table)} where id = 'ada'`.execute(database.db);
    const row = database.db.selectFrom('insurance_policies').select(['pet_id', 'holder_user_id']);
    expect(await row.execute()).toEqual([{ pet_id: null, holder_user_id: null }]);
    const policy = policyOf(events);
    const paid = eventsOf(recordPayment(policy, { amount: policy.terms[0].premium.total, reference: 'p' }, decidedOn('2027-02-11')));
    expect(await store.append(MUTUAL, 'one', { after: 1, events: paid })).toMatchObject({ kind: 'appended', policy: { status: 'active' } });
    expect(await row.execute()).toEqual([{ pet_id: null, holder_user_id: null }]);
  });

  it('goes with the insurer, and with the terms that it names', async () => {
    const store = await openPolicies();
    await sell(TAIL, 'of tail', [EXAMPLE_OFFER]);
    await store.add('one', issued({ tenant: TAIL, product: { ...EXAMPLE_OFFER, productId: 'of tail' } }));
    await sql`delete from tenants where id = ${TAIL}`.execute(database.db);
    const left = sql`select 1 from insurance_policies union all select 2 from insurance_policy_events`;
    expect((await left.execute(database.db)).rows).toEqual([]);
  });

  it('has nothing of a policy whose transaction was undone', async () => {
    const store = await openPolicies();
    const deps = createInsuranceDeps(database, { clock: { now: () => new Date() }, ids: { next: () => 'id' } });
    const undone = deps.inUnit(async ({ policies }) => {
      expect(await policies.add('one', issued())).toMatchObject({ kind: 'added' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await store.find(MUTUAL, 'one')).toBeNull();
  });
}
