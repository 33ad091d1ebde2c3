import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../accounts/index.ts';
import { createJobRegistry, defineJob } from '../jobs/index.ts';
import { listRecords, type PetActor } from '../pets/index.ts';
import type { PhotoFile } from '../recognition/index.ts';
import {
  createInMemoryAuditLog,
  createInMemoryDeps,
  createInMemoryImports,
  createInMemoryJobs,
  createInMemoryPets,
  createPhotographer,
} from '../testing/index.ts';
import type { PublishedEvent } from '../webhooks/index.ts';
import { cancelImport, type ImportRow, type ImportsDeps, importFiles, RUN_IMPORT, runImport, startImport, tendImports } from './index.ts';

const FILES = { list: new Uint8Array([1]), photos: new Uint8Array([2]) };
const shelter: PetActor & { tenants: readonly [TenantId] } = { kind: 'person', user: 'ada', tenants: ['shelter' as TenantId] };

describe('an import', () => {
  let deps: ImportsDeps;
  let jobs: ReturnType<typeof createInMemoryJobs>;
  let events: PublishedEvent[];
  let rows: ImportRow[];
  const files = new Map<string, PhotoFile>();
  let photo = createPhotographer();
  beforeEach(() => {
    photo = createPhotographer();
    events = [];
    rows = [];
    const { clock, ...recognition } = createInMemoryDeps();
    const imports = createInMemoryImports();
    const job = defineJob({
      kind: RUN_IMPORT,
      payload: { parse: (stored) => stored as { tenantId: string; importId: string } },
      options: { attempts: 9, retryAfterSeconds: 1, timeoutSeconds: 60, concurrency: 1 },
      run: async (told, { signal }) => void (await runImport(deps, told, signal)),
    });
    jobs = createInMemoryJobs(createJobRegistry([RUN_IMPORT], [job]), clock);
    const publish = async (event: PublishedEvent) => void events.push(event);
    const stores = { imports, jobs, audit: createInMemoryAuditLog(), publish };
    deps = {
      pets: { ...recognition, clock, ...createInMemoryPets() },
      imports,
      importsUnitOfWork: { run: (work) => work(stores) },
      importSource: {
        open: async () => ({
          rows,
          photo: async (name) => {
            const file = files.get(name);
            return file ? { kind: 'file', bytes: file.bytes } : { kind: 'fault', fault: 'no-such-file', message: 'There is no such file.' };
          },
          photoMark: (name) => files.get(name)?.bytes.join() ?? null,
          close() {},
        }),
      },
      photoFetcher: { fetch: async () => ({ kind: 'failed', fault: 'timeout', message: 'Too slow.' }) },
    };
  });

  const pet = (animal: string, more: Partial<Extract<ImportRow, { kind: 'pet' }>> = {}): ImportRow => {
    const file = photo(animal);
    files.set(file.name, file);
    const number = rows.length + 1;
    const row = { kind: 'pet', number, reference: `r${number}`, name: animal, photoUrls: [], pet: { name: animal } } as const;
    return { ...row, photoFiles: [file.name], ...more };
  };
  const start = async (isDryRun = false) => {
    await startImport(deps, shelter, { id: 'one', fileName: 'pets.zip', files: FILES, isDryRun });
    return { tenantId: 'shelter', importId: 'one' };
  };
  const names = async () => (await listRecords(deps.pets, shelter, { limit: 99 })).pets.map(({ record }) => record.profile.name);
  const outcomes = async () => (await deps.imports.results('one', { limit: 99 })).map(({ outcome }) => outcome);
  const signal = new AbortController().signal;

  it('makes a pet of each row, and says of the others why not', async () => {
    rows.push(pet('rex'));
    rows.push(pet('rex'));
    rows.push(pet('mia', { photoFiles: ['gone.jpg'], photoUrls: ['https://photos.example/mia.jpg'] }));
    rows.push({ kind: 'invalid', number: 4, reference: 'r4', name: '', faults: [{ field: 'name', code: 'missing', message: 'Missing.' }] });
    rows.push(pet('tom', { pet: { name: 'tom', species: 'cat', profile: { microchips: ['12'] } } }));
    await start();
    await jobs.runUntilEmpty();
    const results = await deps.imports.results('one', { limit: 99 });
    expect(results).toMatchObject([
      { row: 1, reference: 'r1', outcome: 'created', petId: expect.any(String), detail: 'Registered.', reasons: [] },
      { outcome: 'duplicate', detail: expect.stringContaining('May be rex'), reasons: [{ why: 'looks-alike', pet: { name: 'rex' } }] },
      {
        outcome: 'error',
        petId: null,
        detail: 'gone.jpg: There is no such file. https://photos.example/mia.jpg: Too slow.',
        reasons: [
          { kind: 'photo-file', photo: 'gone.jpg', fault: 'no-such-file' },
          { kind: 'photo', problem: { kind: 'not-fetched', fault: 'timeout' } },
        ],
      },
      { outcome: 'error', detail: 'name: Missing.', reasons: [{ kind: 'field', field: 'name', code: 'missing' }] },
      { outcome: 'error', reasons: [{ kind: 'field', field: 'microchips.0', code: 'chip-length' }] },
    ]);
    expect(results[1]?.petId).toBe(results[0]?.petId);
    expect(await names()).toEqual(['rex']);
    const counts = { created: 1, duplicate: 1, error: 3 };
    expect(await deps.imports.find(shelter.tenants, 'one')).toMatchObject({ state: 'finished', counts });
    expect(events).toMatchObject([{ tenantId: 'shelter', event: 'import.finished', data: { importId: 'one', rows: 5, ...counts } }]);
    for (const key of Object.values(importFiles('one'))) expect(await deps.pets.photos.get(key)).toBeNull();
  });

  it('is done in pieces, each a job', async () => {
    for (let animal = 0; animal < 45; animal++) rows.push(pet(`animal ${animal}`));
    await start();
    expect(await jobs.runUntilEmpty()).toMatchObject([{ kind: 'done' }, { kind: 'done' }, { kind: 'done' }]);
    expect(await names()).toHaveLength(45);
  });

  it('goes on after a crash between a pet and its result, without a second pet', async () => {
    for (const animal of ['rex', 'mia', 'tom']) rows.push(pet(animal));
    const told = await start();
    const { addResult } = deps.imports;
    const dying = {
      ...deps,
      imports: {
        ...deps.imports,
        addResult: (id: string, result: Parameters<typeof addResult>[1]) =>
          result.row === 2 ? Promise.reject(new Error('The process dies here.')) : addResult(id, result),
      },
    };
    await expect(runImport(dying, told, signal)).rejects.toThrow('dies here');
    expect(await names()).toEqual(['mia', 'rex']);
    expect(await runImport(deps, told, signal)).toBe('finished');
    expect(await names()).toEqual(['mia', 'rex', 'tom']);
    expect(await outcomes()).toEqual(['created', 'created', 'created']);
  });

  it('is taken up again when its process died, and not while somebody has it', async () => {
    rows.push(pet('rex'));
    const told = await start();
    const now = deps.pets.clock.now();
    // The job went with the process, which had claimed the import.
    await jobs.runUntilEmpty();
    await startImport(deps, shelter, { id: 'two', fileName: 'pets.zip', files: FILES, isDryRun: false });
    await deps.imports.claim('two', { now, until: new Date(now.getTime() + 60_000) });
    expect(await runImport(deps, { ...told, importId: 'two' }, signal)).toBe('over');
    expect(await tendImports(deps)).toEqual({ takenUp: 0 });
    await deps.imports.release('two');
    expect(await tendImports(deps)).toEqual({ takenUp: 1 });
    await jobs.runUntilEmpty();
    expect(await deps.imports.find(shelter.tenants, 'two')).toMatchObject({ state: 'finished', counts: { duplicate: 1 } });
  });

  it('gives a row up that fails again and again for no fault of its own', async () => {
    rows.push(pet('rex'), pet('mia'));
    rows = rows.map((row, index) => ({ ...row, number: index + 1 }));
    const told = await start();
    let calls = 0;
    const recogniser = {
      ...deps.pets.recogniser,
      analyse: (...args: Parameters<typeof deps.pets.recogniser.analyse>) => {
        calls++;
        return calls <= 5 ? Promise.reject(new Error('Out of memory.')) : deps.pets.recogniser.analyse(...args);
      },
    };
    const failing = { ...deps, pets: { ...deps.pets, recogniser } };
    for (let attempt = 0; attempt < 5; attempt++) await expect(runImport(failing, told, signal)).rejects.toThrow('Out of memory.');
    expect(await runImport(failing, told, signal)).toBe('finished');
    expect(await outcomes()).toEqual(['error', 'created']);
  });

  it('that is cancelled begins no further row, and what was made stays', async () => {
    for (let animal = 0; animal < 25; animal++) rows.push(pet(`animal ${animal}`));
    const told = await start();
    expect(await runImport(deps, told, signal)).toBe('more');
    expect(await cancelImport(deps, shelter, 'one')).toMatchObject({ state: 'cancelled', counts: { created: 20 } });
    await jobs.runUntilEmpty();
    expect(await names()).toHaveLength(20);
    expect(await cancelImport(deps, shelter, 'one')).toMatchObject({ state: 'cancelled' });
    const stranger: PetActor = { ...shelter, tenants: ['clinic' as TenantId] };
    await expect(cancelImport(deps, stranger, 'one')).rejects.toMatchObject({ code: 'import-not-found' });
  });

  it('run dry says what would be, and keeps nothing', async () => {
    rows.push(pet('rex'));
    await start(true);
    await jobs.runUntilEmpty();
    expect(await deps.imports.results('one', { limit: 9 })).toMatchObject([
      { outcome: 'created', petId: null, detail: 'Can be registered.' },
    ]);
    expect(await names()).toEqual([]);
    const kept: string[] = [];
    for await (const { key } of deps.pets.photos.list()) kept.push(key);
    expect(kept).toEqual([]);
  });

  it('run dry finds rows with one photo or one microchip, unless somebody says that they are two animals', async () => {
    const chip = { microchips: ['276098101234567'] };
    const rex = pet('rex', { pet: { name: 'rex', profile: chip } });
    const file = rex.kind === 'pet' ? (rex.photoFiles[0] ?? '') : '';
    rows.push(rex);
    rows.push(pet('mia', { photoFiles: [file] }));
    rows.push(pet('tom', { pet: { name: 'tom', profile: chip } }));
    rows.push(pet('max', { photoFiles: [file], pet: { name: 'max', allowDuplicate: true } }));
    await start(true);
    await jobs.runUntilEmpty();
    const same = { kind: 'same-in-file', row: 1 };
    expect(await deps.imports.results('one', { limit: 9 })).toMatchObject([
      { outcome: 'created' },
      { outcome: 'duplicate', petId: null, reasons: [{ ...same, why: 'same-file' }] },
      { outcome: 'duplicate', reasons: [{ ...same, why: 'same-microchip' }] },
      { outcome: 'created' },
    ]);
  });

  it('that failed on what somebody wrote keeps a short and harmless account of it', async () => {
    const faults = Array.from({ length: 60 }, (_, index) => ({
      field: `\u0000${'x'.repeat(400)}${index}`,
      code: 'unknown-field' as const,
      message: 'Unknown.',
    }));
    rows.push({ kind: 'invalid', number: 1, reference: '', name: '', faults });
    await start();
    await jobs.runUntilEmpty();
    const [result] = await deps.imports.results('one', { limit: 9 });
    expect(result?.detail.length).toBeLessThanOrEqual(2000);
    expect(result?.reasons).toHaveLength(20);
    expect(JSON.stringify(result)).not.toMatch(/\\u0000|x{301}/);
  });
});
