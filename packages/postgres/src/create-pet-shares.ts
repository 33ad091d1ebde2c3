import type { PetShare, PetShares } from '@snout/core/pets';
import type { PetId } from '@snout/core/recognition';
import type { Selectable } from 'kysely';
import type { Executor } from './database.ts';
import type { Schema } from './schema.ts';

export function createPetShares(db: Executor): PetShares {
  return {
    async of(petId) {
      const row = await db.selectFrom('pet_shares').selectAll().where('pet_id', '=', petId).executeTakeFirst();
      return row ? toShare(row) : null;
    },
    async find(token) {
      const row = await db.selectFrom('pet_shares').selectAll().where('token', '=', token).executeTakeFirst();
      return row ? toShare(row) : null;
    },
    async set({ petId, token, fields, createdAt }) {
      const columns = { token, fields: [...fields], created_at: createdAt };
      await db
        .insertInto('pet_shares')
        .values({ pet_id: petId, ...columns })
        .onConflict((conflict) => conflict.column('pet_id').doUpdateSet(columns))
        .execute();
    },
    async remove(petId) {
      const { numDeletedRows } = await db.deleteFrom('pet_shares').where('pet_id', '=', petId).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function toShare(row: Selectable<Schema['pet_shares']>): PetShare {
  return { petId: row.pet_id as PetId, token: row.token, fields: row.fields, createdAt: row.created_at.toISOString() };
}
