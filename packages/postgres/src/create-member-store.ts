import type { AccountStore, MemberChange, Role, TenantId } from '@snout/core/accounts';
import type { Transaction } from 'kysely';
import { type Executor, inTransaction } from './database.ts';
import type { Schema } from './schema.ts';

export function createMemberStore(db: Executor): Pick<AccountStore, 'members' | 'setRole' | 'removeMember'> {
  return {
    async members(tenant) {
      const rows = await db
        .selectFrom('members')
        .innerJoin('users', 'users.id', 'members.user_id')
        .select(['users.id', 'users.name', 'users.email', 'members.role', 'members.created_at'])
        .where('members.tenant_id', '=', tenant)
        .orderBy('users.name')
        .orderBy('users.id')
        .execute();
      return rows.map(({ id, name, email, role, created_at }) => ({ userId: id, name, email, role, since: created_at.toISOString() }));
    },
    setRole: (tenant, userId, role) => inTransaction(db, (transaction) => changeMember(transaction, { tenant, userId, role })),
    removeMember: (tenant, userId) => inTransaction(db, (transaction) => changeMember(transaction, { tenant, userId, role: null })),
  };
}

/** `role` null: no longer a member. Two owners who leave at once wait for each other: the tenant's row is locked. */
async function changeMember(
  transaction: Transaction<Schema>,
  { tenant, userId, role }: { readonly tenant: TenantId; readonly userId: string; readonly role: Role | null },
): Promise<MemberChange> {
  await transaction.selectFrom('tenants').select('id').where('id', '=', tenant).forUpdate().execute();
  const members = await transaction.selectFrom('members').select(['user_id', 'role']).where('tenant_id', '=', tenant).execute();
  if (!members.some((member) => member.user_id === userId)) return 'not-a-member';
  const hasOwner = role === 'owner' || members.some((member) => member.role === 'owner' && member.user_id !== userId);
  if (!hasOwner) return 'last-owner';
  if (role === null) await transaction.deleteFrom('members').where('tenant_id', '=', tenant).where('user_id', '=', userId).execute();
  else await transaction.updateTable('members').set({ role }).where('tenant_id', '=', tenant).where('user_id', '=', userId).execute();
  return 'done';
}
