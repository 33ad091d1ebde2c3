import { composeMail, type MailLocale, SEND_MAIL } from '../notifications/index.ts';
import type { Pet, PetId } from '../recognition/index.ts';
import { saved } from './edit-pet.ts';
import { audit, record } from './history.ts';
import { authorOf, lockPetAs, petNotFound } from './pet-access.ts';
import { PetError } from './pet-error.ts';
import type { Invitation, InvitationKind, PetActor, PetRecord } from './pet-record.ts';
import type { PetStore } from './pet-store.port.ts';
import type { PetsDeps } from './pets-deps.ts';
import { secretSha256 } from './secret-sha256.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'clock'>;

/** How long an invitation is good (7 days): a link found in an old mail must not give a pet away. */
export const INVITATION_DAYS = 7;
export const INVITATION_MS = INVITATION_DAYS * 24 * 60 * 60 * 1000;

/** What the holder of the secret is told before deciding: nothing about the people on the other side. */
export interface InvitationOffer {
  readonly kind: InvitationKind;
  readonly pet: Pick<Pet, 'id' | 'name' | 'species'>;
  readonly expiresAt: string;
}

/** A mail that hands the secret over. The address is not kept. */
export interface InvitationMail {
  readonly to: string;
  /** Name of who invites. */
  readonly from: string;
  readonly locale: MailLocale;
  /** Where the invited person looks at the offer. */
  linkOf(token: string): string;
}

export interface NewInvitation {
  readonly petId: PetId;
  readonly kind: InvitationKind;
  readonly mail?: InvitationMail;
  /** Of a request that may be repeated. */
  readonly made?: { readonly id: string; readonly secret: string };
}

/**
 * Invites somebody to care for the pet with the owner, or offers the pet to a new owner. `token`: the secret to hand over, told here
 * only, and in the mail; a new offer of a transfer withdraws the one before. `made`: id and secret for the invitation; where there is one of
 * this id, an earlier attempt made it, and nothing is done. @throws PetError `pet-not-found`, `owner-only`.
 */
export async function invite(
  deps: Deps & Pick<PetsDeps, 'ids'>,
  actor: PetActor,
  { petId, kind, mail, made }: NewInvitation,
): Promise<{ readonly invitation: Invitation; readonly token: string }> {
  const token = made?.secret ?? deps.ids.next();
  const tokenSha256 = await secretSha256(token);
  return deps.petsUnitOfWork.run(async ({ pets, jobs }) => {
    const { pet, by } = await lockPetAs(pets, 'owner', petId, actor);
    const first = made ? await pets.findInvitation({ id: made.id }) : null;
    if (first) return { invitation: first, token };
    if (pet.mergedInto !== null) throw petNotFound(petId);
    if (kind === 'transfer') await withdrawAll(pets, petId, (open) => open.kind === 'transfer');
    const expiresAt = new Date(deps.clock.now().getTime() + INVITATION_MS).toISOString();
    const invitation: Invitation = { id: made?.id ?? deps.ids.next(), petId, kind, tokenSha256, by, expiresAt, state: 'open' };
    await pets.addInvitation(invitation);
    if (mail) {
      const { to, from, locale } = mail;
      const data = { from, pet: pet.profile.name, link: mail.linkOf(token), validDays: INVITATION_DAYS };
      await jobs.enqueue(SEND_MAIL, composeMail({ to, locale, kind: kind === 'carer' ? 'carer-invitation' : 'transfer-offer', data }));
    }
    return { invitation, token };
  });
}

/** @throws PetError `invitation-not-found`, `invitation-over`. */
export async function showInvitation(deps: Deps, token: string): Promise<InvitationOffer> {
  const tokenSha256 = await secretSha256(token);
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    const { invitation, pet } = await openInvitation(deps, pets, tokenSha256);
    const { name, species } = pet.profile;
    return { kind: invitation.kind, pet: { id: pet.id, name, species }, expiresAt: invitation.expiresAt };
  });
}

/**
 * The actor's first tenant becomes a carer, or the owner. With a new owner the history stays; the old owner's contact notes, all
 * carers, all open invitations, and what was shown to others go. @throws PetError `invitation-not-found`, `invitation-over`, `own-invitation`.
 */
export async function acceptInvitation(deps: Deps, actor: PetActor, token: string): Promise<PetRecord> {
  const tokenSha256 = await secretSha256(token);
  return deps.petsUnitOfWork.run(async (stores) => {
    const { pets } = stores;
    const { invitation, pet } = await openInvitation(deps, pets, tokenSha256);
    const by = authorOf(actor, actor.tenants[0]);
    if (pet.tenant === by.tenant) throw new PetError('own-invitation', 'This pet is yours already: pass the link on.');
    await pets.setInvitationState(invitation.id, 'accepted');
    const change = { stores, at: deps.clock.now(), by };
    if (invitation.kind === 'carer') {
      if ((await pets.access(pet.id)).some(({ tenant }) => tenant === by.tenant)) return pet;
      await pets.addCarer(pet.id, by.tenant, change.at.toISOString());
      await record(change, pet, { kind: 'carer-joined' });
      return pet;
    }
    await withdrawAll(pets, pet.id, () => true);
    for (const { tenant, role } of await pets.access(pet.id)) if (role === 'carer') await pets.removeCarer(pet.id, tenant);
    await stores.shares.remove(pet.id);
    await stores.found.setFindable(pet.id, null);
    // Both sides hear of it; who the new owner is stays with the new owner.
    await stores.publish({ tenantId: pet.tenant, event: 'pet.transferred', data: { petId: pet.id } });
    await audit({ ...change, by: null }, pet, { action: 'given-away' });
    await record(change, { id: pet.id, tenant: by.tenant }, { kind: 'transferred' });
    return saved(pets, { ...pet, tenant: by.tenant, archivedAt: null, profile: { ...pet.profile, contactNotes: '' } });
  });
}

/** The one who was asked does not want to. @throws PetError `invitation-not-found`, `invitation-over`. */
export async function declineInvitation(deps: Deps, token: string): Promise<void> {
  const tokenSha256 = await secretSha256(token);
  await deps.petsUnitOfWork.run(async ({ pets }) => {
    const { invitation } = await openInvitation(deps, pets, tokenSha256);
    await pets.setInvitationState(invitation.id, 'declined');
  });
}

/** Of the pet, for its owner. @throws PetError `pet-not-found`, `owner-only`. */
export function listInvitations(deps: Deps, actor: PetActor, petId: PetId): Promise<readonly Invitation[]> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    await lockPetAs(pets, 'owner', petId, actor);
    const now = deps.clock.now().toISOString();
    return (await pets.openInvitations(petId)).filter(({ expiresAt }) => expiresAt > now);
  });
}

/** The owner takes an invitation back. @throws PetError `pet-not-found`, `owner-only`, `invitation-not-found`, `invitation-over`. */
export function withdrawInvitation(
  deps: Deps,
  actor: PetActor,
  { petId, invitationId }: { readonly petId: PetId; readonly invitationId: string },
): Promise<void> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    await lockPetAs(pets, 'owner', petId, actor);
    const invitation = await pets.findInvitation({ id: invitationId });
    if (invitation?.petId !== petId) throw notFound();
    if (invitation.state !== 'open') throw over();
    await pets.setInvitationState(invitationId, 'withdrawn');
  });
}

/** The invitation with its pet, which is locked: of two who accept at once, the second sees that it is over. */
async function openInvitation(
  deps: Deps,
  pets: PetStore,
  tokenSha256: string,
): Promise<{ readonly invitation: Invitation; readonly pet: PetRecord }> {
  const first = await pets.findInvitation({ tokenSha256 });
  if (first === null) throw notFound();
  const pet = await pets.lock(first.petId);
  const found = (await pets.findInvitation({ tokenSha256 })) ?? first;
  if (found.state !== 'open' || found.expiresAt <= deps.clock.now().toISOString()) throw over();
  // Whoever invited owns the pet no longer, or it went into another pet: the invitation lost its ground.
  if (pet === null || pet.tenant !== found.by.tenant || pet.mergedInto !== null) throw over();
  return { invitation: found, pet };
}

async function withdrawAll(pets: PetStore, petId: PetId, which: (open: Invitation) => boolean): Promise<void> {
  for (const open of await pets.openInvitations(petId)) if (which(open)) await pets.setInvitationState(open.id, 'withdrawn');
}

function notFound(): PetError {
  return new PetError('invitation-not-found', 'There is no such invitation: ask for a new link.');
}

function over(): PetError {
  return new PetError('invitation-over', 'This invitation has been used, taken back or has expired: ask for a new link.');
}
