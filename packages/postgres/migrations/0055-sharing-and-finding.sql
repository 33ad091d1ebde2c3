-- What the owner of a pet shows to others: to whoever has a link, and to whoever found an animal.

-- Whether a finder's photo may lead to a message to the owner; null: as usual for the owner's kind of account (personal: yes).
alter table pets add column findable boolean;

-- One link for each pet at most, until the owner ends it.
create table pet_shares (
  pet_id text collate "C" primary key references pets on delete cascade,
  -- The secret of the link, as it is: the owner is shown it again, and it opens less than lies in the tables beside.
  token text not null unique,
  fields text[] not null,
  created_at timestamptz not null
);

-- A finder's photos looked like these pets: whoever brings the secret may leave one message for their owners.
create table found_tickets (
  -- Of the secret, hex.
  token_sha256 text primary key,
  pet_ids text[] not null,
  is_sure boolean not null,
  expires_at timestamptz not null
);

-- That a message was left, not what it said: nobody is written to without end.
create table found_messages (
  pet_id text collate "C" not null references pets on delete cascade,
  at timestamptz not null
);

create index found_messages_by_pet on found_messages (pet_id, at);

-- How often somebody did something lately.
create table rate_windows (
  -- Of what and who, hex.
  key_sha256 text primary key,
  count integer not null,
  ends_at timestamptz not null
);

create index rate_windows_by_end on rate_windows (ends_at);

-- The second line: only the service's own role reads and writes them.
alter table pet_shares enable row level security;
alter table found_tickets enable row level security;
alter table found_messages enable row level security;
alter table rate_windows enable row level security;
