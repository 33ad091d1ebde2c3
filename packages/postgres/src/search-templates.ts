import { type PhotoId, POOLED_PART, type SearchQuery, type SearchResult, type Species } from '@snout/core/recognition';
import { sql } from 'kysely';
import type { Executor } from './database.ts';
import { toPet, toVectorText } from './photo-rows.ts';

interface HitRow {
  readonly id: string;
  readonly name: string;
  readonly species: Species;
  readonly enrolled_at: Date;
  readonly photo_id: string;
  readonly similarity: number;
  readonly searched: number;
}

/**
 * Exact search by the rule of `comparePet`, in one pass: <#> is pgvector's negative inner product, which for unit vectors is the
 * negative cosine; the pooled template's similarity is the sum of share * similarity over the pet's photos. Filters come first.
 * `offset 0` keeps the planner from computing each similarity twice.
 */
export async function searchTemplates(executor: Executor, query: SearchQuery): Promise<SearchResult> {
  const probe = sql`${toVectorText(query.vector)}::vector`;
  const { rows } = await sql<HitRow>`
    with compared as (
      select pet_id, pooling_share, -(vector <#> ${probe}) as similarity
      from templates
      where species = ${query.species} and model = ${query.model} and pipeline = ${query.pipeline}
      offset 0
    ), ranked as (
      select
        pet_id,
        ${POOLED_PART}::float8 * sum(pooling_share * similarity) + ${1 - POOLED_PART}::float8 * max(similarity) as similarity,
        (count(*) over ())::integer as searched
      from compared
      group by pet_id
      order by 2 desc, pet_id
      limit ${query.limit}
    )
    select
      pets.id, pets.name, pets.species, pets.enrolled_at, ranked.similarity, ranked.searched,
      (
        select photo_id from templates
        where templates.pet_id = ranked.pet_id and model = ${query.model} and pipeline = ${query.pipeline}
        order by vector <#> ${probe}, photo_id
        limit 1
      ) as photo_id
    from ranked
    join pets on pets.id = ranked.pet_id
    order by ranked.similarity desc, pets.id
  `.execute(executor);
  return {
    hits: rows.map((row) => ({
      pet: toPet(row),
      photoId: row.photo_id as PhotoId,
      similarity: row.similarity,
    })),
    searched: rows[0]?.searched ?? 0,
  };
}
