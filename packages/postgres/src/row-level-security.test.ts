import type { TenantId } from '@snout/core/accounts';
import type { Pet, PetId, Species } from '@snout/core/recognition';
import { GALLERY_TENANTS } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery } from './create-gallery.ts';
import type { Database, Executor } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { withinScope } from './tenant-scope.ts';
import { addTenants, describeOnPostgres } from './testing/index.ts';

const [ADA, SHELTER] = GALLERY_TENANTS as readonly [TenantId, TenantId];

describe('row level security, embedded', () => describeRowLevelSecurity(() => openInMemory()));
describeOnPostgres('row level security, on a server', (url) => describeRowLevelSecurity(() => openServer(url())));

function describeRowLevelSecurity(open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await addTenants(database);
    const gallery = createGallery(database);
    await gallery.visibleTo([ADA]).addPet(pet('of-ada'), []);
    await gallery.visibleTo([SHELTER]).addPet(pet('of-shelter'), []);
  }, 300_000);
  afterAll(() => database.close());

  /** A query that forgot its condition. */
  const careless = async (executor: Executor) => {
    const { rows } = await sql<{ id: string }>`select id from pets order by id`.execute(executor);
    return rows.map(({ id }) => id);
  };

  it('hides the rows of other tenants from a query that forgets its condition', async () => {
    expect(await withinScope(database.db, [ADA], careless)).toEqual(['of-ada']);
    expect(await withinScope(database.db, [ADA, SHELTER], careless)).toEqual(['of-ada', 'of-shelter']);
    expect(await withinScope(database.db, [], careless)).toEqual([]);
  });

  it('shows nothing to the role that was told of no tenant', async () => {
    const seen = await database.db.transaction().execute(async (transaction) => {
      await sql`set local role snout_tenant`.execute(transaction);
      return careless(transaction);
    });
    expect(seen).toEqual([]);
  });

  it('refuses a row that is put down to another tenant', async () => {
    const forged = withinScope(database.db, [ADA], (executor) =>
      sql`insert into pets (id, tenant_id, name, species, enrolled_at) values ('forged', ${SHELTER}, 'x', 'cat', now())`.execute(executor),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('ends with the transaction, and in it with the work', async () => {
    await withinScope(database.db, [ADA], careless);
    expect(await careless(database.db)).toEqual(['of-ada', 'of-shelter']);
    const both = await database.db.transaction().execute(async (transaction) => {
      const inside = await withinScope(transaction, [SHELTER], (outer) => withinScope(outer, [ADA], careless).then(() => careless(outer)));
      return [inside, await careless(transaction)];
    });
    expect(both).toEqual([['of-shelter'], ['of-ada', 'of-shelter']]);
  });

  it('covers every table with a tenant that the role can reach', async () => {
    const { rows } = await sql<{ table_name: string; guarded: boolean }>`
      select c.relname as table_name, c.relrowsecurity and exists (select from pg_policy where polrelid = c.oid) as guarded
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and has_table_privilege('snout_tenant', c.oid, 'select, insert, update, delete')
      order by 1
    `.execute(database.db);
    expect(rows.map(({ table_name }) => table_name)).toEqual(expect.arrayContaining(['pets', 'photos', 'templates']));
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([]);
  });
}

function pet(id: string): Pet {
  return { id: id as PetId, name: id, species: 'cat' satisfies Species, enrolledAt: '2026-01-01T00:00:00.000Z' };
}
