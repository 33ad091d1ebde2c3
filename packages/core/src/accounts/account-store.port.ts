import type { Member, MemberInvitation, SignedInSession } from './account.ts';
import type { UserActor } from './actor.ts';
import type { Role } from './role.ts';
import type { OrganisationKind, TenantId } from './tenant.ts';

/** `last-owner`: nothing was done, since an organisation keeps at least one owner. */
export type MemberChange = 'done' | 'not-a-member' | 'last-owner';

export interface NewOrganisation {
  readonly id: TenantId;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Id of the user who makes it. */
  readonly owner: string;
}

/** People, their memberships and sessions, beside what the sign-in library does with them. Implemented by packages/postgres. */
export interface AccountStore {
  findActor(userId: string, sessionId: string): Promise<UserActor | null>;
  /** Language of the mails to an address; null: nobody has it. */
  localeOf(email: string): Promise<'en' | 'zh-CN' | null>;
  /** Who has the address; null: nobody. */
  idOf(email: string): Promise<string | null>;

  /** Newest first, without expired ones. */
  sessions(userId: string): Promise<readonly SignedInSession[]>;
  /** It ends at once. False: the person has no such session. */
  endSession(userId: string, sessionId: string): Promise<boolean>;
  /** All of the person's but one, at once. */
  endOtherSessions(userId: string, keptSessionId: string): Promise<void>;

  /** With the owner as its first member. */
  addOrganisation(organisation: NewOrganisation): Promise<void>;
  /** By name, then id. */
  members(tenant: TenantId): Promise<readonly Member[]>;
  setRole(tenant: TenantId, userId: string, role: Role): Promise<MemberChange>;
  removeMember(tenant: TenantId, userId: string): Promise<MemberChange>;

  /** Replaces an earlier one to the same address. False: the address belongs to a member. */
  addInvitation(invitation: Omit<MemberInvitation, 'tenantName' | 'inviterName'>): Promise<boolean>;
  /** Newest first, without expired ones. */
  invitations(of: { readonly tenant: TenantId } | { readonly email: string }): Promise<readonly MemberInvitation[]>;
  withdrawInvitation(tenant: TenantId, id: string): Promise<boolean>;
  /** Makes the user a member. Null: no such invitation to this address, or it expired. */
  acceptInvitation(id: string, user: { readonly id: string; readonly email: string }): Promise<TenantId | null>;
}
