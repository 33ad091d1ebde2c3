import type { AccountStore, MemberInvitation, TenantId } from '@snout/core/accounts';
import { sql, type Transaction } from 'kysely';
import { type Executor, inTransaction } from './database.ts';
import type { Schema } from './schema.ts';

type InvitationStore = Pick<AccountStore, 'addInvitation' | 'invitations' | 'withdrawInvitation' | 'acceptInvitation'>;

export function createInvitationStore(db: Executor): InvitationStore {
  return {
    addInvitation: (invitation) => inTransaction(db, (transaction) => addInvitation(transaction, invitation)),
    async invitations(of) {
      const rows = await db
        .selectFrom('tenant_invitations')
        .innerJoin('tenants', 'tenants.id', 'tenant_invitations.tenant_id')
        .innerJoin('users', 'users.id', 'tenant_invitations.invited_by')
        .selectAll('tenant_invitations')
        .select(['tenants.name as tenant_name', 'users.name as inviter_name'])
        .where('tenant_invitations.expires_at', '>', sql<Date>`now()`)
        .where((where) =>
          'tenant' in of
            ? where('tenant_invitations.tenant_id', '=', of.tenant)
            : where('tenant_invitations.email', '=', of.email.toLowerCase()),
        )
        .orderBy('tenant_invitations.created_at', 'desc')
        .orderBy('tenant_invitations.id')
        .execute();
      return rows.map(
        (row): MemberInvitation => ({
          id: row.id,
          tenant: row.tenant_id as TenantId,
          tenantName: row.tenant_name,
          email: row.email,
          role: row.role,
          invitedBy: row.invited_by,
          inviterName: row.inviter_name,
          createdAt: row.created_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
        }),
      );
    },
    async withdrawInvitation(tenant, id) {
      const { numDeletedRows } = await db
        .deleteFrom('tenant_invitations')
        .where('id', '=', id)
        .where('tenant_id', '=', tenant)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    acceptInvitation: (id, user) =>
      inTransaction(db, async (transaction) => {
        const taken = await transaction
          .deleteFrom('tenant_invitations')
          .where('id', '=', id)
          .where('email', '=', user.email.toLowerCase())
          .where('expires_at', '>', sql<Date>`now()`)
          .returning(['tenant_id', 'role'])
          .executeTakeFirst();
        if (taken === undefined) return null;
        await transaction
          .insertInto('members')
          .values({ tenant_id: taken.tenant_id, user_id: user.id, role: taken.role })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return taken.tenant_id as TenantId;
      }),
  };
}

async function addInvitation(transaction: Transaction<Schema>, invitation: Parameters<AccountStore['addInvitation']>[0]): Promise<boolean> {
  const email = invitation.email.toLowerCase();
  const member = await transaction
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select('users.id')
    .where('members.tenant_id', '=', invitation.tenant)
    .where('users.email', '=', email)
    .executeTakeFirst();
  if (member !== undefined) return false;
  await transaction.deleteFrom('tenant_invitations').where('tenant_id', '=', invitation.tenant).where('email', '=', email).execute();
  await transaction
    .insertInto('tenant_invitations')
    .values({
      id: invitation.id,
      tenant_id: invitation.tenant,
      email,
      role: invitation.role,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
  return true;
}
