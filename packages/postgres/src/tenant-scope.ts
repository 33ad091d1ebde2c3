import type { TenantId } from '@snout/core/accounts';
import { type RawBuilder, sql } from 'kysely';
import { type Executor, inTransaction } from './database.ts';

/** Whose rows a statement may touch; null: everybody's, for the service's own work. */
export type TenantScope = readonly TenantId[] | null;

/** The condition on rows that carry a tenant. Every statement of a store states it; the policies of the database are the second line. */
export function ownedBy(scope: TenantScope, table: 'pets' | 'photos' | 'templates'): RawBuilder<boolean> {
  if (scope === null) return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(`${table}.tenant_id`)} = any (${[...scope]}::text[])`;
}

/** The condition on rows of pets that the scope owns or cares for: enough to read them, not to change them. */
export function seenBy(scope: TenantScope, table: 'pets' | 'photos' | 'templates'): RawBuilder<boolean> {
  if (scope === null) return sql<boolean>`true`;
  // An array rather than `in`: only so are both sides of the `or` looked up by their indexes.
  const petId = sql.ref(table === 'pets' ? 'pets.id' : `${table}.pet_id`);
  return sql<boolean>`(${ownedBy(scope, table)} or ${petId} = any (array(select pet_id from pet_carers where tenant_id = any (${[...scope]}::text[]))))`;
}

/**
 * Runs `work` as the role that sees the scope's rows only, whatever `work` asks for (row level security), in the caller's transaction or
 * in one of its own. After it the caller's transaction goes on as what it was.
 */
export function withinScope<T>(executor: Executor, scope: TenantScope, work: (executor: Executor) => Promise<T>): Promise<T> {
  if (scope === null) return work(executor);
  return inTransaction(executor, async (transaction) => {
    const { rows } = await sql<{ role: string; tenants: string }>`
      select current_setting('role') as role, coalesce(current_setting('snout.tenants', true), '') as tenants
    `.execute(transaction);
    await enter(transaction, { role: 'snout_tenant', tenants: scope.join(',') });
    const result = await work(transaction);
    const [before] = rows;
    if (executor.isTransaction && before) await enter(transaction, before);
    return result;
  });
}

/** Until the transaction ends. */
async function enter(executor: Executor, { role, tenants }: { readonly role: string; readonly tenants: string }): Promise<void> {
  await sql`select set_config('snout.tenants', ${tenants}, true), set_config('role', ${role}, true)`.execute(executor);
}
