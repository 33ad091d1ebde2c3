-- Close-ups of noses are photos of a pet without a template: no search meets them. Their box is the leather's, their score and quality those of the nose.
alter table photos
  -- Null: a photo of a face. Nostrils as two points in pixels of the upright photo, the one further left first; tilt in degrees, clockwise.
  add column nose jsonb,
  add check (nose is null or view = 'nose');
