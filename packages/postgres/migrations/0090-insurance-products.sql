-- Products of insurers: a draft that is worked on, and versions that are never changed again, since policies refer to them.

create table insurance_products (
  id text collate "C" primary key,
  tenant_id text collate "C" not null references tenants on delete cascade,
  created_at timestamptz not null,
  -- Terms as core/insurance has them; both null: there is no draft.
  draft jsonb,
  draft_saved_at timestamptz,
  check ((draft is null) = (draft_saved_at is null))
);

create index insurance_products_by_tenant on insurance_products (tenant_id, created_at, id);

create table insurance_product_versions (
  product_id text collate "C" not null references insurance_products on delete cascade,
  version integer not null check (version > 0),
  -- A calendar day as text: no driver turns it into an instant.
  effective_from text collate "C" not null check (effective_from ~ '^\d{4}-\d{2}-\d{2}$'),
  terms jsonb not null,
  published_at timestamptz not null,
  primary key (product_id, version),
  unique (product_id, effective_from)
);

create function refuse_change_of_version() returns trigger language plpgsql as $$
begin
  raise exception 'A published version of a product is never changed.';
end
$$;

create trigger published_for_good before update on insurance_product_versions
  for each row execute function refuse_change_of_version();

-- The second line behind every query: see 0003.
grant select, insert, update, delete on insurance_products to snout_tenant;
grant select, insert on insurance_product_versions to snout_tenant;
alter table insurance_products enable row level security;
alter table insurance_product_versions enable row level security;
create policy own_tenants on insurance_products to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_products on insurance_product_versions to snout_tenant using (product_id in (select id from insurance_products));
