import {
  acceptInvitationRoute,
  declineInvitationRoute,
  inviteRoute,
  listCarersRoute,
  listInvitationsRoute,
  removeCarerRoute,
  showInvitationRoute,
  withdrawInvitationRoute,
} from '@snout/contract/routes';
import type { TenantId } from '@snout/core/accounts';
import {
  acceptInvitation,
  declineInvitation,
  type Invitation,
  type InvitationMail,
  invite,
  listCarers,
  listInvitations,
  removeCarer,
  showInvitation,
  showRecord,
  withdrawInvitation,
} from '@snout/core/pets';
import type { PetId } from '@snout/core/recognition';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { petProfileDto } from '../dto/pet-profile-dto.ts';
import { limitBy } from '../rate-limit.ts';
import { petActorOf } from '../signed-in.ts';

/** Mails to addresses that a person typed. */
const MAILS = { most: 20, windowMs: 24 * 60 * 60_000 };

export function addPetPeopleRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(listCarersRoute, async (context) => {
    const actor = petActorOf(context);
    const carers = await listCarers(deps, actor, context.req.valid('param').petId as PetId);
    const names = await deps.people.tenantNames(carers.map(({ tenant }) => tenant));
    const shown = carers.map(({ tenant, role, since }) => ({
      tenantId: tenant,
      name: names.get(tenant) ?? '',
      role,
      since,
      isMine: actor.tenants.includes(tenant),
    }));
    return context.json({ carers: shown }, 200);
  });

  app.openapi(removeCarerRoute, async (context) => {
    const { petId, tenantId } = context.req.valid('param');
    await removeCarer(deps, petActorOf(context), { petId: petId as PetId, tenant: tenantId as TenantId });
    return context.body(null, 204);
  });

  app.openapi(inviteRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const { kind, email } = context.req.valid('json');
    const mail = email === undefined ? {} : { mail: await invitationMail(context, deps, email) };
    const made = context.get('creation');
    const { invitation, token } = await invite(deps, petActorOf(context), { petId, kind, ...mail, ...(made ? { made } : {}) });
    return context.json({ ...invitationDto(invitation), token }, 201);
  });

  app.openapi(listInvitationsRoute, async (context) => {
    const invitations = await listInvitations(deps, petActorOf(context), context.req.valid('param').petId as PetId);
    return context.json({ invitations: invitations.map(invitationDto) }, 200);
  });

  app.openapi(withdrawInvitationRoute, async (context) => {
    const { petId, invitationId } = context.req.valid('param');
    await withdrawInvitation(deps, petActorOf(context), { petId: petId as PetId, invitationId });
    return context.body(null, 204);
  });

  app.openapi(showInvitationRoute, async (context) => context.json(await showInvitation(deps, context.req.valid('json').token), 200));

  app.openapi(acceptInvitationRoute, async (context) => {
    const { id } = await acceptInvitation(deps, petActorOf(context), context.req.valid('json').token);
    const times = await deps.reminders.photoTimes(id);
    return context.json(petProfileDto(await showRecord(deps, petActorOf(context), id), { timeZone: 'UTC', times }), 200);
  });

  app.openapi(declineInvitationRoute, async (context) => {
    await declineInvitation(deps, context.req.valid('json').token);
    return context.body(null, 204);
  });
}

/** In the language of the one who is invited, where that is known, else of the one who invites. @throws ProblemError `too-many-attempts`. */
async function invitationMail(context: Context<AppEnvironment>, deps: AppDeps, to: string): Promise<InvitationMail> {
  const { user, tenants } = petActorOf(context);
  await limitBy(deps, 'invitation by mail', { who: user, limit: MAILS });
  const actor = context.get('actor');
  const own = actor.kind === 'user' ? await deps.accounts.localeOf(actor.email) : null;
  const from = (actor.kind === 'user' ? actor.name : (await deps.people.tenantNames(tenants)).get(tenants[0])) ?? 'Snout';
  return {
    to,
    from,
    locale: (await deps.accounts.localeOf(to)) ?? own ?? 'en',
    // Behind the #, which no server sees and no log keeps.
    linkOf: (token) => `${deps.publicUrl}/pet-invitation#${encodeURIComponent(token)}`,
  };
}

function invitationDto({ id, kind, expiresAt }: Invitation) {
  return { id, kind, expiresAt };
}
