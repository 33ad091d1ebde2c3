import type { AccountStore, Membership, TenantId } from '@snout/core/accounts';
import { sql } from 'kysely';
import { createInvitationStore } from './create-invitation-store.ts';
import { createMemberStore } from './create-member-store.ts';
import { type Executor, inTransaction } from './database.ts';

export function createAccountStore(db: Executor): AccountStore {
  return {
    ...createMemberStore(db),
    ...createInvitationStore(db),
    async findActor(userId, sessionId) {
      const user = await db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
      if (user === undefined) return null;
      const { id, email, name } = user;
      const memberships = await membershipsOf(db, userId);
      return { kind: 'user', id, email, name, emailVerified: user.email_verified, isOperator: user.is_operator, memberships, sessionId };
    },
    async localeOf(email) {
      const row = await db.selectFrom('users').select('locale').where('email', '=', email.toLowerCase()).executeTakeFirst();
      return row?.locale ?? null;
    },
    async idOf(email) {
      const row = await db.selectFrom('users').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst();
      return row?.id ?? null;
    },
    async sessions(userId) {
      const rows = await db
        .selectFrom('sessions')
        .select(['id', 'user_agent', 'ip_address', 'created_at', 'expires_at'])
        .where('user_id', '=', userId)
        .where('expires_at', '>', sql<Date>`now()`)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        userAgent: row.user_agent,
        ipAddress: row.ip_address,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      }));
    },
    async endSession(userId, sessionId) {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('id', '=', sessionId)
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    async endOtherSessions(userId, keptSessionId) {
      await db.deleteFrom('sessions').where('user_id', '=', userId).where('id', '!=', keptSessionId).execute();
    },
    addOrganisation: ({ id, kind, name, owner }) =>
      inTransaction(db, async (transaction) => {
        await transaction.insertInto('tenants').values({ id, kind, name }).execute();
        await transaction.insertInto('members').values({ tenant_id: id, user_id: owner, role: 'owner' }).execute();
      }),
  };
}

/** The person's own tenant first, then by the time of joining. */
async function membershipsOf(db: Executor, userId: string): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('tenants', 'tenants.id', 'members.tenant_id')
    .select(['tenants.id', 'tenants.kind', 'tenants.name', 'members.role'])
    .where('members.user_id', '=', userId)
    .orderBy((order) => order('tenants.id', '=', userId), 'desc')
    .orderBy('members.created_at')
    .orderBy('tenants.id')
    .execute();
  return rows.map(({ id, kind, name, role }) => ({ tenant: id as TenantId, kind, name, role }));
}
