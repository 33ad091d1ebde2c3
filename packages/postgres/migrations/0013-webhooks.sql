-- Addresses of tenants that are told of events, and what was sent there.

create table webhook_endpoints (
  id text collate "C" primary key,
  tenant_id text collate "C" not null,
  url text not null,
  -- Empty: all.
  events text[] not null,
  description text not null,
  -- [{"value": "whsec_...", "until": null or a time}], the newest first. They sign, so they cannot be kept as hashes.
  secrets jsonb not null,
  disabled text check (disabled in ('gone', 'failing', 'person')),
  created_at timestamptz not null,
  last_delivered_at timestamptz
);

create index webhook_endpoints_by_tenant on webhook_endpoints (tenant_id, created_at, id);

create table webhook_deliveries (
  id text collate "C" primary key,
  endpoint_id text collate "C" not null references webhook_endpoints on delete cascade,
  tenant_id text collate "C" not null,
  event text not null,
  -- Text, not json: it is signed byte by byte.
  body text not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  -- [{"at", "status", "problem", "milliseconds"}], the oldest first.
  attempts jsonb not null default '[]',
  attempts_before integer not null default 0
);

create index webhook_deliveries_by_tenant on webhook_deliveries (tenant_id, created_at, id);
create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, created_at, id);
create index webhook_deliveries_by_time on webhook_deliveries (created_at);
