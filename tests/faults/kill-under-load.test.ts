import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@snout/postgres';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { idsOfFiles } from './kills/check-stories.ts';
import { type Lives, photosOf } from './kills/lives.ts';
import { runKills } from './kills/run-kills.ts';

const SLOW = { timeout: 900_000 };
const said = () => {};

/** The real service as a process of its own; `npm run faults` does the same for longer. */
describe('a service that is killed under load', () => {
  it('loses nothing that was acknowledged, leaves nothing half, and tells everything that happened', SLOW, async () => {
    const { violations, tally, webhooks, mails, moments } = await runKills({ kills: 5, databaseUrl: null, said });
    expect(violations).toEqual([]);
    expect([...moments.values()].reduce((sum, kills) => sum + kills, 0)).toBeGreaterThanOrEqual(5);
    expect(tally.requests.get('enrol')?.acknowledged).toBeGreaterThan(0);
    expect(webhooks.received).toBeGreaterThan(0);
    expect(mails.received).toBeGreaterThan(0);
  });

  it('is caught when it has lost something', SLOW, async () => {
    const { violations } = await runKills({ kills: 3, databaseUrl: null, said, damage });
    const seen = new Set(violations.map(({ kind }) => kind));
    expect([...seen].sort()).toEqual(['acknowledged-write-lost', 'file-without-row', 'half-pet', 'job-left', 'row-without-file']);
  });
});

/** Loses a pet, a template and a file, and leaves a file and a job behind. */
async function damage({ db }: Database, lives: Lives): Promise<void> {
  const photos = photosOf(lives);
  const { rows: pets } = await sql<{ id: string; photo: string }>`
    select pet_id as id, min(id) as photo from photos group by pet_id
    order by exists (select from pet_records where merged_into = pet_id), pet_id limit 3
  `.execute(db);
  // A pet that another was merged into cannot be lost alone, so it comes last. Chance decides how many pets there are by now: the third and the second may be one.
  const [lost, half, hollow = half] = pets;
  await sql`delete from pets where id = ${lost?.id}`.execute(db);
  await sql`delete from templates where photo_id = ${half?.photo}`.execute(db);
  const hollowPhoto = hollow?.photo ?? '';
  expect(await idsOfFiles(photos)).toContain(hollowPhoto);
  await rm(join(photos, 'photos', hollowPhoto.slice(-2), `${hollowPhoto}.jpg`));
  await writeFile(join(photos, 'photos', '00000000-0000-4000-8000-000000000000.jpg'), 'of nobody');
  await sql`insert into webhook_deliveries (id, endpoint_id, tenant_id, event, body, created_at, state)
    select 'planted', id, tenant_id, 'webhook.test', '{}', now(), 'failed' from webhook_endpoints limit 1`.execute(db);
}
