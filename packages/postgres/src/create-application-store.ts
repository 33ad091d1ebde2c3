import type { TenantId } from '@snout/core/accounts';
import type { Application, ApplicationStore } from '@snout/core/insurance';
import type { PetId } from '@snout/core/recognition';
import { type Selectable, sql } from 'kysely';
import type { Executor } from './database.ts';
import type { InsuranceTables } from './insurance-tables.ts';
import { withinScope } from './tenant-scope.ts';

/** Each is done as the role that sees the tenant's rows only. */
export function createApplicationStore(executor: Executor): ApplicationStore {
  return {
    async add(application) {
      const row = {
        id: application.id,
        tenant_id: application.tenant,
        applicant_user_id: application.applicant,
        own_pet_id: application.ownPetId,
        product_id: application.product.productId,
        product_version: application.product.version,
        cover: JSON.stringify(application.cover),
        accepted: JSON.stringify(application.accepted),
        reasons: JSON.stringify(application.reasons),
        created_at: application.createdAt,
        ...toDecidedColumns(application),
      };
      await withinScope(executor, [application.tenant], (own) => own.insertInto('insurance_applications').values(row).execute());
    },
    find: (tenant, id) =>
      withinScope(executor, [tenant], async (own) => {
        const row = await applicationsOf(own, tenant).where('id', '=', id).executeTakeFirst();
        return row ? toApplication(row) : null;
      }),
    lock: (tenant, id) =>
      withinScope(executor, [tenant], async (own) => {
        const row = await applicationsOf(own, tenant).where('id', '=', id).forUpdate().executeTakeFirst();
        return row ? toApplication(row) : null;
      }),
    async save(application) {
      await withinScope(executor, [application.tenant], (own) =>
        own
          .updateTable('insurance_applications')
          .set(toDecidedColumns(application))
          .where('tenant_id', '=', application.tenant)
          .where('id', '=', application.id)
          .execute(),
      );
    },
    list: (tenant, { state, limit, after }) =>
      withinScope(executor, [tenant], async (own) => {
        const later = sql<boolean>`(created_at, id) > (select created_at, id from insurance_applications where id = ${after})`;
        const rows = await applicationsOf(own, tenant)
          .where('state', '=', state)
          .$if(after !== undefined, (query) => query.where(later))
          .orderBy('created_at')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(toApplication);
      }),
    ofOwnPet: (tenant, ownPetId) =>
      withinScope(executor, [tenant], async (own) => {
        const ofPet = applicationsOf(own, tenant).where('own_pet_id', '=', ownPetId);
        return (await ofPet.orderBy('created_at', 'desc').orderBy('id', 'desc').execute()).map(toApplication);
      }),
  };
}

function applicationsOf(own: Executor, tenant: TenantId) {
  return own.selectFrom('insurance_applications').selectAll().where('tenant_id', '=', tenant);
}

/** What a decision changes. */
function toDecidedColumns({ state, decision, animalId, policyId }: Application) {
  return { state, decision: decision && JSON.stringify(decision), animal_id: animalId, policy_id: policyId };
}

function toApplication(row: Selectable<InsuranceTables['insurance_applications']>): Application {
  const { accepted, decision } = row;
  return {
    id: row.id,
    tenant: row.tenant_id as TenantId,
    applicant: row.applicant_user_id,
    ownPetId: row.own_pet_id as PetId,
    animalId: row.animal_id as PetId | null,
    product: { productId: row.product_id, version: row.product_version },
    cover: row.cover,
    accepted: { ...accepted, at: new Date(accepted.at) },
    state: row.state,
    reasons: row.reasons,
    decision: decision && { ...decision, at: new Date(decision.at) },
    policyId: row.policy_id,
    createdAt: row.created_at,
  };
}
