import type { TenantId } from '@snout/core/accounts';
import {
  isOpen,
  OPEN_STATUSES,
  type Policy,
  type PolicyAdded,
  type PolicyAppended,
  type PolicyEvent,
  type PolicyStore,
  policyOf,
  type StoredPolicy,
} from '@snout/core/insurance';
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Executor } from './database.ts';
import type { InsuranceTables } from './insurance-tables.ts';
import type { Schema } from './schema.ts';
import { withinScope } from './tenant-scope.ts';

/** Each is done as the role that sees the tenant's rows only. */
export function createPolicyStore(executor: Executor): PolicyStore {
  const read = (tenant: TenantId, narrow: Narrow) => withinScope(executor, [tenant], (own) => policiesOf(own, tenant, narrow));
  return {
    async add(id, events) {
      const policy = policyOf(events);
      return withinScope(executor, [policy.tenant], (own) => add(own, { id, policy }, events));
    },
    append: (tenant, id, added) => withinScope(executor, [tenant], (own) => append(own, { tenant, id }, added)),
    find: async (tenant, id) => (await read(tenant, (query) => query.where('id', '=', id)))[0] ?? null,
    findByNumber: async (tenant, number) => (await read(tenant, (query) => query.where('number', '=', number)))[0] ?? null,
    ofPet: (tenant, petId) => read(tenant, (query) => query.where('pet_id', '=', petId).orderBy('issued_at').orderBy('id')),
    list: (tenant, { limit, before }) =>
      read(tenant, (query) => {
        const newest = query.orderBy('issued_at', 'desc').orderBy('id', 'desc').limit(limit);
        if (before === undefined) return newest;
        return newest.where(
          sql<boolean>`(issued_at, id) < (select issued_at, id from insurance_policies where tenant_id = ${tenant} and id = ${before})`,
        );
      }),
    history: (tenant, id) => withinScope(executor, [tenant], async (own) => (await eventsOf(own, tenant, [id])).map(toEvent)),
  };
}

type Policies = SelectQueryBuilder<Schema, 'insurance_policies', { id: string }>;
type Narrow = (query: Policies) => Policies;
type EventRow = Selectable<InsuranceTables['insurance_policy_events']>;

async function add(own: Executor, { id, policy }: StoredPolicy, events: readonly PolicyEvent[]): Promise<PolicyAdded> {
  if (await isInsured(own, { id, policy })) return { kind: 'already-insured' };
  const { tenant, number, petId, holder, status, sequence } = policy;
  const [issued] = events;
  const added = await own
    .insertInto('insurance_policies')
    .values({
      ...{ id, tenant_id: tenant, number, pet_id: petId, holder_user_id: holder, status, sequence },
      issued_at: issued?.at ?? new Date(),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return { kind: 'number-taken' };
  await insertEvents(own, id, { after: 0, events });
  return { kind: 'added', policy };
}

type Added = Parameters<PolicyStore['append']>[2];

async function append(
  own: Executor,
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
  { after, events }: Added,
): Promise<PolicyAppended> {
  const one = own.selectFrom('insurance_policies').select('sequence').where('tenant_id', '=', tenant).where('id', '=', id);
  const row = await one.forUpdate().executeTakeFirst();
  if (row === undefined) return { kind: 'not-found' };
  if (row.sequence !== after) return { kind: 'changed-meanwhile' };
  const history = (await eventsOf(own, tenant, [id])).map(toEvent);
  const [before, policy] = [policyOf(history), policyOf([...history, ...events])];
  if (isOpen(policy) && !isOpen(before) && (await isInsured(own, { id, policy }))) return { kind: 'already-insured' };
  // Somebody who was erased is named by old events, and is not put back.
  const holder = policy.holder === before.holder ? {} : { holder_user_id: policy.holder };
  const changed = { status: policy.status, sequence: policy.sequence, ...holder };
  await own.updateTable('insurance_policies').set(changed).where('tenant_id', '=', tenant).where('id', '=', id).execute();
  await insertEvents(own, id, { after, events });
  return { kind: 'appended', policy };
}

/** Whether the animal has another open policy. Who asks for the same animal waits until the transaction ends, and then sees what it did. */
async function isInsured(own: Executor, { id, policy: { tenant, petId } }: StoredPolicy): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`insured animal ${tenant} ${petId}`}, 0))`.execute(own);
  const others = own.selectFrom('insurance_policies').select('id').where('tenant_id', '=', tenant).where('pet_id', '=', petId);
  const open = await others
    .where('status', 'in', [...OPEN_STATUSES])
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

/** In two queries, however many there are. */
async function policiesOf(own: Executor, tenant: TenantId, narrow: Narrow): Promise<readonly StoredPolicy[]> {
  const rows = await narrow(own.selectFrom('insurance_policies').select('id').where('tenant_id', '=', tenant)).execute();
  const ids = rows.map(({ id }) => id);
  const events = Map.groupBy(await eventsOf(own, tenant, ids), ({ policy_id }) => policy_id);
  return ids.map((id): { readonly id: string; readonly policy: Policy } => ({ id, policy: policyOf((events.get(id) ?? []).map(toEvent)) }));
}

function eventsOf(own: Executor, tenant: TenantId, ids: readonly string[]): Promise<EventRow[]> {
  return own
    .selectFrom('insurance_policy_events as event')
    .innerJoin('insurance_policies as policy', 'policy.id', 'event.policy_id')
    .selectAll('event')
    .where('policy.tenant_id', '=', tenant)
    .where(sql<boolean>`event.policy_id = any (${[...ids]}::text[])`)
    .orderBy('event.policy_id')
    .orderBy('event.sequence')
    .execute();
}

async function insertEvents(own: Executor, id: string, { after, events }: Added): Promise<void> {
  const rows = events.map(({ at, actor, rules, ...fact }, index) => ({
    ...{ policy_id: id, sequence: after + index + 1, at },
    ...{ actor_kind: actor.kind, actor_id: actor.id, product_id: rules.productId, product_version: rules.version },
    fact: JSON.stringify(fact),
  }));
  await own.insertInto('insurance_policy_events').values(rows).execute();
}

function toEvent({ at, actor_kind, actor_id, product_id, product_version, fact }: EventRow): PolicyEvent {
  const rules = { productId: product_id, version: product_version };
  return { ...fact, at, actor: { kind: actor_kind, id: actor_id }, rules };
}
