import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { DatabaseError } from './database.ts';

/** Says who has the folder open. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same number (boot and start time), where the system shows it. */
  readonly birth: string | null;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

export interface FolderLock {
  /** Removes the lock if it is still ours. */
  release(): Promise<void>;
}

/** The holder touches its lock this often ... */
const BEAT_MS = 5_000;
/** ... and one of another machine (another container) that was not touched for this long is dead. */
const SILENT_MS = 30_000;
/** A take-over lasts milliseconds; a guard older than this was left by a crash. */
const GUARD_MS = 10_000;

/**
 * Keeps a second process from opening the same database folder, which would destroy it: a file `<folder>.lock` beside it. The lock
 * of a process that died is taken over. @throws DatabaseError `database-in-use`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = `${folder}.lock`;
  const mine: Holder = { pid: process.pid, host: hostname(), birth: await birthOf(process.pid), token: randomUUID() };
  if (!(await tryCreate(path, mine))) await takeOver({ path, folder, mine });
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, BEAT_MS);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
    },
  };
}

/** The file appears with its content or not at all. */
async function tryCreate(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** One at a time: of two processes that find a dead lock, one must not remove the other's new one. */
async function takeOver(input: { readonly path: string; readonly folder: string; readonly mine: Holder }): Promise<void> {
  const { path, folder, mine } = input;
  const guard = `${path}.takeover`;
  await removeOldGuard(guard);
  const file = await open(guard, 'wx', 0o600).catch((error: unknown) => {
    if (isCode(error, 'EEXIST')) throw inUse(folder, null);
    throw error;
  });
  try {
    const holder = await readHolder(path);
    if (holder !== null && (await isAlive(path, holder))) throw inUse(folder, holder);
    await rename(path, `${guard}.dead`).catch(ignoreMissing);
    await rm(`${guard}.dead`, { force: true });
    if (!(await tryCreate(path, mine))) throw inUse(folder, null);
  } finally {
    await file.close();
    await rm(guard, { force: true });
  }
}

async function isAlive(path: string, holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return (await ageMs(path)) < SILENT_MS;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  return holder.birth === null || holder.birth === (await birthOf(holder.pid));
}

async function birthOf(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    // Field 22 of proc(5) stat; the second, the program's name, may hold spaces and ends at the last bracket.
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(')').at(-1)?.trim().split(' ');
    return `${boot} ${fields?.[19]}`;
  } catch {
    return null;
  }
}

/** Null: there is none, or a crash cut it short. */
async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(ignoreMissing);
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    Number.isInteger(value.pid) &&
    'host' in value &&
    'birth' in value &&
    'token' in value
  );
}

async function ageMs(path: string): Promise<number> {
  const info = await stat(path).catch(ignoreMissing);
  return info ? Date.now() - info.mtimeMs : Number.POSITIVE_INFINITY;
}

async function removeOldGuard(guard: string): Promise<void> {
  if ((await ageMs(guard)) > GUARD_MS) await rm(guard, { force: true });
}

function inUse(folder: string, holder: Holder | null): DatabaseError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new DatabaseError(
    'database-in-use',
    `The database in ${folder} is open in ${who}. Stop that process first (a running server? another command?), or use another data folder.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function ignoreMissing(error: unknown): undefined {
  if (isCode(error, 'ENOENT')) return undefined;
  throw error;
}
