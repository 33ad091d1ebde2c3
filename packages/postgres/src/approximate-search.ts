import type { SearchResult } from '@snout/core/recognition';
import { sql } from 'kysely';
import type { Executor } from './database.ts';
import { searchShortlist, searchTemplates } from './search-templates.ts';
import { passes, type ScopedQuery, type TemplateFilter } from './template-filter.ts';

/** Search on a database that has an index over the vectors. */
export interface ApproximateSearch {
  search(executor: Executor, query: ScopedQuery): Promise<SearchResult>;
}

export interface ApproximateSearchOptions {
  /** Up to so many templates that pass a filter, comparing all of them is as quick as asking the index, and exact. */
  readonly exactMost?: number;
  /** How long the number of pets searched is taken from memory, ms. It corrects for chance matches: its magnitude counts. */
  readonly countsKeptMs?: number;
  readonly now?: () => number;
}

/** Templates that all pass the filter are compared exactly in some 20 ms up to this number (bench/, "PostgreSQL"). */
const EXACT_MOST = 20_000;
const COUNTS_KEPT_MS = 60_000;
/** The shortlist. Pets have a few photos each, and the best pet by the pooled rule has a photo among the best ones. */
export const LISTED_TEMPLATES = 200;
/** Templates of the shortlist for each hit asked for, when many are. */
const LISTED_PER_HIT = 10;

interface Count {
  readonly pets: number;
  readonly at: number;
}

/**
 * Asks the index for a shortlist where many templates pass the filter, and compares all of them where few do: an index over everybody's
 * vectors finds a small group's slowly and not all. Where the index gives up early, too, everything is compared.
 */
export function createApproximateSearch(options: ApproximateSearchOptions = {}): ApproximateSearch {
  const { exactMost = EXACT_MOST, countsKeptMs = COUNTS_KEPT_MS, now = () => performance.now() } = options;
  const counts = new Map<string, Count>();
  const counting = new Map<string, Promise<Count>>();

  const countAnew = (executor: Executor, filter: TemplateFilter, key: string): Promise<Count> => {
    const underWay = counting.get(key);
    if (underWay) return underWay;
    const work = countPets(executor, filter)
      .then((pets) => {
        const count = { pets, at: now() };
        counts.set(key, count);
        return count;
      })
      .finally(() => counting.delete(key));
    counting.set(key, work);
    return work;
  };

  /** Null: few enough to compare them all. An old count is given while it is made anew. */
  const petsOf = async (executor: Executor, filter: TemplateFilter): Promise<number | null> => {
    const key = JSON.stringify(filter);
    const known = counts.get(key);
    if (known && now() - known.at < countsKeptMs) return known.pets;
    if (!(await hasMoreThan(executor, filter, exactMost))) {
      counts.delete(key);
      return null;
    }
    // Within a transaction nothing may be left running behind the caller's back.
    if (!known || executor.isTransaction || countsKeptMs === 0) return (await countAnew(executor, filter, key)).pets;
    // A failure shows in the search itself; the next one tries again.
    countAnew(executor, filter, key).catch(() => {});
    return known.pets;
  };

  return {
    async search(executor, query) {
      const { vector: _vector, limit, ...filter } = query;
      const pets = await petsOf(executor, filter);
      if (pets === null) return searchTemplates(executor, query);
      const length = Math.max(LISTED_TEMPLATES, LISTED_PER_HIT * limit);
      const { hits, listed } = await searchShortlist(executor, query, length);
      if (listed < length && listed < exactMost) return searchTemplates(executor, query);
      return { hits, searched: pets };
    },
  };
}

async function hasMoreThan(executor: Executor, filter: TemplateFilter, most: number): Promise<boolean> {
  const { rows } = await sql<{ more: boolean }>`
    select count(*) > ${most} as more from (select 1 from templates where ${passes(filter)} limit ${most + 1}) as capped
  `.execute(executor);
  return rows[0]?.more ?? false;
}

async function countPets(executor: Executor, filter: TemplateFilter): Promise<number> {
  const { rows } = await sql<{ pets: number }>`
    select count(*)::integer as pets from (select distinct pet_id from templates where ${passes(filter)}) as searched
  `.execute(executor);
  return rows[0]?.pets ?? 0;
}
