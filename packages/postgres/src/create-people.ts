import type { People, TenantId } from '@snout/core/accounts';
import type { Executor } from './database.ts';

export function createPeople(db: Executor): People {
  return {
    async tenantNames(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('tenants')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute();
      return new Map(rows.map(({ id, name }) => [id as TenantId, name]));
    },
    async personNames(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('users')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async contacts(tenant) {
      const rows = await db
        .selectFrom('members')
        .innerJoin('users', 'users.id', 'members.user_id')
        .select(['users.id', 'users.email', 'users.locale'])
        .where('members.tenant_id', '=', tenant)
        .where('members.role', 'in', ['owner', 'admin'])
        .where('users.email_verified', '=', true)
        .orderBy('users.id')
        .execute();
      return rows.map(({ id, email, locale }) => ({ personId: id, address: email, locale }));
    },
  };
}
