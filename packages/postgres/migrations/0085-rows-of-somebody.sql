-- A row that names a tenant or a person waits for an erasure that has begun to end, and is then refused: nothing is left behind by requests
-- that were under way. See ADR 14.

-- Left behind before there was this rule.
delete from webhook_endpoints where tenant_id not in (select id from tenants);
delete from idempotent_requests where tenant_id not in (select id from tenants);
delete from pet_invitations where tenant_id not in (select id from tenants);
delete from pet_invitations where author_kind = 'person' and user_id not in (select id from users);
delete from unwanted_mails where person_id not in (select id from users);
delete from push_subscriptions where person_id not in (select id from users);
update pet_history set tenant_id = null, user_id = null, author_kind = null
where tenant_id not in (select id from tenants) or (author_kind = 'person' and user_id not in (select id from users));

alter table webhook_endpoints add foreign key (tenant_id) references tenants on delete cascade;
alter table idempotent_requests add foreign key (tenant_id) references tenants on delete cascade;
alter table unwanted_mails add foreign key (person_id) references users on delete cascade;
alter table push_subscriptions add foreign key (person_id) references users on delete cascade;

-- Authors may be keys, too; only those who are persons are among the users.
alter table pet_invitations
  add column person_id text collate "C" generated always as (case when author_kind = 'person' then user_id end) stored references users on delete cascade,
  add foreign key (tenant_id) references tenants on delete cascade;

-- History outlives its authors: it is forgotten first who they were.
alter table pet_history
  add column person_id text collate "C" generated always as (case when author_kind = 'person' then user_id end) stored references users,
  add foreign key (tenant_id) references tenants;
