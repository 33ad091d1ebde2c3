-- What was asked to be erased. When it is done, ids, times and counts are left: a tombstone, so that whoever restores a backup knows what to erase
-- again.

create table erasures (
  id text collate "C" primary key,
  tenant_id text collate "C" not null,
  kind text not null check (kind in ('person', 'organisation', 'local')),
  -- Null: done.
  requested_by text collate "C",
  requested_at timestamptz not null,
  finished_at timestamptz,
  pets integer not null default 0,
  files integer not null default 0,
  check ((finished_at is null) = (requested_by is not null))
);

create unique index erasures_under_way on erasures (tenant_id) where finished_at is null;

-- Photo files whose rows are gone, until they are gone too.
create table erasure_files (
  blob_key text collate "C" primary key,
  erasure_id text collate "C" not null references erasures on delete cascade
);

create index erasure_files_by_erasure on erasure_files (erasure_id);

-- The second line: of no use to the role of tenants.
alter table erasures enable row level security;
alter table erasure_files enable row level security;

-- What a person did in the name of an organisation is looked for by person.
create index pet_history_by_user on pet_history (user_id) where user_id is not null;
