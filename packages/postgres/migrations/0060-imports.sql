-- Files of many pets, and what became of each row.

create table imports (
  id text collate "C" primary key,
  tenant_id text collate "C" not null references tenants on delete cascade,
  -- In whose name rows are done: one of the two, or neither when the person was forgotten. A key that was revoked stays named.
  user_id text collate "C" references users on delete set null,
  api_key_id text collate "C",
  file_name text not null,
  dry_run boolean not null,
  state text not null check (state in ('waiting', 'running', 'finished', 'cancelled')),
  row_count integer not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- Until when the process has it that does its rows.
  claimed_until timestamptz,
  check ((state in ('finished', 'cancelled')) = (finished_at is not null))
);

create index imports_by_tenant on imports (tenant_id, created_at desc, id desc);
create index imports_open on imports (id) where finished_at is null;

create table import_rows (
  import_id text collate "C" not null references imports on delete cascade,
  row integer not null,
  attempts integer not null,
  -- Null: begun, and no result yet.
  outcome text check (outcome in ('created', 'duplicate', 'error')),
  reference text,
  name text,
  pet_id text collate "C",
  detail text,
  primary key (import_id, row)
);

-- The second line behind every query: see 0003.
grant select on imports, import_rows to snout_tenant;
alter table imports enable row level security;
alter table import_rows enable row level security;
create policy own_tenants on imports for select to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_imports on import_rows for select to snout_tenant using (import_id in (select id from imports));
