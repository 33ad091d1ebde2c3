import type { TenantId } from '@snout/core/accounts';
import type { ImportRecord, ImportResult, ImportStore } from '@snout/core/imports';
import { type Selectable, sql } from 'kysely';
import type { Executor } from './database.ts';
import type { ImportTables } from './import-tables.ts';
import { withinScope } from './tenant-scope.ts';

type Row = Selectable<ImportTables['imports']> & { readonly created: number; readonly duplicate: number; readonly error: number };

export function createImportStore(executor: Executor): ImportStore {
  return {
    async add({ id, tenant, author, fileName, isDryRun, rows, createdAt }) {
      const by = { user_id: author?.kind === 'person' ? author.user : null, api_key_id: author?.kind === 'api-key' ? author.user : null };
      const fresh = { state: 'waiting', finished_at: null, claimed_until: null } as const;
      const row = {
        id,
        tenant_id: tenant,
        ...by,
        file_name: fileName,
        dry_run: isDryRun,
        row_count: rows,
        created_at: createdAt,
        ...fresh,
      };
      await executor.insertInto('imports').values(row).execute();
    },
    find: (tenants, id) =>
      withinScope(executor, tenants, async (own) => {
        const row = await importsOf(own, tenants).where('imports.id', '=', id).executeTakeFirst();
        return row ? toRecord(row) : null;
      }),
    list: (tenants, limit) =>
      withinScope(executor, tenants, async (own) => {
        const rows = importsOf(own, tenants).orderBy('created_at', 'desc').orderBy('imports.id', 'desc').limit(limit);
        return (await rows.execute()).map(toRecord);
      }),
    ...claimsOf(executor),
    ...rowsOf(executor),
    async end(id, { state, at }) {
      const changes = { state, finished_at: at, claimed_until: null };
      const { numUpdatedRows } = await openOne(executor, id).set(changes).executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    async cancelAll(tenant, at) {
      const rows = await executor
        .updateTable('imports')
        .set({ state: 'cancelled', finished_at: at, claimed_until: null })
        .where('tenant_id', '=', tenant)
        .where('finished_at', 'is', null)
        .returning('id')
        .execute();
      return rows.map(({ id }) => id);
    },
    async removeEndedBefore(time) {
      const { numDeletedRows } = await executor.deleteFrom('imports').where('finished_at', '<', time).executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function openOne(executor: Executor, id: string) {
  return executor.updateTable('imports').where('id', '=', id).where('finished_at', 'is', null);
}

function claimsOf(executor: Executor): Pick<ImportStore, 'claim' | 'renew' | 'release' | 'left' | 'unfinished'> {
  return {
    async claim(id, { now, until }) {
      const { numUpdatedRows } = await openOne(executor, id)
        .set({ state: 'running', claimed_until: until })
        .where((is) => is.or([is('claimed_until', 'is', null), is('claimed_until', '<=', now)]))
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    async renew(id, until) {
      const { numUpdatedRows } = await openOne(executor, id).set({ claimed_until: until }).executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    async release(id) {
      await openOne(executor, id).set({ claimed_until: null }).execute();
    },
    async left(now) {
      const rows = await executor
        .selectFrom('imports')
        .select(['tenant_id', 'id'])
        .where('finished_at', 'is', null)
        .where((is) => is.or([is('claimed_until', 'is', null), is('claimed_until', '<=', now)]))
        .execute();
      return rows.map(({ tenant_id, id }) => ({ tenant: tenant_id as TenantId, id }));
    },
    async unfinished() {
      const rows = await executor.selectFrom('imports').select('id').where('finished_at', 'is', null).execute();
      return new Set(rows.map(({ id }) => id));
    },
  };
}

function rowsOf(executor: Executor): Pick<ImportStore, 'begin' | 'addResult' | 'doneRows' | 'results'> {
  return {
    async begin(id, row) {
      const { attempts } = await executor
        .insertInto('import_rows')
        .values({ import_id: id, row, attempts: 1 })
        .onConflict((conflict) => conflict.columns(['import_id', 'row']).doUpdateSet({ attempts: sql`import_rows.attempts + 1` }))
        .returning('attempts')
        .executeTakeFirstOrThrow();
      return attempts;
    },
    async addResult(id, { row, outcome, reference, name, petId, detail, reasons }) {
      const result = { outcome, reference, name, pet_id: petId, detail, reasons: JSON.stringify(reasons) };
      await executor
        .insertInto('import_rows')
        .values({ import_id: id, row, attempts: 1, ...result })
        .onConflict((conflict) => conflict.columns(['import_id', 'row']).doUpdateSet(result).where('import_rows.outcome', 'is', null))
        .execute();
    },
    async doneRows(id) {
      const rows = executor.selectFrom('import_rows').select('row').where('import_id', '=', id).where('outcome', 'is not', null);
      return new Set((await rows.execute()).map(({ row }) => row));
    },
    async results(id, { limit, after = 0, outcome }) {
      const rows = executor.selectFrom('import_rows').selectAll().where('import_id', '=', id).where('row', '>', after);
      const chosen = outcome === undefined ? rows.where('outcome', 'is not', null) : rows.where('outcome', '=', outcome);
      return (await chosen.orderBy('row').limit(limit).execute()).flatMap(toResult);
    },
  };
}

function importsOf(executor: Executor, tenants: readonly TenantId[]) {
  const count = (outcome: string) => sql<number>`(count(*) filter (where outcome = ${outcome}))::integer`;
  return executor
    .selectFrom('imports')
    .selectAll('imports')
    .innerJoinLateral(
      (is) =>
        is
          .selectFrom('import_rows')
          .select([count('created').as('created'), count('duplicate').as('duplicate'), count('error').as('error')])
          .whereRef('import_rows.import_id', '=', 'imports.id')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select(['counts.created', 'counts.duplicate', 'counts.error'])
    .where('tenant_id', 'in', [...tenants, '']);
}

function toRecord(row: Row): ImportRecord {
  const { user_id: person, api_key_id: key, created, duplicate, error } = row;
  const author = person !== null ? ({ kind: 'person', user: person } as const) : null;
  return {
    id: row.id,
    tenant: row.tenant_id as TenantId,
    author: author ?? (key !== null ? { kind: 'api-key', user: key } : null),
    fileName: row.file_name,
    isDryRun: row.dry_run,
    state: row.state,
    rows: row.row_count,
    counts: { created, duplicate, error },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

function toResult(row: Selectable<ImportTables['import_rows']>): ImportResult[] {
  const { outcome, reference, name, pet_id: petId, detail, reasons } = row;
  if (outcome === null) return [];
  return [{ row: row.row, reference: reference ?? '', name: name ?? '', outcome, petId, detail: detail ?? '', reasons }];
}
