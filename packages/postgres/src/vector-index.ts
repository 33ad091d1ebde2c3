import { SPECIES, TEMPLATE_DIMENSIONS, type UnitVector } from '@snout/core/recognition';
import { type RawBuilder, sql } from 'kysely';
import { lockMigrations, type MigrationConnection } from './migrate.ts';
import { toVectorText } from './photo-rows.ts';

/** The one of earlier versions: single floats, both species. */
const REPLACED = 'templates_by_vector';
/** Neighbours that each vector is linked to: pgvector's own default. */
const M = 16;
/** Vectors looked at to find them, when one is added. Twice pgvector's default: takes twice as long and loses fewer neighbours. */
const EF_CONSTRUCTION = 128;
/** As half floats, since the index only names candidates: half the memory. Literal, as it must be the same in index and query. */
const INDEXED = `(vector::halfvec(${TEMPLATE_DIMENSIONS}))`;

/**
 * Makes an HNSW index over the vectors of each species where the server can (pgvector from 0.7 on); gives back whether there are. One a
 * species, since no search asks for both: nothing that an index gives is thrown away. No migration: the embedded database takes the same
 * migrations, and there the index would only cost (1.8 ms a row). Inner products, since templates are unit vectors.
 */
export async function ensureVectorIndexes(connection: MigrationConnection): Promise<boolean> {
  await lockMigrations(connection);
  const [operators] = await connection.query("select 1 from pg_opclass where opcname = 'halfvec_ip_ops'", []);
  if (operators === undefined) return false;
  for (const species of SPECIES) {
    await connection.script(
      `create index if not exists templates_by_${species}_vector on templates using hnsw (${INDEXED} halfvec_ip_ops)
       with (m = ${M}, ef_construction = ${EF_CONSTRUCTION}) where species = '${species}'`,
    );
  }
  await connection.script(`drop index if exists ${REPLACED}`);
  return true;
}

/** To order templates of one species by: nearest first, in the order in which the index gives them. */
export function indexedDistance(probe: UnitVector): RawBuilder<number> {
  return sql<number>`${sql.raw(INDEXED)} <#> ${toVectorText(probe)}::halfvec(${sql.raw(String(TEMPLATE_DIMENSIONS))})`;
}
