-- Marks of the heads in stored photos, found when a photo is first compared by them. Made anew at any time from the photo, and gone with it.
create table photo_marks (
  photo_id text collate "C" primary key references photos on delete cascade,
  -- Id of the network: marks of another one are not compared, and are replaced.
  model text collate "C" not null,
  -- See core's pack-marks.ts: some 40 KB.
  marks bytea not null
);
-- Numbers without a pattern: packing them again would cost time and save nothing.
alter table photo_marks alter column marks set storage external;

-- The second line behind every query: see 0003. Whoever sees a photo may compare it, and so carers keep its marks, too.
grant select, insert, update, delete on photo_marks to snout_tenant;
alter table photo_marks enable row level security;
create policy seen_photos on photo_marks to snout_tenant using (photo_id in (select id from photos));
