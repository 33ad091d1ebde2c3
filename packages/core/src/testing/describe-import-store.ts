import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportResult, ImportStore, NewImport } from '../imports/index.ts';
import { PLATFORM_TENANTS } from './platform-tenants.ts';

/** The contract of the ImportStore port: every implementation passes it. `create` gives an empty store that knows PLATFORM_TENANTS. */
export function describeImportStore(name: string, create: () => Promise<ImportStore>): void {
  describe(`import store: ${name}`, () => {
    let store: ImportStore;
    beforeEach(async () => {
      store = await create();
    });

    const [shelter, clinic] = PLATFORM_TENANTS;
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
    const file = (id: string, changes: Partial<NewImport> = {}): NewImport => ({
      id,
      tenant: shelter,
      author: { kind: 'api-key', user: 'key-1' },
      fileName: 'pets.csv',
      isDryRun: false,
      rows: 3,
      createdAt: at(0),
      ...changes,
    });
    const result = (row: number, changes: Partial<ImportResult> = {}): ImportResult => ({
      row,
      reference: `ref-${row}`,
      name: 'Rex',
      outcome: 'created',
      petId: `pet-${row}`,
      detail: 'Registered.',
      reasons: [{ kind: 'photo-file', photo: 'a.jpg', fault: 'damaged', message: 'a.jpg: It is damaged.' }],
      ...changes,
    });
    const claimAt = (id: string, minute: number) => store.claim(id, { now: at(minute), until: at(minute + 10) });

    it('shows an import to its tenant alone, with what became of its rows', async () => {
      const added = file('one');
      await store.add(added);
      await store.add(file('two', { createdAt: at(1), isDryRun: true }));
      await store.add(file('theirs', { tenant: clinic }));
      await store.addResult('one', result(1));
      await store.addResult('one', result(2, { outcome: 'error', petId: null }));
      const counts = { created: 1, duplicate: 0, error: 1 };
      expect(await store.find([shelter], 'one')).toEqual({ ...added, state: 'waiting', finishedAt: null, counts });
      expect(await store.find([clinic], 'one')).toBeNull();
      expect((await store.list([shelter], 9)).map(({ id }) => id)).toEqual(['two', 'one']);
      expect(await store.list([shelter, clinic], 2)).toHaveLength(2);
    });

    it('gives it to one at a time, and to another when the first fell silent', async () => {
      await store.add(file('one'));
      expect(await claimAt('one', 0)).toBe(true);
      expect((await store.find([shelter], 'one'))?.state).toBe('running');
      expect(await claimAt('one', 5)).toBe(false);
      expect(await store.left(at(5))).toEqual([]);
      expect((await store.left(at(10))).map(({ tenant, id }) => [tenant, id])).toEqual([[shelter, 'one']]);
      expect(await store.renew('one', at(20))).toBe(true);
      expect(await claimAt('one', 15)).toBe(false);
      await store.release('one');
      expect(await claimAt('one', 15)).toBe(true);
    });

    it('keeps the first result of a row, by row and page by page', async () => {
      await store.add(file('one'));
      for (const row of [3, 1, 2]) await store.addResult('one', result(row));
      await store.addResult('one', result(2, { outcome: 'error', petId: null, detail: 'Later.' }));
      expect(await store.doneRows('one')).toEqual(new Set([1, 2, 3]));
      expect(await store.results('one', { limit: 2 })).toEqual([result(1), result(2)]);
      expect(await store.results('one', { limit: 2, after: 2 })).toEqual([result(3)]);
      await store.addResult('one', result(4, { outcome: 'error', petId: null }));
      expect((await store.results('one', { limit: 9, outcome: 'error' })).map(({ row }) => row)).toEqual([4]);
      expect((await store.results('one', { limit: 1, after: 1, outcome: 'created' })).map(({ row }) => row)).toEqual([2]);
    });

    it('counts the attempts at a row, which alone are no result', async () => {
      await store.add(file('one'));
      expect([await store.begin('one', 1), await store.begin('one', 1), await store.begin('one', 2)]).toEqual([1, 2, 1]);
      expect(await store.doneRows('one')).toEqual(new Set());
      await store.addResult('one', result(1));
      expect(await store.results('one', { limit: 9 })).toEqual([result(1)]);
    });

    it("ends once, and is nobody's then", async () => {
      await store.add(file('one'));
      await claimAt('one', 0);
      expect(await store.end('one', { state: 'cancelled', at: at(1) })).toBe(true);
      expect(await store.end('one', { state: 'finished', at: at(2) })).toBe(false);
      expect(await store.find([shelter], 'one')).toMatchObject({ state: 'cancelled', finishedAt: at(1) });
      expect([await store.renew('one', at(9)), await claimAt('one', 50)]).toEqual([false, false]);
      expect([await store.left(at(59)), await store.unfinished()]).toEqual([[], new Set()]);
    });

    it("cancels all that a tenant has, and nobody else's", async () => {
      for (const id of ['one', 'two']) await store.add(file(id));
      await store.add(file('theirs', { tenant: clinic }));
      await store.end('two', { state: 'finished', at: at(1) });
      expect(await store.cancelAll(shelter, at(2))).toEqual(['one']);
      expect(await store.unfinished()).toEqual(new Set(['theirs']));
      expect(await store.find([shelter], 'two')).toMatchObject({ state: 'finished' });
    });

    it('forgets what was over long ago, and nothing that is not over', async () => {
      for (const id of ['old', 'new', 'open']) await store.add(file(id));
      await store.addResult('old', result(1));
      await store.end('old', { state: 'finished', at: at(1) });
      await store.end('new', { state: 'finished', at: at(3) });
      expect(await store.removeEndedBefore(at(2))).toBe(1);
      expect((await store.list([shelter], 9)).map(({ id }) => id).sort()).toEqual(['new', 'open']);
      expect(await store.results('old', { limit: 9 })).toEqual([]);
      expect(await store.unfinished()).toEqual(new Set(['open']));
    });
  });
}
