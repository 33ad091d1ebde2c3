-- The second line behind the queries on webhooks and the audit log: see 0003.

grant select, insert, update, delete on webhook_endpoints, webhook_deliveries to snout_tenant;
grant select, insert on audit_entries to snout_tenant;

alter table webhook_endpoints enable row level security;
alter table webhook_deliveries enable row level security;
alter table audit_entries enable row level security;

create policy own_tenants on webhook_endpoints to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on webhook_deliveries to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
create policy own_tenants on audit_entries to snout_tenant using (tenant_id = any ((select snout_tenants())::text[]));
