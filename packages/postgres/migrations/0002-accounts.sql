-- Accounts, tenants and their members. The tables up to rate_limits are those that the sign-in library expects (a test compares them); what
-- it does not know is said beside it.

create table users (
  id text collate "C" primary key,
  name text not null,
  -- Lower case.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Language of mails.
  locale text not null default 'en' check (locale in ('en', 'zh-CN')),
  -- Not the library's: runs this installation.
  is_operator boolean not null default false
);

create unique index users_one_operator on users (is_operator) where is_operator;

create table sessions (
  id text collate "C" primary key,
  token text not null unique,
  user_id text collate "C" not null references users on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index sessions_by_user on sessions (user_id);

-- Ways in: a password (hashed), by person.
create table credentials (
  id text collate "C" primary key,
  user_id text collate "C" not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index credentials_by_user on credentials (user_id);

-- Links sent by mail, and challenges of passkeys.
create table verifications (
  id text collate "C" primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index verifications_by_identifier on verifications (identifier);

create table passkeys (
  id text collate "C" primary key,
  name text,
  public_key text not null,
  user_id text collate "C" not null references users on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);

create index passkeys_by_user on passkeys (user_id);

create table rate_limits (
  id text collate "C" primary key,
  key text not null unique,
  count integer not null,
  -- Milliseconds since 1970.
  last_request bigint not null
);

-- Whose pets are: one tenant for each person, made with the account and with the same id, and one for each organisation.
create table tenants (
  id text collate "C" primary key,
  kind text not null check (kind in ('personal', 'insurer', 'shelter', 'clinic', 'research')),
  name text not null,
  created_at timestamptz not null default now()
);

create table members (
  tenant_id text collate "C" not null references tenants on delete cascade,
  user_id text collate "C" not null references users on delete cascade,
  role text not null check (role in ('owner', 'admin', 'staff', 'reviewer', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (user_id, tenant_id)
);

create index members_by_tenant on members (tenant_id);

create table tenant_invitations (
  id text collate "C" primary key,
  tenant_id text collate "C" not null references tenants on delete cascade,
  -- Lower case.
  email text not null,
  role text not null check (role in ('owner', 'admin', 'staff', 'reviewer', 'viewer')),
  invited_by text collate "C" not null references users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create index tenant_invitations_by_tenant on tenant_invitations (tenant_id);
create index tenant_invitations_by_email on tenant_invitations (email);

-- Keys of integrations.
create table api_keys (
  id text collate "C" primary key,
  tenant_id text collate "C" not null references tenants on delete cascade,
  name text not null,
  -- First characters of the key, to tell keys apart.
  prefix text not null,
  -- Of the whole key, hex. The key itself is not kept.
  sha256 text not null unique,
  scopes text[] not null,
  created_by text collate "C" references users on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create index api_keys_by_tenant on api_keys (tenant_id);

-- Wrong passwords by address, whether or not there is such an account.
create table sign_in_failures (
  -- Of the address, hex.
  email_sha256 text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

-- Pets that the command line enrols, and those from before there were accounts.
insert into tenants (id, kind, name) values ('local', 'personal', 'Local');

-- The first account belongs to whoever runs the installation; nobody has to prove an address to oneself.
create function mark_first_user_as_operator() returns trigger language plpgsql as $$
begin
  -- Two people who sign up at once wait for each other.
  perform pg_advisory_xact_lock(7686686);
  new.is_operator := not exists (select from users);
  new.email_verified := new.email_verified or new.is_operator;
  return new;
end
$$;

create trigger users_first_is_operator before insert on users for each row execute function mark_first_user_as_operator();

create function add_personal_tenant() returns trigger language plpgsql as $$
begin
  insert into tenants (id, kind, name) values (new.id, 'personal', new.name);
  insert into members (tenant_id, user_id, role) values (new.id, new.id, 'owner');
  if new.is_operator then
    insert into members (tenant_id, user_id, role) values ('local', new.id, 'owner');
  end if;
  return null;
end
$$;

create trigger users_have_a_tenant after insert on users for each row execute function add_personal_tenant();
