import type { TenantId } from '@snout/core/accounts';
import type { PetAccess, PetRecord, PetStore } from '@snout/core/pets';
import type { PetId } from '@snout/core/recognition';
import { sql, type Transaction } from 'kysely';
import { toHistoryEntry, toInvitation, toInvitationRow, toMerge, toMergeRow, toRecord, toRecordColumns } from './pet-rows.ts';
import type { Schema } from './schema.ts';
import type { TemplateIndex } from './template-index.ts';
import { seenBy } from './tenant-scope.ts';

/** Where a pet store is kept: a transaction, and the index that has to hear of renamed and archived pets. */
export interface PetStoreSource {
  readonly db: Transaction<Schema>;
  readonly index: TemplateIndex | null;
}

export function createPetStore({ db, index }: PetStoreSource): PetStore {
  return {
    ...recordStore({ db, index }),
    ...accessStore(db),
    ...historyStore(db),
    ...invitationStore(db),
    ...mergeStore(db),
    ...forgetting(db),
  };
}

type Part<Names extends keyof PetStore> = Pick<PetStore, Names>;

function recordStore({ db, index }: PetStoreSource): Part<'add' | 'find' | 'lock' | 'save' | 'list' | 'owned' | 'findByMicrochips'> {
  return {
    async add(record) {
      await insertRecord(db, record);
      index?.petChanged(record.id);
    },
    async find(id) {
      const row = await recordRows(db).where('pets.id', '=', id).executeTakeFirst();
      return row ? toRecord(row) : null;
    },
    async lock(id) {
      // The gallery's writers lock the same row.
      await db.selectFrom('pets').select('id').where('id', '=', id).forUpdate().execute();
      const row = await recordRows(db).where('pets.id', '=', id).executeTakeFirst();
      return row ? toRecord(row) : null;
    },
    async save(record) {
      if (record.version === 0) await insertRecord(db, record);
      const { numUpdatedRows } = await db
        .updateTable('pet_records')
        .set({ ...toRecordColumns(record), version: record.version + 1 })
        .where('pet_id', '=', record.id)
        .where('version', '=', record.version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      // Photos and templates follow to the new owner.
      await db.updateTable('pets').set({ name: record.profile.name, tenant_id: record.tenant }).where('id', '=', record.id).execute();
      // A carer who becomes the owner is a carer no longer.
      await db.deleteFrom('pet_carers').where('pet_id', '=', record.id).where('tenant_id', '=', record.tenant).execute();
      index?.petChanged(record.id);
      return true;
    },
    async list({ tenants, archived, limit, after }) {
      const rows = await recordRows(db)
        .select(sql<number>`(select count(*)::integer from photos where photos.pet_id = pets.id)`.as('photo_count'))
        .where(sql<boolean>`(pet_records.archived_at is not null) = ${archived}`)
        .where('merged_into', 'is', null)
        .where(seenBy(tenants, 'pets'))
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(pets.name, pets.id) > (${after?.name}, ${after?.id})`))
        .orderBy('pets.name')
        .orderBy('pets.id')
        .limit(limit)
        .execute();
      return rows.map((row) => {
        const record = toRecord(row);
        return { record, role: tenants.includes(record.tenant) ? 'owner' : 'carer', photoCount: row.photo_count };
      });
    },
    async owned(tenant) {
      const rows = await db.selectFrom('pets').select('id').where('tenant_id', '=', tenant).orderBy('id').execute();
      return rows.map((row) => row.id as PetId);
    },
    async findByMicrochips(numbers) {
      const rows = await recordRows(db)
        .where(sql<boolean>`microchips && ${[...numbers]}::text[]`)
        .where('merged_into', 'is', null)
        .orderBy('pets.id')
        .execute();
      return rows.map(toRecord);
    },
  };
}

/** Nothing happens when there is one. */
async function insertRecord(db: Transaction<Schema>, record: PetRecord): Promise<void> {
  await db
    .insertInto('pet_records')
    .values({ pet_id: record.id, version: record.version, created_at: record.createdAt, ...toRecordColumns(record) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function recordRows(db: Transaction<Schema>) {
  return db
    .selectFrom('pets')
    .leftJoin('pet_records', 'pet_records.pet_id', 'pets.id')
    .select(['pets.id', 'pets.tenant_id', 'pets.name', 'pets.species', 'pets.enrolled_at'])
    .select(['profile', 'microchips', 'version', 'archived_at', 'merged_into', 'created_at']);
}

function accessStore(db: Transaction<Schema>): Part<'access' | 'addCarer' | 'removeCarer'> {
  return {
    async access(id) {
      const record = await recordRows(db).where('pets.id', '=', id).executeTakeFirst();
      if (record === undefined) return [];
      const carers = await db.selectFrom('pet_carers').selectAll().where('pet_id', '=', id).orderBy('since').orderBy('tenant_id').execute();
      return [
        { tenant: record.tenant_id as TenantId, role: 'owner', since: (record.created_at ?? record.enrolled_at).toISOString() },
        ...carers.map((row): PetAccess => ({ tenant: row.tenant_id as TenantId, role: 'carer', since: row.since.toISOString() })),
      ];
    },
    async addCarer(id, tenant, since) {
      await sql`
        insert into pet_carers (pet_id, tenant_id, since)
        select id, ${tenant}, ${since}::timestamptz from pets where id = ${id} and tenant_id <> ${tenant}
        on conflict do nothing
      `.execute(db);
    },
    async removeCarer(id, tenant) {
      const { numDeletedRows } = await db
        .deleteFrom('pet_carers')
        .where('pet_id', '=', id)
        .where('tenant_id', '=', tenant)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function historyStore(db: Transaction<Schema>): Part<'appendHistory' | 'history'> {
  return {
    async appendHistory({ petId, at, kind, by, changes }) {
      await db
        .insertInto('pet_history')
        .values({
          pet_id: petId,
          at,
          kind,
          tenant_id: by?.tenant ?? null,
          user_id: by?.user ?? null,
          author_kind: by?.kind ?? null,
          changes: JSON.stringify(changes),
        })
        .execute();
    },
    async history(id, { limit, before }) {
      const rows = await db
        .selectFrom('pet_history')
        .selectAll()
        .where('pet_id', '=', id)
        .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toHistoryEntry);
    },
  };
}

function invitationStore(db: Transaction<Schema>): Part<'addInvitation' | 'findInvitation' | 'openInvitations' | 'setInvitationState'> {
  return {
    async addInvitation(invitation) {
      await db.insertInto('pet_invitations').values(toInvitationRow(invitation)).execute();
    },
    async findInvitation(key) {
      const row = await db
        .selectFrom('pet_invitations')
        .selectAll()
        .where((where) => ('id' in key ? where('id', '=', key.id) : where('token_sha256', '=', key.tokenSha256)))
        .executeTakeFirst();
      return row ? toInvitation(row) : null;
    },
    async openInvitations(id) {
      const rows = await db
        .selectFrom('pet_invitations')
        .selectAll()
        .where('pet_id', '=', id)
        .where('state', '=', 'open')
        .orderBy('expires_at')
        .orderBy('id')
        .execute();
      return rows.map(toInvitation);
    },
    async setInvitationState(id, state) {
      await db.updateTable('pet_invitations').set({ state }).where('id', '=', id).execute();
    },
  };
}

function mergeStore(db: Transaction<Schema>): Part<'addMerge' | 'findMerge' | 'openMerges' | 'setMergeUndone' | 'mergedInto'> {
  return {
    async addMerge(merge) {
      await db.insertInto('pet_merges').values(toMergeRow(merge)).execute();
    },
    async findMerge(id) {
      const row = await db.selectFrom('pet_merges').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toMerge(row) : null;
    },
    async openMerges(id) {
      const rows = await db
        .selectFrom('pet_merges')
        .selectAll()
        .where((where) => where.or([where('kept', '=', id), where('merged', '=', id)]))
        .where('undone_at', 'is', null)
        .orderBy('merged_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toMerge);
    },
    async setMergeUndone(id, at) {
      await db.updateTable('pet_merges').set({ undone_at: at }).where('id', '=', id).execute();
    },
    async mergedInto(id) {
      const rows = await db.selectFrom('pet_records').select('pet_id').where('merged_into', '=', id).orderBy('pet_id').execute();
      return rows.map((row) => row.pet_id as PetId);
    },
  };
}

function forgetting(db: Transaction<Schema>): Part<'forgetTenant' | 'countRowsOf'> {
  return {
    async forgetTenant(tenant) {
      await db.deleteFrom('pet_carers').where('tenant_id', '=', tenant).execute();
      await db.deleteFrom('pet_invitations').where('tenant_id', '=', tenant).execute();
      await db
        .updateTable('pet_history')
        .set({ tenant_id: null, user_id: null, author_kind: null })
        .where('tenant_id', '=', tenant)
        .execute();
      await sql`update pet_merges set carers = array_remove(carers, ${tenant}) where ${tenant} = any (carers)`.execute(db);
    },
    async countRowsOf(tenant) {
      const { rows } = await sql<{ rows: number }>`
        select (
          (select count(*) from pets where tenant_id = ${tenant})
          + (select count(*) from pet_carers where tenant_id = ${tenant})
          + (select count(*) from pet_invitations where tenant_id = ${tenant})
          + (select count(*) from pet_history where tenant_id = ${tenant})
          + (select count(*) from pet_merges where ${tenant} = any (carers))
        )::integer as rows
      `.execute(db);
      return rows[0]?.rows ?? 0;
    },
  };
}
