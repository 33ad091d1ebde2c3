-- Applications for policies: what was asked for, what was shown and accepted, what spoke for a look, and what a person decided.

create table insurance_applications (
  id text collate "C" primary key,
  -- The insurer.
  tenant_id text collate "C" not null references tenants on delete cascade,
  -- Null: erased since.
  applicant_user_id text collate "C" references users on delete set null,
  -- An id, as in the log: of the applicant's own pet.
  own_pet_id text collate "C" not null,
  -- The insurer's record of the animal; null: erased.
  animal_id text collate "C" references pets on delete set null,
  product_id text collate "C" not null,
  product_version integer not null,
  -- As core/insurance has them.
  cover jsonb not null,
  accepted jsonb not null,
  state text not null check (state in ('referred', 'accepted', 'declined')),
  reasons jsonb not null,
  -- Null: no person has decided, or none had to.
  decision jsonb,
  policy_id text collate "C" references insurance_policies on delete set null,
  created_at timestamptz not null,
  foreign key (product_id, product_version) references insurance_product_versions,
  check (state <> 'declined' or decision is not null)
);

create index insurance_applications_by_state on insurance_applications (tenant_id, state, created_at, id);
create index insurance_applications_by_own_pet on insurance_applications (tenant_id, own_pet_id, created_at);
create index insurance_applications_by_applicant on insurance_applications (applicant_user_id);
create index insurance_applications_by_animal on insurance_applications (animal_id);
create index insurance_applications_by_version on insurance_applications (product_id, product_version);
create index insurance_applications_by_policy on insurance_applications (policy_id);

-- The second line behind every query: see 0003. Nobody of a tenant deletes an application; they go with the tenant.
grant select, insert, update on insurance_applications to snout_tenant;
alter table insurance_applications enable row level security;
create policy own_tenants on insurance_applications to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
