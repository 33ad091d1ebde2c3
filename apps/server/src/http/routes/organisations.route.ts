import {
  inviteMemberRoute,
  listMemberInvitationsRoute,
  listMembersRoute,
  removeMemberRoute,
  setRoleRoute,
  withdrawMemberInvitationRoute,
} from '@snout/contract/routes';
import type { AccountsTransaction, MemberChange, MemberInvitation, Membership, Role } from '@snout/core/accounts';
import { composeMail } from '@snout/core/notifications';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { writeDown } from '../audited.ts';
import { memberInvitationDto } from '../dto/member-invitation-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { personOf, tenantOf } from '../signed-in.ts';

type OrganisationDeps = Pick<AppDeps, 'accounts' | 'accountsUnitOfWork' | 'clock' | 'ids' | 'publicUrl'>;

const INVITATION_DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/** Members of organisations and invitations to become one. */
export function addOrganisationRoutes(app: ApiApp, deps: OrganisationDeps): void {
  const { accounts, accountsUnitOfWork: unit } = deps;
  const now = (stores: AccountsTransaction) => ({ ...stores, at: deps.clock.now() });

  app.openapi(listMembersRoute, async (context) =>
    context.json({ members: [...(await accounts.members(organisationOf(context).tenant))] }, 200),
  );

  app.openapi(setRoleRoute, async (context) => {
    const { userId } = context.req.valid('param');
    const { role } = context.req.valid('json');
    const mine = organisationOf(context);
    await checkManages(deps, mine, { userId, role });
    await unit.run(async (stores) => {
      const before = (await stores.accounts.members(mine.tenant)).find((one) => one.userId === userId)?.role ?? null;
      report(await stores.accounts.setRole(mine.tenant, userId, role));
      const change = { before: { role: before }, after: { role } };
      await writeDown(context, now(stores), { tenant: mine.tenant, action: 'role-changed', record: memberRecord(userId), ...change });
    });
    return context.body(null, 204);
  });

  app.openapi(removeMemberRoute, async (context) => {
    const { userId } = context.req.valid('param');
    const mine = organisationOf(context);
    if (userId !== personOf(context).id) {
      await checkManages(deps, mine, { userId, role: null });
    }
    await unit.run(async (stores) => {
      report(await stores.accounts.removeMember(mine.tenant, userId));
      const action = userId === personOf(context).id ? 'member-left' : 'member-removed';
      await writeDown(context, now(stores), { tenant: mine.tenant, action, record: memberRecord(userId) });
    });
    return context.body(null, 204);
  });

  app.openapi(listMemberInvitationsRoute, async (context) => {
    const invitations = await accounts.invitations({ tenant: organisationOf(context).tenant });
    return context.json({ invitations: invitations.map(memberInvitationDto) }, 200);
  });

  app.openapi(inviteMemberRoute, async (context) => {
    const { email, role } = context.req.valid('json');
    const mine = organisationOf(context);
    if (role === 'owner' && mine.role !== 'owner') throw new ProblemError('role-lacking', 'Only owners make owners.');
    const at = deps.clock.now();
    const { id: invitedBy, name: inviterName } = personOf(context);
    const id = context.get('creation')?.id ?? deps.ids.next();
    const made = (await accounts.invitations({ tenant: mine.tenant })).find((one) => one.id === id);
    // By an attempt before, which died before it could answer.
    if (made) return context.json(memberInvitationDto(made), 201);
    const invitation: MemberInvitation = {
      id,
      tenant: mine.tenant,
      tenantName: mine.name,
      email: email.toLowerCase(),
      role,
      invitedBy,
      inviterName,
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + INVITATION_DAYS * DAY_MS).toISOString(),
    };
    await unit.run(async (stores) => {
      if (!(await stores.accounts.addInvitation(invitation))) throw new ProblemError('already-member');
      const record = { kind: 'member-invitation', id: invitation.id };
      await writeDown(context, now(stores), { tenant: mine.tenant, action: 'member-invited', record, after: { role } });
      await mailInvitation({ ...stores, publicUrl: deps.publicUrl }, invitation);
    });
    return context.json(memberInvitationDto(invitation), 201);
  });

  app.openapi(withdrawMemberInvitationRoute, async (context) => {
    const { tenant } = organisationOf(context);
    const { invitationId } = context.req.valid('param');
    await unit.run(async (stores) => {
      if (!(await stores.accounts.withdrawInvitation(tenant, invitationId))) throw new ProblemError('invitation-not-found');
      const record = { kind: 'member-invitation', id: invitationId };
      await writeDown(context, now(stores), { tenant, action: 'invitation-withdrawn', record });
    });
    return context.body(null, 204);
  });
}

/** The membership by which the request is allowed; a personal tenant is no organisation. */
function organisationOf(context: Context<AppEnvironment>): Membership {
  const tenant = tenantOf(context);
  const mine = personOf(context).memberships.find((membership) => membership.tenant === tenant);
  if (mine === undefined || mine.kind === 'personal') throw new ProblemError('tenant-not-found');
  return mine;
}

/** Owners change everybody, admins everybody but owners. */
async function checkManages(
  { accounts }: OrganisationDeps,
  mine: Membership,
  { userId, role }: { readonly userId: string; readonly role: Role | null },
): Promise<void> {
  const member = (await accounts.members(mine.tenant)).find((one) => one.userId === userId);
  if (member === undefined) throw new ProblemError('member-not-found');
  if (mine.role === 'owner') return;
  const isAboutOwners = member.role === 'owner' || role === 'owner';
  if (mine.role !== 'admin' || isAboutOwners) throw new ProblemError('role-lacking', 'Only owners make and unmake owners.');
}

function report(change: MemberChange): void {
  if (change === 'not-a-member') throw new ProblemError('member-not-found');
  if (change === 'last-owner') throw new ProblemError('last-owner');
}

/** Leaves when the invitation is stored, and is tried again until it is delivered. */
async function mailInvitation(
  { accounts, mail, publicUrl }: Pick<AccountsTransaction, 'accounts' | 'mail'> & { readonly publicUrl: string },
  invitation: MemberInvitation,
): Promise<void> {
  const { email: to, inviterName: inviter, tenantName: organisation } = invitation;
  const locale = (await accounts.localeOf(to)) ?? 'en';
  const data = { inviter, organisation, link: `${publicUrl}/invitations`, validDays: INVITATION_DAYS };
  await mail.send({ ...composeMail({ to, kind: 'invitation', locale, data }), sendBefore: invitation.expiresAt });
}

function memberRecord(id: string) {
  return { kind: 'member', id };
}
