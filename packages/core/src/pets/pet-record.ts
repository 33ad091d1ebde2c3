import type { TenantId } from '../accounts/index.ts';
import type { PetId, PhotoId } from '../recognition/index.ts';
import type { FieldChange } from './change-profile.ts';
import type { PetProfile } from './pet-profile.ts';

export type AuthorKind = 'person' | 'api-key';

/** Who asks: a person or a key, with the tenants on whose pets it may act. The first owns what is made. */
export interface PetActor {
  readonly kind: AuthorKind;
  /** Id of the person or of the key. */
  readonly user: string;
  readonly tenants: readonly [TenantId, ...(readonly TenantId[])];
}

/** Who did something, and in whose name. */
export interface PetAuthor {
  readonly kind: AuthorKind;
  readonly user: string;
  readonly tenant: TenantId;
}

/** `owner`: everything. `carer`: sees all, changes the profile and adds photos, but gives nothing away and deletes nothing. */
export type PetRole = 'owner' | 'carer';

/** A pet as its owner knows it, beside the gallery's pet of the same id. */
export interface PetRecord {
  readonly id: PetId;
  /** The owner. */
  readonly tenant: TenantId;
  readonly profile: PetProfile;
  /** Raised by one with each change: a change made from an older one is refused. */
  readonly version: number;
  /** ISO 8601, UTC; null: not archived. Archived pets are kept but in nobody's list or search. */
  readonly archivedAt: string | null;
  /** The pet that holds this one's photos since they were merged. */
  readonly mergedInto: PetId | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export interface PetAccess {
  readonly tenant: TenantId;
  readonly role: PetRole;
  /** ISO 8601, UTC. */
  readonly since: string;
}

export const HISTORY_KINDS = [
  'registered',
  'changed',
  'photos-added',
  'archived',
  'unarchived',
  'carer-joined',
  'carer-left',
  'transferred',
  'merged',
  'merge-undone',
  'shared',
  'share-ended',
  'findable',
  'not-findable',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** One thing that happened to a pet. Stays with the pet when it gets a new owner. */
export interface HistoryEntry {
  readonly petId: PetId;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: HistoryKind;
  /** Who did it, shown to members of that tenant only; null: forgotten. */
  readonly by: PetAuthor | null;
  readonly changes: readonly FieldChange[];
}

export type ListedHistoryEntry = HistoryEntry & {
  /** Place in the order of all history; a later entry has a higher one. */
  readonly seq: number;
};

export type InvitationKind = 'carer' | 'transfer';

/** An offer with a secret: whoever brings the secret in time may accept it, once. */
export interface Invitation {
  readonly id: string;
  readonly petId: PetId;
  readonly kind: InvitationKind;
  /** Of the secret, hex. The secret itself is not kept. */
  readonly tokenSha256: string;
  readonly by: PetAuthor;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn';
}

/** What a merge did, so that it can be undone. */
export interface PetMerge {
  readonly id: string;
  /** The pet that stayed. */
  readonly kept: PetId;
  /** The pet whose photos moved. */
  readonly merged: PetId;
  readonly photos: readonly PhotoId[];
  /** Carers of the merged pet who became carers of the kept one. */
  readonly carers: readonly TenantId[];
  /** The kept pet's profile before and after. */
  readonly before: PetProfile;
  readonly after: PetProfile;
  /** ISO 8601, UTC. */
  readonly mergedAt: string;
  readonly undoneAt: string | null;
}

/** What an owner may show to whoever has the link. Contacts and medical notes never are, nor whole photos: they show where a pet lives. */
export const SHARED_FIELDS = ['name', 'breed', 'sex', 'birth', 'coat', 'marks', 'microchips', 'photos'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/** A link that shows a part of the profile to whoever has it. */
export interface PetShare {
  readonly petId: PetId;
  /** The secret in the link. */
  readonly token: string;
  readonly fields: readonly SharedField[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
