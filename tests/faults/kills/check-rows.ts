import { createGallery, type Database } from '@snout/postgres';
import { sql } from 'kysely';
import { idsOfFiles } from './check-stories.ts';
import type { Report, ViolationKind } from './violation.ts';

/** Of rows that must not be when all is done; each statement gives a text. */
const NONE: readonly { readonly kind: ViolationKind; readonly what: string; readonly select: string }[] = [
  {
    kind: 'half-pet',
    what: 'a photo without a template',
    select: 'select p.id from photos p left join templates t on t.photo_id = p.id where t.photo_id is null',
  },
  {
    kind: 'half-pet',
    what: 'a photo and its template name different pets',
    select: 'select p.id from photos p join templates t on t.photo_id = p.id where t.pet_id <> p.pet_id',
  },
  {
    kind: 'half-pet',
    what: 'a pet without a record',
    select: 'select p.id from pets p left join pet_records r on r.pet_id = p.id where r.pet_id is null',
  },
  {
    kind: 'half-pet',
    what: 'a pet without photos that was not merged into another',
    select: `select r.pet_id from pet_records r where r.merged_into is null and not exists (select from photos p where p.pet_id = r.pet_id)`,
  },
  {
    kind: 'half-pet',
    what: 'a pet that was not registered once',
    select: `select r.pet_id from pet_records r where 1 <> (select count(*) from pet_history h where h.pet_id = r.pet_id and h.kind = 'registered')`,
  },
  {
    kind: 'job-left',
    // pg-boss asks itself every minute, through a queue of its own, what is scheduled: that is nobody's work.
    what: 'a job',
    select: `select name || ' ' || state from jobs.job where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_pgboss\\_\\_%'`,
  },
  { kind: 'job-left', what: 'a delivery', select: `select id || ' ' || state from webhook_deliveries where state <> 'delivered'` },
  { kind: 'job-left', what: 'a request with a key under way', select: 'select route from idempotent_requests where answer is null' },
];

/** Looks at the rows themselves, and compares them with the files. The service is stopped, and has nothing left to do. */
export async function checkRows(database: Database, folder: string, report: Report): Promise<void> {
  for (const { kind, what, select } of NONE) {
    const { rows } = await sql.raw<Readonly<Record<string, string>>>(select).execute(database.db);
    for (const row of rows) report(kind, `${what}: ${Object.values(row).join(' ')}`);
  }
  const files = new Set(await idsOfFiles(folder));
  const rows = new Set([...(await createGallery(database).blobKeys())].map((key) => key.replace(/^.*\//, '').replace(/\.\w+$/, '')));
  for (const id of rows) if (!files.has(id)) report('row-without-file', id);
  for (const id of files) if (!rows.has(id)) report('file-without-row', id);
}

/** The time of every job that waits comes now: nobody waits for pauses between attempts. Returns how many jobs are not done. */
export async function bringForward({ db }: Database): Promise<number> {
  await sql`update jobs.job set start_after = now() where state in ('created', 'retry') and start_after > now()`.execute(db);
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from jobs.job where state in ('created', 'retry', 'active')`.execute(db);
  return rows[0]?.count ?? 0;
}
