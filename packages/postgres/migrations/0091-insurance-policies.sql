-- Policies of insurers. A policy is its events, which are only ever added; its row is what is looked for, and follows from them.

create table insurance_policies (
  id text collate "C" primary key,
  tenant_id text collate "C" not null references tenants on delete cascade,
  -- As people read it, with its check character.
  number text collate "C" not null,
  -- Null: erased since. The events keep the ids, as the log does, and nothing else of an animal or a person.
  pet_id text collate "C" references pets on delete set null,
  holder_user_id text collate "C" references users on delete set null,
  status text not null check (status in ('awaiting-payment', 'active', 'cancelled', 'lapsed', 'expired', 'died')),
  -- Of the last event.
  sequence integer not null check (sequence > 0),
  issued_at timestamptz not null,
  unique (tenant_id, number)
);

create unique index insurance_policies_one_open on insurance_policies (tenant_id, pet_id) where status in ('awaiting-payment', 'active');
create index insurance_policies_by_tenant on insurance_policies (tenant_id, issued_at, id);
create index insurance_policies_by_pet on insurance_policies (pet_id);
create index insurance_policies_by_holder on insurance_policies (holder_user_id);

create table insurance_policy_events (
  policy_id text collate "C" not null references insurance_policies on delete cascade,
  -- 1, 2, 3 ...: of two that were decided on the same state, one is refused.
  sequence integer not null check (sequence > 0),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'service', 'public')),
  actor_id text collate "C",
  -- By whose terms it was decided.
  product_id text collate "C" not null,
  product_version integer not null,
  -- PolicyFact of core/insurance.
  fact jsonb not null,
  primary key (policy_id, sequence),
  foreign key (product_id, product_version) references insurance_product_versions
);

create index insurance_policy_events_by_version on insurance_policy_events (product_id, product_version);

create function refuse_change_of_policy_event() returns trigger language plpgsql as $$
begin
  raise exception 'An event of a policy is never changed.';
end
$$;

create trigger happened_for_good before update on insurance_policy_events
  for each row execute function refuse_change_of_policy_event();

-- The second line behind every query: see 0003. Nobody of a tenant deletes a policy or an event; they go with the tenant.
grant select, insert, update on insurance_policies to snout_tenant;
grant select, insert on insurance_policy_events to snout_tenant;
alter table insurance_policies enable row level security;
alter table insurance_policy_events enable row level security;
create policy own_tenants on insurance_policies to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_policies on insurance_policy_events to snout_tenant using (policy_id in (select id from insurance_policies));
