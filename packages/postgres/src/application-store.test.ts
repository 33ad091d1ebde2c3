import type { TenantId } from '@snout/core/accounts';
import { READY_PRODUCTS } from '@snout/core/insurance';
import { toCalendarDay } from '@snout/core/pets';
import { describeApplicationStore, INSURANCE_TENANTS } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplicationStore } from './create-application-store.ts';
import { createProductStore } from './create-product-store.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { withinScope } from './tenant-scope.ts';
import { addPeople, addTenants, describeOnPostgres } from './testing/index.ts';

const [MUTUAL, TAIL] = INSURANCE_TENANTS;
/** What applications of the suite name. */
const ANIMALS = ['a', 'late', 'early', 'done', 'theirs', 'first', 'second', 'other'].map((id) => `animal-${id}`);

describe('applications in an embedded database', () => describeApplications('embedded', openInMemory));
describeOnPostgres('applications on a PostgreSQL server', (url) => describeApplications('on a server', () => openServer(url())));

function describeApplications(name: string, open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.close());

  const openApplications = async () => {
    const { db } = database;
    await sql`truncate insurance_applications, insurance_policies, insurance_products cascade`.execute(db);
    await addTenants(database, INSURANCE_TENANTS);
    await addPeople(database, ['ann', 'somebody else']);
    for (const id of ANIMALS) {
      await sql`insert into pets (id, tenant_id, name, species, enrolled_at) values (${id}, ${MUTUAL}, ${id}, 'dog', now()) on conflict do nothing`.execute(
        db,
      );
    }
    await sql`insert into insurance_policies (id, tenant_id, number, status, sequence, issued_at) values ('policy', ${MUTUAL}, 'n', 'active', 1, now())`.execute(
      db,
    );
    await sell();
    return createApplicationStore(db);
  };
  const sell = async () => {
    const store = createProductStore(database.db);
    const terms = READY_PRODUCTS['gb-yearly'];
    const at = new Date('2026-03-01T00:00:00Z');
    await store.add({ id: 'yearly', tenant: MUTUAL, createdAt: at, draft: { terms, savedAt: at } });
    for (const version of [1, 2]) {
      await store.publish(MUTUAL, 'yearly', { version, effectiveFrom: toCalendarDay(`2026-03-0${version}`), terms, publishedAt: at });
    }
  };
  describeApplicationStore(name, openApplications);

  it('shows no row of another insurer to a query that forgot to ask', async () => {
    await openApplications();
    const columns = sql`id, tenant_id, own_pet_id, product_id, product_version, cover, accepted, state, reasons, created_at`;
    await sql`insert into insurance_applications (${columns}) values ('x', ${MUTUAL}, 'p', 'yearly', 1, '{}', '{}', 'referred', '[]', now())`.execute(
      database.db,
    );
    const count = (tenant: TenantId) =>
      withinScope(database.db, [tenant], async (own) => (await own.selectFrom('insurance_applications').selectAll().execute()).length);
    expect([await count(MUTUAL), await count(TAIL)]).toEqual([1, 0]);
    const remove = sql`delete from insurance_applications`;
    await expect(withinScope(database.db, [MUTUAL], (own) => remove.execute(own))).rejects.toThrow(/permission denied/);
  });
}
