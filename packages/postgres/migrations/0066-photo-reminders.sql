-- When each photo came and what of the pet it shows, and which reminders of new photos have been sent.

alter table photos
  add column added_at timestamptz,
  -- A hint of whoever sent the photo.
  add column view text not null default 'face' check (view in ('face', 'nose', 'body'));
-- It is not known better.
update photos set added_at = pets.enrolled_at from pets where pets.id = photos.pet_id;
alter table photos alter column added_at set default now(), alter column added_at set not null;

-- One row for each day on which a new photo was wanted: nobody is reminded twice of the same.
create table photo_reminders (
  pet_id text collate "C" not null references pets on delete cascade,
  view text not null check (view in ('face', 'nose')),
  due_on date not null,
  sent_at timestamptz not null,
  primary key (pet_id, view, due_on)
);

-- The second line: of no use to the role of tenants.
alter table photo_reminders enable row level security;
