import type { TenantId } from '../accounts/index.ts';
import type { PetActor } from '../pets/index.ts';
import { type ImportRecord, importFiles, UPLOADS } from './import-record.ts';
import { importRow, type RowContext } from './import-row.ts';
import type { ImportRow } from './import-source.port.ts';
import { type ImportsDeps, RUN_IMPORT } from './imports-deps.ts';
import { sameInFile } from './same-in-file.ts';
import { audit, forgetFiles } from './start-import.ts';

/** Rows of one job: some minutes at most, so that other jobs get their turn and a stop need not wait. */
const ROWS_AT_ONCE = 20;
/** A process that died holds an import for so long; a living one says so again before each row. */
const CLAIM_MS = 10 * 60_000;
/** A row that ended the process, or failed for reasons that are not its own, so often is given up. */
const MOST_ATTEMPTS = 5;
/** Results can be looked at this long. */
export const IMPORT_KEPT_DAYS = 30;
/** A file that no import is waiting for after this time is left over from a crash, or from an account that was erased. */
const UPLOAD_KEPT_MS = 3_600_000;

/** `more`: another job goes on. `over`: it was cancelled, or is done by somebody else. */
export type RunImportResult = 'finished' | 'more' | 'over';

/**
 * Does the next rows of an import, and enqueues a job for the rest. May be run again after a crash, or twice at once: a row has one result,
 * and one pet. Rejects for faults that may pass; the row is then tried again.
 */
export async function runImport(
  deps: ImportsDeps,
  { tenantId, importId }: { readonly tenantId: string; readonly importId: string },
  signal: AbortSignal,
): Promise<RunImportResult> {
  const { imports, pets } = deps;
  const record = await imports.find([tenantId as TenantId], importId);
  if (record === null || !(await imports.claim(importId, termsAt(pets.clock.now())))) return 'over';
  try {
    const keys = importFiles(importId);
    const list = await pets.photos.get(keys.list);
    if (record.author === null || list === null) return await end(deps, record, 'cancelled');
    const opened = await deps.importSource.open({ list, photos: await pets.photos.get(keys.photos) });
    const actor: PetActor = { ...record.author, tenants: [record.tenant] };
    try {
      return await runRows(deps, { record, actor, opened, sameInFile: record.isDryRun ? sameInFile(opened) : () => null, signal });
    } finally {
      opened.close();
    }
  } finally {
    await imports.release(importId);
  }
}

async function runRows(deps: ImportsDeps, context: RowContext): Promise<RunImportResult> {
  const { record, opened, signal } = context;
  const done = await deps.imports.doneRows(record.id);
  const waiting = opened.rows.filter(({ number }) => !done.has(number));
  for (const row of waiting.slice(0, ROWS_AT_ONCE)) {
    signal.throwIfAborted();
    if (!(await deps.imports.renew(record.id, termsAt(deps.pets.clock.now()).until))) return 'over';
    await runRow(deps, context, row);
  }
  if (waiting.length <= ROWS_AT_ONCE) return end(deps, record, 'finished');
  await deps.importsUnitOfWork.run(({ jobs }) =>
    jobs.enqueue(RUN_IMPORT, { tenantId: record.tenant, importId: record.id }, { key: record.id }),
  );
  return 'more';
}

async function runRow(deps: ImportsDeps, context: RowContext, row: ImportRow): Promise<void> {
  const { id } = context.record;
  const attempt = await deps.imports.begin(id, row.number);
  if (attempt <= MOST_ATTEMPTS) return deps.imports.addResult(id, await importRow(deps, context, row));
  const { number, reference, name } = row;
  const detail = `Given up after ${MOST_ATTEMPTS} attempts, for a fault of the service. Try this row again by itself.`;
  const reasons = [{ kind: 'given-up', message: detail }] as const;
  await deps.imports.addResult(id, { row: number, reference, name, outcome: 'error', petId: null, detail, reasons });
}

async function end(deps: ImportsDeps, record: ImportRecord, state: 'finished' | 'cancelled'): Promise<RunImportResult> {
  const at = deps.pets.clock.now();
  const isEnded = await deps.importsUnitOfWork.run(async (stores) => {
    if (!(await stores.imports.end(record.id, { state, at }))) return false;
    await audit(stores, record, { at, action: `import-${state}`, actor: { kind: 'service', id: null } });
    const counts = (await stores.imports.find([record.tenant], record.id))?.counts;
    const data = { importId: record.id, dryRun: record.isDryRun, state, rows: record.rows, ...counts };
    await stores.publish({ tenantId: record.tenant, event: 'import.finished', data });
    return true;
  });
  if (isEnded) await forgetFiles(deps, record.id);
  return isEnded ? 'finished' : 'over';
}

/**
 * Takes up imports whose process died, and throws away what is old: results after 30 days, and files that no import needs. Now and then.
 */
export async function tendImports({ imports, importsUnitOfWork, pets }: ImportsDeps): Promise<{ readonly takenUp: number }> {
  const now = pets.clock.now();
  const left = await imports.left(now);
  for (const { tenant, id } of left) {
    await importsUnitOfWork.run(({ jobs }) => jobs.enqueue(RUN_IMPORT, { tenantId: tenant, importId: id }, { key: id }));
  }
  await imports.removeEndedBefore(new Date(now.getTime() - IMPORT_KEPT_DAYS * 24 * 3_600_000));
  const old: string[] = [];
  for await (const { key, storedAt } of pets.photos.list()) {
    if (key.startsWith(UPLOADS) && storedAt.getTime() < now.getTime() - UPLOAD_KEPT_MS) old.push(key);
  }
  // Asked after the listing: an import that was made meanwhile keeps its file.
  const needed = new Set([...(await imports.unfinished())].flatMap((id) => Object.values(importFiles(id))));
  for (const key of old) if (!needed.has(key)) await pets.photos.delete(key);
  return { takenUp: left.length };
}

function termsAt(now: Date): { readonly now: Date; readonly until: Date } {
  return { now, until: new Date(now.getTime() + CLAIM_MS) };
}
