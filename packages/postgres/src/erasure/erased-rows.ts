import { createHash } from 'node:crypto';
import type { Erasure } from '@snout/core/erasure';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

type Db = Transaction<Schema>;

/** Passwords, passkeys and links belong to a person; keys and memberships to the tenant. */
export async function closeWaysIn(db: Db, { tenant, kind }: Erasure): Promise<void> {
  await db.deleteFrom('api_keys').where('tenant_id', '=', tenant).execute();
  await db.deleteFrom('tenant_invitations').where('tenant_id', '=', tenant).execute();
  if (kind === 'organisation') await db.deleteFrom('members').where('tenant_id', '=', tenant).execute();
  if (kind !== 'person') return;
  await sql`delete from credentials where user_id = ${tenant}`.execute(db);
  await sql`delete from passkeys where user_id = ${tenant}`.execute(db);
  await db.deleteFrom('sessions').where('user_id', '=', tenant).execute();
  await forgetLinks(db, tenant);
}

/** Whoever writes a row that refers to the tenant or the person locks theirs, by the foreign key. The command line's tenant stays. */
export async function holdTenant(db: Db, { tenant, kind }: Erasure): Promise<void> {
  if (kind === 'local') return;
  await db.selectFrom('tenants').select('id').where('id', '=', tenant).forUpdate().execute();
  if (kind === 'person') await db.selectFrom('users').select('id').where('id', '=', tenant).forUpdate().execute();
}

/** Rejects, by the foreign key, while the tenant has a pet. */
export async function removeTenant(db: Db, erasure: Erasure): Promise<void> {
  const { tenant, kind } = erasure;
  await closeWaysIn(db, erasure);
  if (kind === 'local') return;
  if (kind === 'person') await forgetPerson(db, tenant);
  await db.deleteFrom('tenants').where('id', '=', tenant).execute();
  if (kind === 'person') await db.deleteFrom('users').where('id', '=', tenant).execute();
}

async function forgetPerson(db: Db, person: string): Promise<void> {
  // What was done in the name of organisations stays with their pets, done by nobody.
  const nobody = { tenant_id: null, user_id: null, author_kind: null };
  await db.updateTable('pet_history').set(nobody).where('user_id', '=', person).where('author_kind', '=', 'person').execute();
  await db.deleteFrom('pet_invitations').where('user_id', '=', person).where('author_kind', '=', 'person').execute();
  const email = await emailOf(db, person);
  if (email === null) return;
  await db.deleteFrom('tenant_invitations').where('email', '=', email).execute();
  const hash = createHash('sha256').update(email).digest('hex');
  await db.deleteFrom('sign_in_failures').where('email_sha256', '=', hash).execute();
}

/** Of mailed links and passkey challenges the sign-in library keeps JSON, in which the person or the address is named. */
async function forgetLinks(db: Db, person: string): Promise<void> {
  const email = await emailOf(db, person);
  await sql`
    delete from verifications
    where exists (select from unnest(${email === null ? [person] : [person, email]}::text[]) as word where strpos(identifier || ' ' || value, word) > 0)
  `.execute(db);
}

async function emailOf(db: Db, person: string): Promise<string | null> {
  return (await db.selectFrom('users').select('email').where('id', '=', person).executeTakeFirst())?.email ?? null;
}

/** Where ids are kept on purpose. */
const KEPT = ['audit_entries', 'erasures'];

/** Asks the catalogue for the columns that name tenants and persons, and each of them for the id. */
export async function countRowsLeft(db: Db, { tenant, kind }: Erasure): Promise<number> {
  // The command line's tenant stays, and so does its owner.
  const kept = kind === 'local' ? [...KEPT, 'members'] : KEPT;
  const columns = await sql<{ table: string; column: string; isList: boolean }>`
    select table_name as table, column_name as column, data_type = 'ARRAY' as "isList" from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'ARRAY')
      and (column_name ~ '(tenant|user|person|owner)_ids?$' or column_name ~ '_by$' or column_name in ('carers', 'asker'))
      and table_name <> all (${kept}::text[])
      and table_name in (select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')
    order by table_name, column_name
  `.execute(db);
  let left = 0;
  for (const { table, column, isList } of columns.rows) {
    const value = sql.ref(column);
    const names = isList ? sql`${tenant} = any (${value})` : sql`${value} = ${tenant}`;
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)} where ${names}`.execute(db);
    left += rows[0]?.count ?? 0;
  }
  return left;
}
