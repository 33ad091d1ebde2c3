import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { inTransactionOf } from './open-embedded.ts';

describe('migrations', () => {
  let pglite: PGlite;
  let folder: string;
  beforeAll(async () => {
    pglite = await PGlite.create();
  }, 300_000);
  afterAll(() => pglite.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-migrations-'));
    await pglite.exec('drop schema public cascade; create schema public');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = (name: string, sql: string) => writeFile(join(folder, name), sql);
  const run = () => migrate(inTransactionOf(pglite), { folder });

  it('are applied by name, once', async () => {
    await put('0002-b.sql', 'insert into a values (1); -- and a second statement\ninsert into a values (2);');
    await put('0001-a.sql', 'create table a (n integer);');
    await put('README.md', 'not a migration');
    expect(await run()).toEqual({ applied: ['0001-a.sql', '0002-b.sql'] });
    expect(await run()).toEqual({ applied: [] });
    expect((await pglite.query('select count(*)::integer as n from a')).rows).toEqual([{ n: 2 }]);
  });

  it('are applied wherever one is missing, even between others', async () => {
    await put('0001-a.sql', 'create table a (n integer)');
    await put('0003-c.sql', 'create table c (n integer)');
    await run();
    await put('0002-b.sql', 'create table b (n integer)');
    expect(await run()).toEqual({ applied: ['0002-b.sql'] });
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    await put('0001-a.sql', 'create table a (n integer)');
    await put('0002-b.sql', 'create table b (n integer); insert into nowhere values (1)');
    await expect(run()).rejects.toThrow('nowhere');
    expect((await pglite.query("select to_regclass('a') as a, to_regclass('b') as b")).rows).toEqual([{ a: 'a', b: null }]);
    await put('0002-b.sql', 'create table b (n integer)');
    expect(await run()).toEqual({ applied: ['0002-b.sql'] });
  });

  it('must not change once applied, but for line ends', async () => {
    await put('0001-a.sql', 'create table a (\nn integer)');
    await run();
    await put('0001-a.sql', 'create table a (\r\nn integer)');
    expect(await run()).toEqual({ applied: [] });
    await put('0001-a.sql', 'create table a (n bigint)');
    await expect(run()).rejects.toMatchObject({ code: 'migration-changed' });
  });

  it('of a newer version are not run over', async () => {
    await put('0001-a.sql', 'create table a (n integer)');
    await run();
    await rm(join(folder, '0001-a.sql'));
    await expect(run()).rejects.toMatchObject({ code: 'database-newer', message: expect.stringContaining('0001-a.sql') });
  });
});
