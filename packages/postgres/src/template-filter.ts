import type { SearchQuery } from '@snout/core/recognition';
import { type RawBuilder, sql } from 'kysely';
import { mayBeFound, mayBeFoundRowByRow } from './may-be-found.ts';
import { seenBy, type TenantScope } from './tenant-scope.ts';

/** A search among the pets of some tenants. */
export type ScopedQuery = SearchQuery & { readonly tenants: TenantScope };

/** What decides which templates a search may see: everything of a query but the probe and the number of hits. */
export type TemplateFilter = Omit<ScopedQuery, 'vector' | 'limit'>;

/**
 * The condition on rows of `templates`. Every search and count states it, before it compares, orders or limits. `rowByRow`: for rows that
 * come in the order of an index.
 */
export function passes(filter: TemplateFilter, { rowByRow = false } = {}): RawBuilder<boolean> {
  return sql<boolean>`templates.species = ${filter.species} and ${madeBy(filter)} and ${seenBy(filter.tenants, 'templates')}${notArchived(filter.tenants, rowByRow)}${onlyFindable(filter, rowByRow)}`;
}

/**
 * Searches for people leave archived pets out; the service's own do not, or a pet could be enrolled again once it is archived. Row by row
 * for the reason that `mayBeFoundRowByRow` has. A pet of the command line has no record.
 */
function notArchived(scope: TenantScope, rowByRow: boolean): RawBuilder<unknown> {
  if (scope === null) return sql``;
  if (rowByRow) return sql` and coalesce((select archived_at is null from pet_records where pet_records.pet_id = templates.pet_id), true)`;
  return sql` and not exists (select from pet_records where pet_records.pet_id = templates.pet_id and archived_at is not null)`;
}

function onlyFindable({ findable }: TemplateFilter, rowByRow: boolean): RawBuilder<unknown> {
  if (!findable) return sql``;
  return sql` and ${rowByRow ? mayBeFoundRowByRow('templates.pet_id') : mayBeFound('templates.pet_id')}`;
}

/** Vectors of different makers are never compared, whatever else is searched. */
export function madeBy({ model, pipeline }: Pick<TemplateFilter, 'model' | 'pipeline'>): RawBuilder<boolean> {
  return sql<boolean>`templates.model = ${model} and templates.pipeline = ${pipeline}`;
}
