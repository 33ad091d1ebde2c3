import { GALLERY_TENANTS } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Adds the tenants that a suite speaks of. */
export async function addTenants({ db }: Pick<Database, 'db'>, tenants: readonly string[] = GALLERY_TENANTS): Promise<void> {
  for (const id of tenants)
    await sql`insert into tenants (id, kind, name) values (${id}, 'shelter', ${id}) on conflict do nothing`.execute(db);
}

/** Adds the accounts that a suite speaks of. */
export async function addPeople({ db }: Pick<Database, 'db'>, people: readonly string[]): Promise<void> {
  for (const id of people) {
    const address = `${id}@example.org`;
    await sql`insert into users (id, name, email, email_verified) values (${id}, ${id}, ${address}, true) on conflict do nothing`.execute(
      db,
    );
  }
}
