import type { FoundPetsStore } from '@snout/core/lost-and-found';
import type { PetId } from '@snout/core/recognition';
import { sql } from 'kysely';
import type { Executor } from './database.ts';
import { ALLOWED, mayBeFound } from './may-be-found.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export function createFoundPetsStore(db: Executor): FoundPetsStore {
  return {
    async isFindable(petId) {
      const row = await db
        .selectFrom('pets')
        .innerJoin('tenants', 'tenants.id', 'pets.tenant_id')
        .select(ALLOWED.as('allowed'))
        .where('pets.id', '=', petId)
        .executeTakeFirst();
      return row?.allowed ?? false;
    },
    async setFindable(petId, findable) {
      await db.updateTable('pets').set({ findable }).where('id', '=', petId).execute();
    },
    async findableAmong(petIds) {
      if (petIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('pets')
        .select('id')
        .where('id', 'in', [...petIds])
        .where(mayBeFound('pets.id'))
        .execute();
      return new Set(rows.map(({ id }) => id as PetId));
    },
    async addTicket({ tokenSha256, petIds, isSure, expiresAt }, now) {
      await db.deleteFrom('found_tickets').where('expires_at', '<=', now).execute();
      await db
        .insertInto('found_tickets')
        .values({ token_sha256: tokenSha256, pet_ids: [...petIds], is_sure: isSure, expires_at: expiresAt })
        .execute();
    },
    async takeTicket(tokenSha256, now) {
      const row = await db.deleteFrom('found_tickets').where('token_sha256', '=', tokenSha256).returningAll().executeTakeFirst();
      if (row === undefined || row.expires_at <= now) return null;
      return { tokenSha256, petIds: row.pet_ids as PetId[], isSure: row.is_sure, expiresAt: row.expires_at.toISOString() };
    },
    async countMessage(petId, at) {
      const since = new Date(at.getTime() - DAY_MS);
      await db.deleteFrom('found_messages').where('at', '<=', since).execute();
      // Those who write at once wait for each other, so that all are counted.
      await db.selectFrom('pets').select('id').where('id', '=', petId).forUpdate().execute();
      await db.insertInto('found_messages').values({ pet_id: petId, at: at.toISOString() }).execute();
      const row = await db
        .selectFrom('found_messages')
        .select(sql<number>`count(*)::integer`.as('messages'))
        .where('pet_id', '=', petId)
        .executeTakeFirst();
      return row?.messages ?? 0;
    },
  };
}
