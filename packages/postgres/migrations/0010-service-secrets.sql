-- Secrets that the service makes for itself, shared by its processes: keys that sign tokens in mails, the key of web push.

create table service_secrets (
  name text primary key,
  value text not null,
  made_at timestamptz not null default now()
);
