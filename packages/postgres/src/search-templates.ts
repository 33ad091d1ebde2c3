import { type PhotoId, POOLED_PART, type SearchResult, type Species } from '@snout/core/recognition';
import { type RawBuilder, sql } from 'kysely';
import type { Executor } from './database.ts';
import { toPet, toVectorText } from './photo-rows.ts';
import { madeBy, passes, type ScopedQuery } from './template-filter.ts';
import { indexedDistance } from './vector-index.ts';

interface HitRow {
  readonly id: string;
  readonly name: string;
  readonly species: Species;
  readonly enrolled_at: Date;
  readonly photo_id: string;
  readonly similarity: number;
  readonly searched: number;
  readonly listed: number;
}

/** Exact search by the rule of `comparePet`, in one pass over every template that passes the filter. */
export async function searchTemplates(executor: Executor, query: ScopedQuery): Promise<SearchResult> {
  const rows = await rankPets(executor, query, {
    listed: sql`select null::text as pet_id where false`,
    compared: sql`templates where ${passes(query)}`,
  });
  return { hits: rows.map(toHit), searched: rows[0]?.searched ?? 0 };
}

/**
 * Search through the index over the species' vectors: the `length` templates most like the probe name the pets, which are then compared exactly,
 * with all their photos, by the rule of `comparePet`. `listed`: templates that the index gave; fewer than `length` when it gave up
 * before it found as many that pass the filter.
 */
export async function searchShortlist(
  executor: Executor,
  query: ScopedQuery,
  length: number,
): Promise<{ readonly hits: SearchResult['hits']; readonly listed: number }> {
  const rows = await rankPets(executor, query, {
    listed: sql`select pet_id from templates where ${passes(query, { rowByRow: true })} order by ${indexedDistance(query.vector)} limit ${length}`,
    compared: sql`templates join (select distinct pet_id from listed) as candidates using (pet_id) where ${madeBy(query)}`,
  });
  return { hits: rows.map(toHit), listed: rows[0]?.listed ?? 0 };
}

/**
 * <#> is pgvector's negative inner product, which for unit vectors is the negative cosine; the pooled template's similarity is the
 * sum of share * similarity over the pet's photos. `offset 0` keeps the planner from computing each similarity twice.
 */
async function rankPets(
  executor: Executor,
  query: ScopedQuery,
  from: { readonly listed: RawBuilder<unknown>; readonly compared: RawBuilder<unknown> },
): Promise<readonly HitRow[]> {
  const probe = probeOf(query);
  const { rows } = await sql<HitRow>`
    with listed as materialized (
      ${from.listed}
    ), compared as (
      select pet_id, pooling_share, -(vector <#> ${probe}) as similarity
      from ${from.compared}
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
      (select count(*)::integer from listed) as listed,
      (
        select photo_id from templates
        where templates.pet_id = ranked.pet_id and ${madeBy(query)}
        order by vector <#> ${probe}, photo_id
        limit 1
      ) as photo_id
    from ranked
    join pets on pets.id = ranked.pet_id
    order by ranked.similarity desc, pets.id
  `.execute(executor);
  return rows;
}

function probeOf({ vector }: ScopedQuery): RawBuilder<unknown> {
  return sql`${toVectorText(vector)}::vector`;
}

function toHit(row: HitRow): SearchResult['hits'][number] {
  return { pet: toPet(row), photoId: row.photo_id as PhotoId, similarity: row.similarity };
}
