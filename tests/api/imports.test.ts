import { importListSchema, importResultsSchema, importSchema, petListSchema } from '@snout/contract';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { idIn, signUp, type Visitor, withAccounts } from './with-accounts.ts';

describe('imports over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let bob: Visitor;
  beforeAll(async () => {
    await signUp(opened(), 'Operator');
    [ada, bob] = [await signUp(opened(), 'Ada'), await signUp(opened(), 'Bob')];
  }, 300_000);

  const start = (who: Visitor, bytes: Uint8Array, fields: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const body = new FormData();
    body.set('file', new File([Uint8Array.from(bytes)], 'pets.zip'));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return who.ask('/api/imports', { method: 'POST', body, headers });
  };
  const started = async (response: Response | Promise<Response>) => {
    const settled = await response;
    expect(settled.status).toBe(202);
    return importSchema.parse(await settled.json());
  };
  const packed = (csv: string, photos: Zippable = {}) => zipSync({ 'pets.csv': strToU8(csv), ...photos });
  const names = async (who: Visitor) => petListSchema.parse(await (await who.ask('/api/pets')).json()).pets.map(({ name }) => name);

  it('take a zip in, do it as a job, and tell what became of each row', async () => {
    const csv = 'reference,name,species,photos,sex\nA1,Rex,dog,rex.jpg,male\nA2,Mia,cat,none.jpg,female\n=A3,Tom,cat,tom.jpg,both\n';
    const file = packed(csv, { 'rex.jpg': await testPhoto({ animal: 'rex', species: 'dog' }) });
    const dry = await started(start(ada, file, { dryRun: 'true' }));
    await opened().jobs.runUntilEmpty();
    expect(await names(ada)).toEqual([]);
    const real = await started(start(ada, file));
    expect(real).toMatchObject({ fileName: 'pets.zip', dryRun: false, state: 'waiting', rows: 3, done: 0 });
    await opened().jobs.runUntilEmpty();
    const counts = { state: 'finished', done: 3, created: 1, duplicates: 0, errors: 2 };
    expect((await answerOf(ada.ask(`/api/imports/${real.id}`))).body).toMatchObject(counts);
    const list = importListSchema.parse((await answerOf(ada.ask('/api/imports'))).body);
    expect(list.imports).toMatchObject([
      { id: real.id, ...counts },
      { id: dry.id, dryRun: true, ...counts },
    ]);
    const page = importResultsSchema.parse((await answerOf(ada.ask(`/api/imports/${real.id}/results?limit=2`))).body);
    expect(page).toMatchObject({ results: [{ reference: 'A1', outcome: 'created' }, { outcome: 'error' }], next: 2 });
    const rest = importResultsSchema.parse((await answerOf(ada.ask(`/api/imports/${real.id}/results?after=${page.next}`))).body);
    expect(rest).toMatchObject({ results: [{ reference: '=A3', outcome: 'error' }], next: null });
    const made = page.results[0]?.petId;
    expect((await answerOf(ada.ask(`/api/pets/${made}/profile`))).body).toMatchObject({ name: 'Rex', sex: 'male' });

    const download = await ada.ask(`/api/imports/${real.id}/results.csv`);
    expect(download.headers.get('content-type')).toMatch(/^text\/csv/);
    const lines = (await download.text()).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('row,reference,name,outcome,petId,detail');
    expect(lines[1]).toContain(`1,A1,Rex,created,${made},`);
    // Not a formula to a spreadsheet.
    expect(lines[3]).toMatch(/^3,'=A3,Tom,error,,/);
  });

  it('are done once for a key', async () => {
    const file = strToU8('{"name":"Luna","photos":["https://10.0.0.1/luna.jpg"]}');
    const key = { 'idempotency-key': 'one-import-only' };
    const [first, again] = [await started(start(ada, file, {}, key)), await started(start(ada, file, {}, key))];
    expect(again.id).toBe(first.id);
    expect((await start(ada, strToU8('{"name":"Other","photos":["https://10.0.0.1/luna.jpg"]}'), {}, key)).status).toBe(422);
    await opened().jobs.runUntilEmpty();
    const { body } = await answerOf(ada.ask(`/api/imports/${first.id}/results`));
    expect(importResultsSchema.parse(body).results).toMatchObject([
      { outcome: 'error', detail: expect.stringContaining('public internet') },
    ]);
  });

  it('take photos in a zip beside the list, and say by codes what is wrong', async () => {
    const csv = 'name,photos,birthDate\nKim,kim.jpg,\nLeo,leo.jpg,tomorrow\n,kim.jpg,\n';
    const photos = new File([zipSync({ 'kim.jpg': await testPhoto({ animal: 'kim', species: 'dog' }) })], 'photos.zip');
    const body = new FormData();
    body.set('file', new File([csv], 'pets.csv'));
    body.set('photos', photos);
    const { id } = await started(ada.ask('/api/imports', { method: 'POST', body }));
    await opened().jobs.runUntilEmpty();
    const failed = importResultsSchema.parse((await answerOf(ada.ask(`/api/imports/${id}/results?outcome=error`))).body);
    expect(failed).toMatchObject({
      results: [
        { row: 2, reasons: [{ kind: 'photo-file', photo: 'leo.jpg', fault: 'no-such-file' }] },
        { row: 3, reasons: [{ kind: 'field', field: 'name', code: 'missing' }] },
      ],
      next: null,
    });
    const made = importResultsSchema.parse((await answerOf(ada.ask(`/api/imports/${id}/results?outcome=created`))).body);
    expect(made.results).toMatchObject([{ row: 1, name: 'Kim', reasons: [] }]);
    body.set('file', new File(['name,photos,shoe size\nKim,kim.jpg,3'], 'pets.csv'));
    expect(await answerOf(ada.ask('/api/imports', { method: 'POST', body }))).toMatchObject({
      status: 422,
      body: { code: 'import-unreadable', errors: [{ field: 'shoe size', code: 'column-unknown' }] },
    });
  });

  it('end when somebody cancels', async () => {
    const { id } = await started(start(ada, strToU8('{"name":"Luna","photos":["luna.jpg"]}')));
    const cancelled = await answerOf(ada.ask(`/api/imports/${id}/cancel`, { method: 'POST' }));
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', done: 0 } });
    await opened().jobs.runUntilEmpty();
    expect((await answerOf(ada.ask(`/api/imports/${id}`))).body).toMatchObject({ state: 'cancelled', done: 0 });
  });

  it('do not exist for others', async () => {
    const { id } = await started(start(ada, strToU8('{"name":"Luna","photos":["luna.jpg"]}')));
    for (const path of [`/api/imports/${id}`, `/api/imports/${id}/results`, `/api/imports/${id}/results.csv`]) {
      expect(await answerOf(bob.ask(path))).toMatchObject({ status: 404, body: { code: 'import-not-found' } });
    }
    expect((await bob.ask(`/api/imports/${id}/cancel`, { method: 'POST' })).status).toBe(404);
    expect((await answerOf(bob.ask('/api/imports'))).body).toEqual({ imports: [] });
  });

  it('belong to the organisation in whose name they are made', async () => {
    const shelter = await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }));
    const inItsName = { 'snout-tenant': shelter };
    const file = packed('name,photos\nStray,a.jpg', { 'a.jpg': await testPhoto({ animal: 'stray' }) });
    const { id } = await started(start(ada, file, {}, inItsName));
    await opened().jobs.runUntilEmpty();
    expect((await answerOf(ada.ask('/api/pets', { headers: inItsName }))).body).toMatchObject({ pets: [{ name: 'Stray' }] });
    expect((await ada.ask(`/api/imports/${id}`, { headers: { 'snout-tenant': ada.id } })).status).toBe(404);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a zip without a list', zipSync({ 'a.jpg': strToU8('x') })],
    ['a zip whose name leads out of it', zipSync({ 'pets.csv': strToU8('name,photos\nRex,a.jpg'), '../a.jpg': strToU8('x') })],
    ['a zip that was made to grow', zipSync({ 'pets.csv': new Uint8Array(30_000_000) }, { level: 9 })],
  ])('are not made from %s', async (_, bytes) => {
    expect(await answerOf(start(ada, bytes))).toMatchObject({
      status: 422,
      body: { code: 'import-unreadable', detail: expect.any(String) },
    });
  });
});
