-- Who has which pets, what is known of them, and what tells copies of photos.

-- See PhotoTrace: null for photos stored before there was one. Re-embedding adds it.
alter table photos
  add column trace_method text,
  add column trace_hash bit(64),
  add column trace_screen double precision,
  add constraint trace_whole check (num_nulls(trace_method, trace_hash, trace_screen) in (0, 3));

-- One for each pet that has an owner; the name is in pets, where lists are sorted by it.
create table pet_records (
  pet_id text collate "C" primary key references pets on delete cascade,
  -- PetProfile.
  profile jsonb not null,
  microchips text[] not null,
  -- Raised by each change.
  version integer not null,
  archived_at timestamptz,
  merged_into text collate "C" references pets,
  created_at timestamptz not null
);

create index pet_records_by_microchip on pet_records using gin (microchips);
create index pet_records_by_merged_into on pet_records (merged_into) where merged_into is not null;

-- Tenants that see the pet beside its owner, who is in pets.
create table pet_carers (
  pet_id text collate "C" not null references pet_records on delete cascade,
  tenant_id text collate "C" not null references tenants on delete cascade,
  since timestamptz not null,
  primary key (pet_id, tenant_id)
);

create index pet_carers_by_tenant on pet_carers (tenant_id, pet_id);

create table pet_history (
  seq bigint generated always as identity primary key,
  pet_id text collate "C" not null references pet_records on delete cascade,
  at timestamptz not null,
  kind text not null,
  -- Both null: forgotten.
  tenant_id text collate "C",
  user_id text,
  changes jsonb not null
);

create index pet_history_by_pet on pet_history (pet_id, seq);
create index pet_history_by_tenant on pet_history (tenant_id);

create table pet_invitations (
  id text collate "C" primary key,
  pet_id text collate "C" not null references pet_records on delete cascade,
  kind text not null check (kind in ('carer', 'transfer')),
  -- Of the secret, hex; the secret is not kept.
  token_sha256 text not null unique,
  tenant_id text collate "C" not null,
  user_id text not null,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn'))
);

create index pet_invitations_by_pet on pet_invitations (pet_id);
create index pet_invitations_by_tenant on pet_invitations (tenant_id);

create table pet_merges (
  id text collate "C" primary key,
  kept text collate "C" not null references pet_records on delete cascade,
  merged text collate "C" not null references pet_records on delete cascade,
  photos text[] not null,
  -- Tenants that became carers of the kept pet.
  carers text[] not null,
  -- PetProfile of the kept pet.
  before jsonb not null,
  after jsonb not null,
  merged_at timestamptz not null,
  undone_at timestamptz
);

create index pet_merges_by_kept on pet_merges (kept);
create index pet_merges_by_merged on pet_merges (merged);

-- The second line. Carers read the pet; all that is written to these tables goes through the service's own role.
grant select on pet_records, pet_carers to snout_tenant;
alter table pet_records enable row level security;
alter table pet_carers enable row level security;
alter table pet_history enable row level security;
alter table pet_invitations enable row level security;
alter table pet_merges enable row level security;

create policy own_tenants on pet_carers for select to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy carers on pets for select to snout_tenant using (id in (select pet_id from pet_carers));
create policy carers on photos for select to snout_tenant using (pet_id in (select pet_id from pet_carers));
create policy carers on templates for select to snout_tenant using (pet_id in (select pet_id from pet_carers));
create policy seen_pets on pet_records for select to snout_tenant using (pet_id in (select id from pets));
