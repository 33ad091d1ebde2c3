import type { TenantId } from '../accounts/index.ts';
import type { ImportRecord, ImportResult, ImportStore } from '../imports/index.ts';

type Kept = Omit<ImportRecord, 'counts'>;

/** Imports in maps: the reference that the contract suite was written against. */
export function createInMemoryImports(): ImportStore {
  const records = new Map<string, Kept>();
  const claimed = new Map<string, number>();
  const attempts = new Map<string, number>();
  const results = new Map<string, Map<number, ImportResult>>();
  const resultsOf = (id: string) => [...(results.get(id)?.values() ?? [])].sort((a, b) => a.row - b.row);
  const whole = (record: Kept): ImportRecord => {
    const counts = { created: 0, duplicate: 0, error: 0 };
    for (const { outcome } of resultsOf(record.id)) counts[outcome]++;
    return { ...record, counts };
  };
  const open = () => [...records.values()].filter(({ state }) => state === 'waiting' || state === 'running');
  const isOpen = (id: string) => open().some((record) => record.id === id);
  const change = (id: string, changes: Partial<Kept>) => {
    const record = records.get(id);
    if (record) records.set(id, { ...record, ...changes });
  };
  const seenBy = (tenants: readonly TenantId[]) => [...records.values()].filter(({ tenant }) => tenants.includes(tenant));
  return {
    async add(record) {
      records.set(record.id, { ...record, state: 'waiting', finishedAt: null });
    },
    async find(tenants, id) {
      const found = seenBy(tenants).find((record) => record.id === id);
      return found ? whole(found) : null;
    },
    async list(tenants, limit) {
      const newestFirst = seenBy(tenants).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
      return newestFirst.slice(0, limit).map(whole);
    },
    async claim(id, { now, until }) {
      if (!isOpen(id) || (claimed.get(id) ?? 0) > now.getTime()) return false;
      claimed.set(id, until.getTime());
      change(id, { state: 'running' });
      return true;
    },
    async renew(id, until) {
      if (!isOpen(id)) return false;
      claimed.set(id, until.getTime());
      return true;
    },
    async release(id) {
      claimed.delete(id);
    },
    async begin(id, row) {
      const attempt = (attempts.get(`${id} ${row}`) ?? 0) + 1;
      attempts.set(`${id} ${row}`, attempt);
      return attempt;
    },
    async addResult(id, result) {
      const of = results.get(id) ?? new Map<number, ImportResult>();
      if (!of.has(result.row)) of.set(result.row, result);
      results.set(id, of);
    },
    async doneRows(id) {
      return new Set(resultsOf(id).map(({ row }) => row));
    },
    async results(id, { limit, after = 0, outcome: wanted }) {
      return resultsOf(id)
        .filter(({ row, outcome }) => row > after && (wanted === undefined || outcome === wanted))
        .slice(0, limit);
    },
    async end(id, { state, at }) {
      if (!isOpen(id)) return false;
      change(id, { state, finishedAt: at });
      return true;
    },
    async cancelAll(tenant, at) {
      const ids = open().flatMap((record) => (record.tenant === tenant ? [record.id] : []));
      for (const id of ids) change(id, { state: 'cancelled', finishedAt: at });
      return ids;
    },
    async left(now) {
      return open().filter(({ id }) => (claimed.get(id) ?? 0) <= now.getTime());
    },
    async unfinished() {
      return new Set(open().map(({ id }) => id));
    },
    async removeEndedBefore(time) {
      const old = [...records.values()].filter(({ finishedAt }) => finishedAt !== null && finishedAt < time);
      for (const { id } of old) {
        records.delete(id);
        results.delete(id);
      }
      return old.length;
    },
  };
}
