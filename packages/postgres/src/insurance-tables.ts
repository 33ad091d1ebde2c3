import type { AuditActor } from '@snout/core/audit';
import type { Application, ApplicationState, PolicyFact, PolicyStatus, ProductTerms } from '@snout/core/insurance';
import type { CalendarDay } from '@snout/core/pets';
import type { ColumnType } from 'kysely';

/** Tables of migrations 0090, 0091 and 0094. JSON is written as text. */
export interface InsuranceTables {
  insurance_products: {
    id: string;
    tenant_id: string;
    created_at: Date;
    draft: ColumnType<ProductTerms | null, string, string | null>;
    draft_saved_at: Date | null;
  };
  insurance_product_versions: {
    product_id: string;
    version: number;
    effective_from: CalendarDay;
    terms: ColumnType<ProductTerms, string, never>;
    published_at: Date;
  };
  insurance_policies: {
    id: string;
    tenant_id: ColumnType<string, string, never>;
    number: ColumnType<string, string, never>;
    pet_id: ColumnType<string | null, string, never>;
    holder_user_id: string | null;
    status: PolicyStatus;
    sequence: number;
    issued_at: ColumnType<Date, Date, never>;
  };
  insurance_policy_events: {
    policy_id: ColumnType<string, string, never>;
    sequence: ColumnType<number, number, never>;
    at: ColumnType<Date, Date, never>;
    actor_kind: ColumnType<AuditActor['kind'], AuditActor['kind'], never>;
    actor_id: ColumnType<string | null, string | null, never>;
    product_id: ColumnType<string, string, never>;
    product_version: ColumnType<number, number, never>;
    fact: ColumnType<PolicyFact, string, never>;
  };
  insurance_applications: {
    id: string;
    tenant_id: string;
    applicant_user_id: string | null;
    own_pet_id: string;
    animal_id: string | null;
    product_id: string;
    product_version: number;
    cover: ColumnType<Application['cover'], string, never>;
    accepted: ColumnType<Written<Application['accepted']>, string, never>;
    state: ApplicationState;
    reasons: ColumnType<Application['reasons'], string, never>;
    decision: ColumnType<Written<NonNullable<Application['decision']>> | null, string | null, string | null>;
    policy_id: string | null;
    created_at: Date;
  };
}

/** As it is read from JSON. */
type Written<Value extends { readonly at: Date }> = Omit<Value, 'at'> & { readonly at: string };
