-- Keys act beside persons.
alter table pet_history add column author_kind text check (author_kind in ('person', 'api-key'));
update pet_history set author_kind = 'person' where user_id is not null;
alter table pet_invitations add column author_kind text not null default 'person' check (author_kind in ('person', 'api-key'));
alter table pet_invitations alter column author_kind drop default;

-- Pets that were enrolled on the command line have no record until their first change: what hangs on a pet hangs on the pet itself.
alter table pet_carers drop constraint pet_carers_pet_id_fkey, add foreign key (pet_id) references pets on delete cascade;
alter table pet_history drop constraint pet_history_pet_id_fkey, add foreign key (pet_id) references pets on delete cascade;
alter table pet_invitations drop constraint pet_invitations_pet_id_fkey, add foreign key (pet_id) references pets on delete cascade;
alter table pet_merges
  drop constraint pet_merges_kept_fkey, add foreign key (kept) references pets on delete cascade,
  drop constraint pet_merges_merged_fkey, add foreign key (merged) references pets on delete cascade;
