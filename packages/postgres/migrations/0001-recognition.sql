-- Pets, their photos, and one template per photo.

create extension if not exists vector;

create table pets (
  id text collate "C" primary key,
  name text collate "C" not null,
  species text not null check (species in ('dog', 'cat')),
  enrolled_at timestamptz not null
);

create index pets_by_name on pets (name, id);

create table photos (
  id text collate "C" primary key,
  pet_id text collate "C" not null references pets on delete cascade,
  -- Of the original file, hex.
  sha256 text not null,
  -- Key in the photo store.
  blob_key text not null unique,
  -- Pixels of the upright photo; box and landmarks are in the same frame.
  width integer not null,
  height integer not null,
  -- From EXIF, ISO 8601 without zone: cameras do not know their zone.
  taken_at text,
  box double precision[] not null,
  landmarks jsonb not null,
  head_score double precision not null,
  quality_score double precision not null,
  quality_reasons text[] not null,
  quality_model text not null
);

create index photos_by_pet on photos (pet_id, id);
create index photos_by_sha256 on photos (sha256);

-- Apart from photos, so that a search reads nothing but what it compares.
create table templates (
  photo_id text collate "C" primary key references photos on delete cascade,
  pet_id text collate "C" not null references pets on delete cascade,
  -- The pet's; here so that a search filters before it compares.
  species text not null,
  -- Who made the vector. Vectors of different makers are never compared.
  model text not null,
  pipeline text not null,
  -- What this photo contributes to its pet's pooled template, among the templates of one maker: pooled = sum of share * vector.
  pooling_share double precision not null,
  vector vector(256) not null
);

-- Inline and uncompressed: unit vectors do not shrink, and a search must not look them up elsewhere.
alter table templates alter column vector set storage plain;

create index templates_by_pet on templates (pet_id);
