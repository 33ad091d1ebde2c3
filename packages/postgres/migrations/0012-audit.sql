-- Who did what to which record. Rows are added, never changed or deleted; the database refuses both.

create table audit_entries (
  position bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'service', 'public')),
  actor_id text collate "C",
  tenant_id text collate "C",
  action text not null,
  record_kind text not null,
  record_id text collate "C" not null,
  request_id text,
  -- Only fields that may be kept for ever: no secrets, no contacts.
  before jsonb,
  after jsonb
);

create index audit_entries_by_tenant on audit_entries (tenant_id, position);
create index audit_entries_by_record on audit_entries (record_kind, record_id, position);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entries_never_change before update or delete or truncate on audit_entries
  for each statement execute function refuse_audit_change();
