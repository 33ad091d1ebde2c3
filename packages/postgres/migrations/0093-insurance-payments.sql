-- Payments to insurers, as we know of them: the provider knows better, and is asked.

create table payments (
  -- Also the key by which the provider begins it once.
  id text collate "C" primary key,
  -- The insurer.
  tenant_id text collate "C" not null references tenants on delete cascade,
  payable_kind text not null check (payable_kind in ('policy')),
  payable_id text collate "C" not null,
  payable_term integer not null check (payable_term > 0),
  -- In the currency's minor units.
  amount bigint not null check (amount > 0),
  currency text not null,
  description text not null,
  return_url text not null,
  provider text collate "C" not null,
  -- Null: the provider's answer is not known.
  reference text collate "C",
  pay_url text,
  state text not null check (state in ('beginning', 'open', 'paid', 'declined', 'expired')),
  created_at timestamptz not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  unique (provider, reference),
  check ((state = 'beginning') = (reference is null)),
  check ((reference is null) = (pay_url is null)),
  check ((state in ('beginning', 'open')) = (ended_at is null))
);

-- Nobody pays twice for one thing.
create unique index payments_one_at_a_time on payments (tenant_id, payable_kind, payable_id, payable_term)
  where state in ('beginning', 'open', 'paid');
create index payments_by_payable on payments (tenant_id, payable_kind, payable_id, payable_term, created_at);
create index payments_unsettled on payments (asked_at) where state in ('beginning', 'open');

create table payment_refunds (
  payment_id text collate "C" not null references payments on delete cascade,
  id text collate "C" not null,
  -- In the order in which they were asked for.
  position integer not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('asked', 'pending', 'refunded', 'refused')),
  code text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (payment_id, id),
  unique (payment_id, position),
  check ((state in ('asked', 'pending')) = (ended_at is null))
);

create index payment_refunds_under_way on payment_refunds (payment_id) where state in ('asked', 'pending');

-- What the sandbox provider knows. It is the other side: it refers to nothing of Snout, and no tenant sees it.
create table sandbox_payments (
  reference text collate "C" primary key,
  key text collate "C" not null unique,
  amount bigint not null check (amount > 0),
  currency text not null,
  description text not null,
  return_url text not null,
  state text not null check (state in ('open', 'paid', 'declined', 'expired')),
  decline text,
  expires_at timestamptz not null,
  -- SandboxRefund of core/insurance, oldest first.
  refunds jsonb not null
);

-- The second line behind every query: see 0003. Nobody of a tenant deletes a payment or a refund; they go with the tenant.
grant select, insert, update on payments, payment_refunds to snout_tenant;
alter table payments enable row level security;
alter table payment_refunds enable row level security;
alter table sandbox_payments enable row level security;
create policy own_tenants on payments to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_payments on payment_refunds to snout_tenant using (payment_id in (select id from payments));
