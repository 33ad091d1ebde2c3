import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { petProfileSchema } from '@snout/contract';
import { sendPhotoReminders } from '@snout/core/reminders';
import { createRemindersUnit } from '@snout/postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from './everything-of.ts';
import { form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { ORIGIN, openWholeService, type WholeService } from './whole-service.ts';
import { idIn, signUp, type Visitor } from './with-accounts.ts';

describe('reminders of new photos, on the whole service', () => {
  let folder: string;
  let whole: WholeService;
  let ada: Visitor;
  let mia: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-reminders-'));
    whole = await openWholeService(folder);
    await signUp(whole, 'Operator');
    ada = await signUp(whole, 'Ada');
    mia = await enrol(ada, 'Mia');
    await enrol(ada, 'Tom');
    const shelter = await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }));
    await enrol(ada, 'stray', {}, { 'snout-tenant': shelter });
    await sql`update photos set added_at = '2026-01-10T12:00:00Z', taken_at = null where pet_id = ${mia}`.execute(whole.database.db);
  }, 300_000);
  afterAll(async () => {
    await whole.close();
    await rm(folder, { recursive: true });
  });

  const remindOn = (day: string) =>
    sendPhotoReminders({
      unit: createRemindersUnit(whole.database, (executor) => whole.jobs.within(executor)),
      tokens: { make: (person, kind) => `${person}+${kind}`, read: () => null },
      publicUrl: ORIGIN,
      clock: { now: () => new Date(`${day}T08:00:00Z`) },
    });
  const waiting = async () => {
    const { rows } = await sql<{ name: string; data: object }>`select name, data from jobs.job order by name`.execute(whole.database.db);
    return rows.filter(({ name }) => /^send-(mail|push)$/.test(name));
  };

  it('come once a due date, by mail and to browsers, to the owner of a pet and not to organisations', async () => {
    await ada.tell(
      '/api/me/push-subscription',
      { endpoint: 'https://push.example/1', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } },
      'PUT',
    );
    expect(await remindOn('2027-01-09')).toBe(0);
    expect((await Promise.all([remindOn('2027-01-10'), remindOn('2027-01-10')])).sort()).toEqual([0, 1]);
    expect(await waiting()).toMatchObject([
      { name: 'send-mail', data: { to: 'ada@example.org', kind: 'photo-reminder', text: expect.stringContaining(`/pets/${mia}`) } },
      { name: 'send-push', data: { message: { path: `/pets/${mia}` } } },
    ]);
    expect(await remindOn('2027-03-01')).toBe(0);
    await whole.jobs.runUntilEmpty();
    expect(await waiting()).toMatchObject([{ name: 'send-push' }]);
  });

  it('come again after the next photo has grown old, and not to whoever does not want them', async () => {
    await sql`update photos set added_at = '2027-02-01T12:00:00Z' where pet_id = ${mia}`.execute(whole.database.db);
    // Tom came with this test, at the end of 2026 at the earliest.
    await sql`delete from pets where name = 'Tom'`.execute(whole.database.db);
    expect(await remindOn('2028-01-31')).toBe(0);
    expect(await remindOn('2028-02-01')).toBe(1);
    await sql`delete from photo_reminders`.execute(whole.database.db);
    await ada.tell('/api/me/mails/photo-reminder', { isWanted: false }, 'PUT');
    await whole.jobs.runUntilEmpty();
    expect(await remindOn('2028-02-02')).toBe(0);
    expect((await waiting()).filter(({ name }) => name === 'send-mail')).toEqual([]);
  });

  it('are foretold on the page of the pet', async () => {
    const profile = async () => petProfileSchema.parse(await (await ada.ask(`/api/pets/${mia}/profile?timeZone=Asia/Shanghai`)).json());
    expect((await profile()).nextPhotos).toEqual({ face: '2028-02-01', nose: null });
    const body = form([await testPhoto({ animal: 'Mia', view: 5 })], { views: '["nose"]' });
    expect((await ada.ask(`/api/pets/${mia}/photos`, { method: 'POST', body })).status).toBe(200);
    await sql`update photos set added_at = '2027-02-10T12:00:00Z', taken_at = null where view = 'nose'`.execute(whole.database.db);
    const wrong = form([await testPhoto({ animal: 'Mia', view: 6 })], { views: '["nose", "face"]' });
    expect((await ada.ask(`/api/pets/${mia}/photos`, { method: 'POST', body: wrong })).status).toBe(400);
    const birth = { method: 'PATCH', body: JSON.stringify({ birth: { date: '2026-11-01', estimated: false } }) };
    await ada.ask(`/api/pets/${mia}/profile`, { ...birth, headers: { 'content-type': 'application/json' } });
    expect((await profile()).nextPhotos).toEqual({ face: '2027-05-02', nose: '2027-05-01' });
  });
});
