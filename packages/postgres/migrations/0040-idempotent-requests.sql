-- Requests with an Idempotency-Key, so that each is done once by whichever process; kept for a day.

create table idempotent_requests (
  asker text collate "C" not null,
  -- Of the key, hex. The key itself is not kept.
  key_sha256 text not null,
  tenant_id text collate "C",
  route text not null,
  body_sha256 text not null,
  -- For what the request makes: the same in each attempt.
  creation_id text collate "C" not null,
  -- The attempt under way, and until when nobody else begins one.
  holder text not null,
  claimed_until timestamptz not null,
  -- Encrypted with the key. Null: not done yet.
  answer bytea,
  created_at timestamptz not null,
  primary key (asker, key_sha256)
);

create index idempotent_requests_by_time on idempotent_requests (created_at);

-- The second line: of no use to the role of tenants.
alter table idempotent_requests enable row level security;
