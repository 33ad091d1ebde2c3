import type { MeDto } from '@snout/contract';
import {
  acceptMembershipRoute,
  addOrganisationRoute,
  endOtherSessionsRoute,
  endSessionRoute,
  listSessionsRoute,
  meRoute,
  myInvitationsRoute,
} from '@snout/contract/routes';
import type { TenantId, UserActor } from '@snout/core/accounts';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { writeDown } from '../audited.ts';
import { memberInvitationDto } from '../dto/member-invitation-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { personOf, verifiedPersonOf } from '../signed-in.ts';

/** What belongs to the person who is signed in. */
export function addMeRoutes(
  app: ApiApp,
  { accounts, ids, accountsUnitOfWork: unit, clock }: Pick<AppDeps, 'accounts' | 'ids' | 'accountsUnitOfWork' | 'clock'>,
): void {
  app.openapi(meRoute, (context) => context.json(meDto(personOf(context)), 200));

  app.openapi(listSessionsRoute, async (context) => {
    const { id, sessionId } = personOf(context);
    const sessions = await accounts.sessions(id);
    return context.json({ sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })) }, 200);
  });

  app.openapi(endSessionRoute, async (context) => {
    const { sessionId } = context.req.valid('param');
    const { id } = personOf(context);
    await unit.run(async (stores) => {
      if (!(await stores.accounts.endSession(id, sessionId))) throw new ProblemError('session-not-found');
      await writeDown(context, { ...stores, at: clock.now() }, { tenant: id, action: 'session-ended', record: { kind: 'account', id } });
    });
    return context.body(null, 204);
  });

  app.openapi(endOtherSessionsRoute, async (context) => {
    const { id, sessionId } = personOf(context);
    await unit.run(async (stores) => {
      await stores.accounts.endOtherSessions(id, sessionId);
      const done = { tenant: id, action: 'other-sessions-ended', record: { kind: 'account', id } };
      await writeDown(context, { ...stores, at: clock.now() }, done);
    });
    return context.body(null, 204);
  });

  app.openapi(myInvitationsRoute, async (context) => {
    const { email, emailVerified } = personOf(context);
    const invitations = emailVerified ? await accounts.invitations({ email }) : [];
    return context.json({ invitations: invitations.map(memberInvitationDto) }, 200);
  });

  app.openapi(acceptMembershipRoute, async (context) => {
    const { id, email } = verifiedPersonOf(context);
    await unit.run(async (stores) => {
      const tenant = await stores.accounts.acceptInvitation(context.req.valid('param').invitationId, { id, email });
      if (tenant === null) throw new ProblemError('invitation-not-found');
      await writeDown(context, { ...stores, at: clock.now() }, { tenant, action: 'member-joined', record: { kind: 'member', id } });
    });
    return context.body(null, 204);
  });

  app.openapi(addOrganisationRoute, async (context) => {
    const { kind, name } = context.req.valid('json');
    const id = (context.get('creation')?.id ?? ids.next()) as TenantId;
    const { id: owner, memberships } = verifiedPersonOf(context);
    // Made by an attempt before, which died before it could answer.
    if (memberships.some(({ tenant }) => tenant === id)) return context.json({ id, kind, name }, 201);
    await unit.run(async (stores) => {
      await stores.accounts.addOrganisation({ id, kind, name, owner });
      const done = { tenant: id, action: 'organisation-made', record: { kind: 'tenant', id }, after: { kind } };
      await writeDown(context, { ...stores, at: clock.now() }, done);
    });
    return context.json({ id, kind, name }, 201);
  });
}

function meDto({ id, name, email, emailVerified, isOperator, memberships }: UserActor): MeDto {
  return {
    id,
    name,
    email,
    emailVerified,
    isOperator,
    memberships: memberships.map(({ tenant, kind, name: tenantName, role }) => ({ tenant: { id: tenant, kind, name: tenantName }, role })),
  };
}
