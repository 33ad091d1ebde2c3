import { type RawBuilder, sql } from 'kysely';

/** The condition on `pets` beside their `tenants`: what the owner said, or else: pets of people may be found, those of organisations not. */
export const ALLOWED: RawBuilder<boolean> = sql<boolean>`coalesce(pets.findable, tenants.kind = 'personal')`;

const WITH_OWNERS = sql`pets join tenants on tenants.id = pets.tenant_id left join pet_records on pet_records.pet_id = pets.id`;
const FINDABLE = sql`${ALLOWED} and archived_at is null and merged_into is null`;

/** The condition on a pet's id: a finder may be led to it. Its owner allows it, and it is neither archived nor merged into another. */
export function mayBeFound(petId: 'pets.id' | 'templates.pet_id'): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(petId)} in (select pets.id from ${WITH_OWNERS} where ${FINDABLE})`;
}

/**
 * The same, asked of one row after the other, for those that come in the order of an index and are enough after a few: the planner turns
 * the other form into a join of all rows, which it then sorts (36,000 templates: 700 ms instead of 90).
 */
export function mayBeFoundRowByRow(petId: 'templates.pet_id'): RawBuilder<boolean> {
  return sql<boolean>`(select ${FINDABLE} from ${WITH_OWNERS} where pets.id = ${sql.ref(petId)})`;
}
