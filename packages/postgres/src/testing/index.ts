export { addPeople, addTenants } from './add-tenants.ts';
export { createTestDatabase, describeOnPostgres, type TestDatabase } from './describe-on-postgres.ts';
