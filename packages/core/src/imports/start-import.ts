import type { AuditActor } from '../audit/index.ts';
import type { PetActor } from '../pets/index.ts';
import { ImportError } from './import-error.ts';
import { type ImportRecord, importFiles } from './import-record.ts';
import type { ImportFiles } from './import-source.port.ts';
import { type ImportsDeps, type ImportsTransaction, RUN_IMPORT } from './imports-deps.ts';

export interface StartImport {
  /** Fresh, or that of the same request made before. */
  readonly id: string;
  readonly fileName: string;
  readonly files: ImportFiles;
  readonly isDryRun: boolean;
}

/**
 * Takes files in for the actor's first tenant: the files first, then the row and its job in one transaction. @throws ImportError
 * `import-unreadable` for what is no import; rows that are wrong get their result later.
 */
export async function startImport(
  { pets, importsUnitOfWork, importSource }: ImportsDeps,
  actor: PetActor,
  { id, fileName, files, isDryRun }: StartImport,
): Promise<ImportRecord> {
  const opened = await importSource.open(files);
  const rows = opened.rows.length;
  opened.close();
  const [tenant] = actor.tenants;
  const author = { kind: actor.kind, user: actor.user };
  const createdAt = pets.clock.now();
  const added = { id, tenant, author, fileName, isDryRun, rows, createdAt };
  const keys = importFiles(id);
  await pets.photos.put(keys.list, files.list);
  if (files.photos) await pets.photos.put(keys.photos, files.photos);
  await importsUnitOfWork.run(async (stores) => {
    await stores.imports.add(added);
    await stores.jobs.enqueue(RUN_IMPORT, { tenantId: tenant, importId: id }, { key: id });
    await audit(stores, added, { at: createdAt, action: 'import-started', actor: { kind: author.kind, id: author.user } });
  });
  return { ...added, state: 'waiting', counts: { created: 0, duplicate: 0, error: 0 }, finishedAt: null };
}

/** Of one of the actor's tenants. @throws ImportError `import-not-found`. */
export async function findImport({ imports }: Pick<ImportsDeps, 'imports'>, { tenants }: Pick<PetActor, 'tenants'>, id: string) {
  const found = await imports.find(tenants, id);
  if (found === null) throw new ImportError('import-not-found', `There is no import ${id}.`);
  return found;
}

/** No further row is begun; what was made stays. Nothing happens to one that is over. @throws ImportError `import-not-found`. */
export async function cancelImport(deps: ImportsDeps, actor: PetActor, id: string): Promise<ImportRecord> {
  const found = await findImport(deps, actor, id);
  const at = deps.pets.clock.now();
  const isCancelled = await deps.importsUnitOfWork.run(async (stores) => {
    if (!(await stores.imports.end(id, { state: 'cancelled', at }))) return false;
    await audit(stores, found, { at, action: 'import-cancelled', actor: { kind: actor.kind, id: actor.user } });
    return true;
  });
  if (isCancelled) await forgetFiles(deps, id);
  return findImport(deps, actor, id);
}

/** Nobody needs them any more. */
export async function forgetFiles({ pets }: Pick<ImportsDeps, 'pets'>, id: string): Promise<void> {
  for (const key of Object.values(importFiles(id))) await pets.photos.delete(key);
}

interface Audited {
  readonly at: Date;
  readonly action: string;
  readonly actor: AuditActor;
}

/** Writes down what was done to an import: how large it is, never what is in it. */
export function audit(
  { audit: log }: Pick<ImportsTransaction, 'audit'>,
  { id, tenant, rows, isDryRun }: Pick<ImportRecord, 'id' | 'tenant' | 'rows' | 'isDryRun'>,
  { at, action, actor }: Audited,
): Promise<void> {
  return log.append({
    at,
    actor,
    tenantId: tenant,
    action,
    record: { kind: 'import', id },
    requestId: null,
    before: null,
    after: { rows, dryRun: isDryRun },
  });
}
