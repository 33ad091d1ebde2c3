import type { TenantId } from '@snout/core/accounts';
import type { Erasure, ErasureStore } from '@snout/core/erasure';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import { closeWaysIn, countRowsLeft, holdTenant, removeTenant } from './erased-rows.ts';

export function createErasureStore(db: Transaction<Schema>): ErasureStore {
  return {
    facts: (tenant) => factsOf(db, tenant),
    async add({ id, tenant, kind, requestedBy, requestedAt }) {
      const added = await db
        .insertInto('erasures')
        .values({ id, tenant_id: tenant, kind, requested_by: requestedBy, requested_at: requestedAt })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
    async find(id) {
      // Locked, so that of two processes that do the same, the second finds it done.
      const row = await db.selectFrom('erasures').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (row === undefined || row.requested_by === null) return null;
      return { id, tenant: row.tenant_id as TenantId, kind: row.kind, requestedBy: row.requested_by, requestedAt: row.requested_at };
    },
    async unfinished() {
      const rows = await db.selectFrom('erasures').select('id').where('finished_at', 'is', null).orderBy('requested_at').execute();
      return rows.map(({ id }) => id);
    },
    closeWaysIn: (erasure) => closeWaysIn(db, erasure),
    async addresseeOf({ requestedBy }) {
      const row = await db.selectFrom('users').select(['email', 'name', 'locale']).where('id', '=', requestedBy).executeTakeFirst();
      return row ? { address: row.email, name: row.name, locale: row.locale } : null;
    },
    async tenantName(tenant) {
      return (await db.selectFrom('tenants').select('name').where('id', '=', tenant).executeTakeFirst())?.name ?? '';
    },
    ...files(db),
    holdTenant: (erasure) => holdTenant(db, erasure),
    removeTenant: (erasure) => removeTenant(db, erasure),
    countRowsLeft: (erasure) => countRowsLeft(db, erasure),
    async finish(id, at) {
      await db.updateTable('erasures').set({ finished_at: at, requested_by: null }).where('id', '=', id).execute();
    },
    async removeFinishedBefore(time) {
      const { numDeletedRows } = await db.deleteFrom('erasures').where('finished_at', '<', time).executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function files(db: Transaction<Schema>): Pick<ErasureStore, 'noteFiles' | 'notedFiles' | 'forgetFiles' | 'addCounts'> {
  return {
    async noteFiles(id, keys) {
      if (keys.length === 0) return;
      await db
        .insertInto('erasure_files')
        .values(keys.map((key) => ({ blob_key: key, erasure_id: id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async notedFiles(id) {
      const rows = await db.selectFrom('erasure_files').select('blob_key').where('erasure_id', '=', id).orderBy('blob_key').execute();
      return rows.map((row) => row.blob_key);
    },
    async forgetFiles(id, keys) {
      await db
        .deleteFrom('erasure_files')
        .where('erasure_id', '=', id)
        .where(sql<boolean>`blob_key = any (${[...keys]}::text[])`)
        .execute();
    },
    async addCounts(id, counts) {
      await sql`update erasures set pets = pets + ${counts.pets}, files = files + ${counts.files} where id = ${id}`.execute(db);
    },
  };
}

async function factsOf(db: Transaction<Schema>, tenant: Erasure['tenant']): ReturnType<ErasureStore['facts']> {
  const { rows } = await sql<{ pets: number; shared: number; others: number }>`
    select
      (select count(*)::integer from pets where tenant_id = ${tenant}) as pets,
      (select count(*)::integer from pets where tenant_id = ${tenant} and id in (select pet_id from pet_carers)) as shared,
      (select count(*)::integer from users where id <> ${tenant}) as others
  `.execute(db);
  const orphaned = await sql<{ id: string; name: string }>`
    select tenants.id, tenants.name from tenants join members on members.tenant_id = tenants.id
    where members.user_id = ${tenant} and members.role = 'owner' and tenants.kind <> 'personal'
      and not exists (select from members other where other.tenant_id = tenants.id and other.role = 'owner' and other.user_id <> ${tenant})
    order by tenants.name, tenants.id
  `.execute(db);
  const [counted] = rows;
  return {
    pets: counted?.pets ?? 0,
    sharedPets: counted?.shared ?? 0,
    orphanedOrganisations: orphaned.rows.map(({ id, name }) => ({ id: id as TenantId, name })),
    otherAccounts: counted?.others ?? 0,
  };
}
