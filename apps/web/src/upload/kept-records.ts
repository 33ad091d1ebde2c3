import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Records that outlive the page: photos not sent yet must survive a reload. Values are structured clones, files included. */
export interface KeptRecords<T> {
  /** In the order of their keys. */
  all(): Promise<readonly T[]>;
  get(key: string): Promise<T | undefined>;
  put(key: string, value: T): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What is kept apart from what. Another one needs a new version of the database. */
export const KEPT_KINDS = ['captures', 'enrolments', 'uploads'] as const;
type KeptKind = (typeof KEPT_KINDS)[number];

interface PageDatabase extends DBSchema {
  captures: { key: string; value: unknown };
  enrolments: { key: string; value: unknown };
  uploads: { key: string; value: unknown };
}

const DATABASE = 'snout';
const VERSION = 1;

let database: Promise<IDBPDatabase<PageDatabase> | null> | null = null;

/** Null where the browser keeps nothing (some private windows): then records live as long as the page. */
function openDatabase(): Promise<IDBPDatabase<PageDatabase> | null> {
  database ??= openDB<PageDatabase>(DATABASE, VERSION, {
    upgrade(db) {
      for (const kind of KEPT_KINDS) if (!db.objectStoreNames.contains(kind)) db.createObjectStore(kind);
    },
  }).catch(() => null);
  return database;
}

/** The records of one kind in this browser. `parse` gives null for what an older page wrote and this one cannot use. */
export function keptRecords<T>(kind: KeptKind, parse: (value: unknown) => T | null): KeptRecords<T> {
  const memory = recordsInMemory<T>();
  const usable = (value: unknown): T[] => {
    const parsed = value === undefined ? null : parse(value);
    return parsed === null ? [] : [parsed];
  };
  return {
    async all() {
      const db = await openDatabase();
      return db ? (await db.getAll(kind)).flatMap(usable) : memory.all();
    },
    async get(key) {
      const db = await openDatabase();
      return db ? usable(await db.get(kind, key))[0] : memory.get(key);
    },
    async put(key, value) {
      const db = await openDatabase();
      if (db) await db.put(kind, value, key);
      else await memory.put(key, value);
    },
    async remove(key) {
      const db = await openDatabase();
      if (db) await db.delete(kind, key);
      else await memory.remove(key);
    },
  };
}

/** Records that end with the page. */
export function recordsInMemory<T>(): KeptRecords<T> {
  const records = new Map<string, T>();
  return {
    all: async () => [...records].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value),
    get: async (key) => records.get(key),
    put: async (key, value) => void records.set(key, structuredClone(value)),
    remove: async (key) => void records.delete(key),
  };
}
