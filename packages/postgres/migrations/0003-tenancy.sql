-- Whose each pet is, and the second line behind every query: a role that sees the rows of the tenants it is told of, and no others.

alter table pets add column tenant_id text collate "C" not null default 'local' references tenants;
alter table pets alter column tenant_id drop default;
alter table pets add unique (id, tenant_id);

create index pets_by_tenant on pets (tenant_id, name, id);

-- Photos and templates carry the tenant of their pet, so that a search filters before it compares; when the pet changes hands they follow.
alter table photos add column tenant_id text collate "C";
update photos set tenant_id = 'local';
alter table photos alter column tenant_id set not null;
alter table photos drop constraint photos_pet_id_fkey;
alter table photos add constraint photos_pet_id_fkey
  foreign key (pet_id, tenant_id) references pets (id, tenant_id) on delete cascade on update cascade;

alter table templates add column tenant_id text collate "C";
update templates set tenant_id = 'local';
alter table templates alter column tenant_id set not null;
alter table templates drop constraint templates_pet_id_fkey;
alter table templates add constraint templates_pet_id_fkey
  foreign key (pet_id, tenant_id) references pets (id, tenant_id) on delete cascade on update cascade;

create index templates_by_tenant on templates (tenant_id, species, model, pipeline, pet_id);

-- Roles belong to the whole server, and several databases may be made at once.
do $$
begin
  if not exists (select from pg_roles where rolname = 'snout_tenant') then
    begin
      create role snout_tenant nologin;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  if not pg_has_role(current_user, 'snout_tenant', 'member') then
    execute 'grant snout_tenant to ' || quote_ident(current_user);
  end if;
end
$$;

grant select, insert, update, delete on pets, photos, templates to snout_tenant;

-- The tenants of the transaction under way: none unless they were told.
create function snout_tenants() returns text[] language sql stable as $$
  select string_to_array(current_setting('snout.tenants', true), ',')
$$;

alter table pets enable row level security;
alter table photos enable row level security;
alter table templates enable row level security;
alter table members enable row level security;
alter table tenant_invitations enable row level security;
alter table api_keys enable row level security;

create policy own_tenants on pets to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on photos to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on templates to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on members to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on tenant_invitations to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on api_keys to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
