-- Why a row ended as it did, for programs and for pages in other languages than that of the detail.
alter table import_rows add column reasons jsonb not null default '[]';
