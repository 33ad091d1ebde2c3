import { importFiles } from '../imports/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import { composeMail, type MailOutbox, SEND_MAIL } from '../notifications/index.ts';
import { eraseTenantPets } from '../pets/index.ts';
import type { Clock, PhotoStore } from '../recognition/index.ts';
import { BACKUPS_KEPT_DAYS, ERASE_TENANT, type Erasure, type ErasureCounts } from './erasure.ts';
import type { ErasureTransaction, ErasureUnitOfWork } from './erasure-unit-of-work.port.ts';

export interface RunErasureDeps {
  readonly unit: ErasureUnitOfWork;
  readonly photos: PhotoStore;
  readonly clock: Clock;
  /** Where mails lie that wait for nobody to fetch them; null: a mail server has them. */
  readonly outbox: MailOutbox | null;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Erases: pets one at a time, with their files; then, in one transaction, everything else, the mail that says so and the last line of the
 * log. Interrupted at any moment and run again it goes on where it was; run once more it does nothing. Rejects, to be tried again, when
 * anything is left: that it resolves is the proof.
 */
export async function runErasure(deps: RunErasureDeps, erasureId: string): Promise<ErasureCounts | null> {
  const erasure = await deps.unit.run(({ erasures }) => erasures.find(erasureId));
  if (erasure === null) return null;
  await endImports(deps, erasure);
  await deleteNotedFiles(deps, erasureId);
  const found = await eraseTenantPets({ petsUnitOfWork: notingFiles(deps.unit, erasureId), photos: deps.photos }, erasure.tenant);
  await deleteNotedFiles(deps, erasureId);
  const addressee = await deps.unit.run(({ erasures }) => erasures.addresseeOf(erasure));
  if (addressee && erasure.kind === 'person') await deps.outbox?.forget(addressee.address);
  await deps.unit.run((stores) => eraseTheRest(stores, erasure, deps.clock.now()));
  return { pets: found.pets, files: found.files };
}

/** Erasures that nobody does: their job was given up, or stayed behind in another database (`snout restore`). */
export async function resumeErasures(deps: { readonly unit: ErasureUnitOfWork }): Promise<void> {
  await deps.unit.run(async ({ erasures, jobs }) => {
    for (const erasureId of await erasures.unfinished()) await jobs.enqueue(ERASE_TENANT, { erasureId }, { key: erasureId });
  });
}

/** The unit of work of the pets, in whose transactions is noted which files nothing refers to any more. */
function notingFiles(unit: ErasureUnitOfWork, erasureId: string) {
  return {
    run: <T>(work: (stores: ErasureTransaction) => Promise<T>) =>
      unit.run((stores) => {
        const filesFreed = async (keys: readonly string[], pets: number) => {
          await stores.erasures.noteFiles(erasureId, keys);
          await stores.erasures.addCounts(erasureId, { pets, files: keys.length });
        };
        return work({ ...stores, filesFreed });
      }),
  };
}

/** Before the pets, of which these make more; their results go with the tenant. */
async function endImports({ unit, clock }: RunErasureDeps, { id, tenant }: Erasure): Promise<void> {
  await unit.run(async ({ imports, erasures }) => {
    const ended = await imports.cancelAll(tenant, clock.now());
    await erasures.noteFiles(
      id,
      ended.flatMap((importId) => Object.values(importFiles(importId))),
    );
  });
}

async function deleteNotedFiles({ unit, photos }: RunErasureDeps, erasureId: string): Promise<void> {
  const keys = await unit.run(({ erasures }) => erasures.notedFiles(erasureId));
  for (const key of keys) {
    await photos.delete(key);
    if ((await photos.get(key)) !== null) throw new Error('A photo file that was deleted is still there.');
  }
  await unit.run(({ erasures }) => erasures.forgetFiles(erasureId, keys));
}

async function eraseTheRest(stores: ErasureTransaction, erasure: Erasure, now: Date): Promise<void> {
  const { erasures } = stores;
  const { tenant, kind, requestedBy } = erasure;
  // Of two processes that do the same, the second finds nothing to do.
  if ((await erasures.find(erasure.id)) === null) return;
  await erasures.holdTenant(erasure);
  const addressee = await erasures.addresseeOf(erasure);
  const name = await erasures.tenantName(tenant);
  await stores.pets.forgetTenant(tenant);
  await stores.webhooks.forgetTenant(tenant);
  await stores.idempotentRequests.forgetTenant(tenant);
  if (kind === 'person') {
    await stores.idempotentRequests.forgetAsker(requestedBy);
    await stores.mailPreferences.forget(requestedBy);
    await stores.pushSubscriptions.forget(requestedBy);
  }
  // In quotes: the word alone is in every "localhost".
  await stores.jobs.forget([
    kind === 'local' ? JSON.stringify(tenant) : tenant,
    ...(kind === 'person' && addressee ? [addressee.address] : []),
  ]);
  await erasures.removeTenant(erasure);
  const left = await erasures.countRowsLeft(erasure);
  if (left > 0) throw new Error(`${left} rows still name what was erased.`);
  await stores.audit.append({
    at: now,
    actor: { kind: 'service', id: null },
    tenantId: tenant,
    action: 'erased',
    record: { kind: 'tenant', id: tenant },
    requestId: null,
    before: null,
    after: null,
  });
  await erasures.finish(erasure.id, now);
  if (addressee && kind !== 'local')
    await mailLast(stores.jobs, { ...addressee, organisation: kind === 'organisation' ? name : null, now });
}

async function mailLast(
  jobs: JobQueue,
  told: { readonly address: string; readonly locale: 'en' | 'zh-CN'; readonly organisation: string | null; readonly now: Date },
): Promise<void> {
  const backupsUntil = new Date(told.now.getTime() + BACKUPS_KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
  const data = { backupsUntil, organisation: told.organisation };
  await jobs.enqueue(SEND_MAIL, composeMail({ to: told.address, kind: 'erasure-done', locale: told.locale, data }));
}
