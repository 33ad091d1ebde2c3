import type { TenantId } from '@snout/core/accounts';
import { emptyProfile, type Invitation, type ListedHistoryEntry, type PetAuthor, type PetMerge, type PetRecord } from '@snout/core/pets';
import type { PetId, PhotoId } from '@snout/core/recognition';
import type { Insertable, Selectable } from 'kysely';
import type { Schema } from './schema.ts';

/** A pet with its record, whose columns are null until the first change of a pet that was enrolled without one. */
export type PetRecordRow = Pick<Selectable<Schema['pets']>, 'id' | 'tenant_id' | 'name' | 'species' | 'enrolled_at'> &
  Nullable<Omit<Selectable<Schema['pet_records']>, 'pet_id'>>;

type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null };

export function toRecord(row: PetRecordRow): PetRecord {
  return {
    id: row.id as PetId,
    tenant: row.tenant_id as TenantId,
    profile: row.profile ?? emptyProfile(row.name, row.species),
    version: row.version ?? 0,
    archivedAt: row.archived_at?.toISOString() ?? null,
    mergedInto: row.merged_into as PetId | null,
    createdAt: (row.created_at ?? row.enrolled_at).toISOString(),
  };
}

/** The columns that a change of the record writes. */
export function toRecordColumns(record: PetRecord) {
  return {
    profile: JSON.stringify(record.profile),
    microchips: [...record.profile.microchips],
    archived_at: record.archivedAt,
    merged_into: record.mergedInto,
  };
}

export function toHistoryEntry(row: Selectable<Schema['pet_history']>): ListedHistoryEntry {
  return {
    seq: Number(row.seq),
    petId: row.pet_id as PetId,
    at: row.at.toISOString(),
    kind: row.kind,
    by: toAuthor(row),
    changes: row.changes,
  };
}

function toAuthor({ author_kind: kind, tenant_id: tenant, user_id: user }: Selectable<Schema['pet_history']>): PetAuthor | null {
  return kind === null || tenant === null || user === null ? null : { kind, tenant: tenant as TenantId, user };
}

export function toInvitation(row: Selectable<Schema['pet_invitations']>): Invitation {
  return {
    id: row.id,
    petId: row.pet_id as PetId,
    kind: row.kind,
    tokenSha256: row.token_sha256,
    by: { kind: row.author_kind, tenant: row.tenant_id as TenantId, user: row.user_id },
    expiresAt: row.expires_at.toISOString(),
    state: row.state,
  };
}

export function toInvitationRow({ id, petId, kind, tokenSha256, by, expiresAt, state }: Invitation): Insertable<Schema['pet_invitations']> {
  return {
    id,
    pet_id: petId,
    kind,
    token_sha256: tokenSha256,
    tenant_id: by.tenant,
    user_id: by.user,
    author_kind: by.kind,
    expires_at: expiresAt,
    state,
  };
}

export function toMerge(row: Selectable<Schema['pet_merges']>): PetMerge {
  return {
    id: row.id,
    kept: row.kept as PetId,
    merged: row.merged as PetId,
    photos: row.photos as PhotoId[],
    carers: row.carers as TenantId[],
    before: row.before,
    after: row.after,
    mergedAt: row.merged_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
  };
}

export function toMergeRow(merge: PetMerge): Insertable<Schema['pet_merges']> {
  return {
    id: merge.id,
    kept: merge.kept,
    merged: merge.merged,
    photos: [...merge.photos],
    carers: [...merge.carers],
    before: JSON.stringify(merge.before),
    after: JSON.stringify(merge.after),
    merged_at: merge.mergedAt,
    undone_at: merge.undoneAt,
  };
}
