import { afterEach, describe, expect, it } from 'vitest';
import type { ScriptedJob, ScriptedWorkerData } from '../testing/scripted-worker.ts';
import { WorkerPool } from './worker-pool.ts';

const script = new URL('../testing/scripted-worker.ts', import.meta.url);
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

const never = (_start: number): boolean => false;

function sharedNumber(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4));
}

async function startPool({ workers = 1, maxQueue = 10, refuse = never } = {}) {
  const starts = sharedNumber();
  let started = 0;
  const { pool, greeting } = await WorkerPool.start<ScriptedJob, string, string>({
    script,
    workers,
    maxQueue,
    workerData: (): ScriptedWorkerData => ({ refuse: refuse(started++), starts }),
  });
  open.push(pool);
  const run = (job: ScriptedJob, signal?: AbortSignal) => pool.run(() => ({ job, transfer: [] }), signal);
  return { pool, run, greeting, starts };
}

function openGate(gate: Int32Array): void {
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
}

describe('WorkerPool', () => {
  it('does more jobs than it has workers, each with its own result', async () => {
    const { run, greeting, starts } = await startPool({ workers: 2 });
    const values = Array.from({ length: 10 }, (_, i) => `job ${i}`);
    expect(await Promise.all(values.map((value) => run({ kind: 'echo', value })))).toEqual(values);
    expect([greeting, starts[0]]).toEqual(['hello', 2]);
  });

  it('passes on why a worker refuses to start', async () => {
    await expect(startPool({ refuse: () => true })).rejects.toThrow('not today');
    await expect(startPool({ workers: 2, refuse: (start) => start === 1 })).rejects.toThrow('not today');
  });

  it('rejects a failed job with its reason and keeps the worker', async () => {
    const { run, starts } = await startPool();
    await expect(run({ kind: 'fail' })).rejects.toMatchObject({ code: 'analysis-failed', message: 'the job failed' });
    expect(await run({ kind: 'echo', value: 'on' })).toBe('on');
    expect(starts[0]).toBe(1);
  });

  it.each(['throw', 'exit'] as const)('rejects only the job that its worker dies of (%s) and replaces the worker', async (kind) => {
    const { run, starts } = await startPool();
    const jobs = [run({ kind: 'echo', value: 'before' }), run({ kind }), run({ kind: 'echo', value: 'after' })];
    const [before, dying, after] = await Promise.allSettled(jobs);
    expect(before).toMatchObject({ value: 'before' });
    expect(dying).toMatchObject({ reason: { code: 'worker-crashed', message: expect.stringContaining('Try again') } });
    expect(after).toMatchObject({ value: 'after' });
    expect(starts[0]).toBe(2);
  });

  it('refuses what waits when no replacement starts, and tries again with the next job', async () => {
    const { run } = await startPool({ refuse: (start) => start === 1 });
    const [dying, waiting] = await Promise.allSettled([run({ kind: 'exit' }), run({ kind: 'echo', value: 'x' })]);
    expect(dying).toMatchObject({ reason: { code: 'worker-crashed' } });
    expect(waiting).toMatchObject({ status: 'rejected', reason: { message: 'not today' } });
    expect(await run({ kind: 'echo', value: 'again' })).toBe('again');
  });

  it('refuses a job too many at once', async () => {
    const { run } = await startPool({ maxQueue: 1 });
    const gate = sharedNumber();
    const accepted = [run({ kind: 'wait', gate }), run({ kind: 'echo', value: 'queued' })];
    await expect(run({ kind: 'echo', value: 'too many' })).rejects.toMatchObject({ code: 'queue-full' });
    openGate(gate);
    expect(await Promise.all(accepted)).toEqual(['waited', 'queued']);
  });

  it('drops an aborted job that waits and never delivers it', async () => {
    const { pool, run } = await startPool();
    const gate = sharedNumber();
    const running = run({ kind: 'wait', gate });
    const controller = new AbortController();
    let delivered = false;
    const waiting = pool.run(() => {
      delivered = true;
      return { job: { kind: 'echo', value: 'never' }, transfer: [] };
    }, controller.signal);
    controller.abort(new Error('the caller left'));
    await expect(waiting).rejects.toThrow('the caller left');
    openGate(gate);
    await running;
    expect([await run({ kind: 'echo', value: 'next' }), delivered]).toEqual(['next', false]);
  });

  it('lets go of an aborted job that runs at once, and gives the worker the next one when it is done', async () => {
    const { run } = await startPool();
    const gate = sharedNumber();
    const controller = new AbortController();
    const running = run({ kind: 'wait', gate }, controller.signal);
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    const next = run({ kind: 'echo', value: 'next' });
    openGate(gate);
    expect(await next).toBe('next');
  });

  it('does not begin a job that is aborted already', async () => {
    const { run } = await startPool();
    await expect(run({ kind: 'echo', value: 'x' }, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('closes after the running job, refuses what waits and what comes', async () => {
    const { pool, run } = await startPool();
    const gate = sharedNumber();
    const running = run({ kind: 'wait', gate });
    const waiting = run({ kind: 'echo', value: 'x' });
    const closing = pool.close();
    await expect(waiting).rejects.toMatchObject({ code: 'recogniser-closed' });
    openGate(gate);
    expect(await running).toBe('waited');
    await closing;
    await expect(run({ kind: 'echo', value: 'x' })).rejects.toMatchObject({ code: 'recogniser-closed' });
    await pool.close();
  });
});
