import { describe, expect, it } from 'vitest';
import { ApiError, type ApiFailure } from '../api/api-error.ts';
import { type KeptRecords, recordsInMemory } from './kept-records.ts';
import { afterAttempt, type UploadJob } from './upload-job.ts';
import { createUploadQueue, type UploadQueue } from './upload-queue.ts';

type Job = UploadJob<string, string>;

const OFFLINE: ApiFailure = { kind: 'offline' };
const problem = (status: number): ApiFailure => ({
  kind: 'problem',
  problem: { type: 'about:blank', title: 'No', status, code: status === 503 ? 'busy' : 'photos-unusable' },
});

/** A service that answers as told, and a page whose clock and network are ours. */
class Bench {
  now = 1000;
  readonly sent: [content: string, key: string][] = [];
  readonly answers: (string | ApiFailure)[] = [];
  readonly timers: { at: number; work: () => void }[] = [];
  online: () => void = () => {};
  #keys = 0;

  open(records: KeptRecords<Job>): UploadQueue<string, string> {
    return createUploadQueue<string, string>({
      records,
      send: async (content, key) => {
        this.sent.push([content, key]);
        const answer = this.answers.shift() ?? 'ok';
        if (typeof answer !== 'string') throw new ApiError(answer);
        return answer;
      },
      now: () => this.now,
      random: () => 1,
      newKey: () => `key-${++this.#keys}`,
      after: (ms, work) => {
        const timer = { at: this.now + ms, work };
        this.timers.push(timer);
        return () => void this.timers.splice(this.timers.indexOf(timer), this.timers.includes(timer) ? 1 : 0);
      },
      whenOnline: (work) => {
        this.online = work;
        return () => {};
      },
      alone: (work) => work(),
    });
  }

  /** Lets the clock run to the next timer. */
  tick(): void {
    const timer = this.timers.shift();
    if (!timer) throw new Error('Nothing waits.');
    this.now = timer.at;
    timer.work();
  }
}

/** Resolves when the queue shows what is asked for. */
function until(queue: UploadQueue<string, string>, holds: (jobs: readonly Job[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!holds(queue.jobs())) return;
      stop();
      // The loop goes on after it has shown a state: its timer is set in a later turn.
      setImmediate(resolve);
    };
    const stop = queue.subscribe(check);
    check();
  });
}
const is =
  (kind: string, index = 0) =>
  (jobs: readonly Job[]) =>
    jobs[index]?.state.kind === kind;

describe('the upload queue', () => {
  it('keeps what it sends until a person has seen the answer', async () => {
    const [bench, records] = [new Bench(), recordsInMemory<Job>()];
    const queue = bench.open(records);
    const id = await queue.add('photos of Rex', 'once');
    await until(queue, is('sent'));
    expect(bench.sent).toEqual([['photos of Rex', 'once']]);
    expect(await records.get(id)).toMatchObject({ state: { kind: 'sent', answer: 'ok' } });
    await queue.remove(id);
    expect(await records.all()).toEqual([]);
    expect(queue.jobs()).toEqual([]);
  });

  it('waits when the network is away, longer each time, and sends again with the same key', async () => {
    const bench = new Bench();
    bench.answers.push(OFFLINE, OFFLINE);
    const queue = bench.open(recordsInMemory());
    await queue.add('a', 'once');
    await until(queue, is('waiting'));
    expect(queue.jobs()[0]?.state).toMatchObject({ why: 'offline', nextTryAt: 3000 });
    bench.tick();
    await until(queue, (jobs) => jobs[0]?.attempts === 2);
    expect(queue.jobs()[0]?.state).toMatchObject({ why: 'offline', nextTryAt: 7000 });
    bench.tick();
    await until(queue, is('sent'));
    expect(bench.sent.map(([, key]) => key)).toEqual(['once', 'once', 'once']);
  });

  it('does not wait any longer once the network is back', async () => {
    const bench = new Bench();
    bench.answers.push(OFFLINE);
    const queue = bench.open(recordsInMemory());
    await queue.resume();
    await queue.add('a', 'once');
    await until(queue, is('waiting'));
    bench.online();
    await until(queue, is('sent'));
    expect(bench.now).toBe(1000);
  });

  it('goes on after a reload with what was not sent, under the same key', async () => {
    const [before, records] = [new Bench(), recordsInMemory<Job>()];
    before.answers.push(OFFLINE);
    const first = before.open(records);
    await first.add('a', 'once');
    await until(first, is('waiting'));
    first.close();

    const after = new Bench();
    const second = after.open(records);
    await second.resume();
    await until(second, is('sent'));
    expect(after.sent).toEqual([['a', 'once']]);
  });

  it('does not take up again what was answered before the reload', async () => {
    const records = recordsInMemory<Job>();
    const first = new Bench().open(records);
    await first.add('a', 'once');
    await until(first, is('sent'));
    const after = new Bench();
    const second = after.open(records);
    await second.resume();
    expect(second.jobs()).toMatchObject([{ state: { kind: 'sent' } }]);
    expect(after.sent).toEqual([]);
  });

  it('asks a person when the service refuses, and sends what they change as another request', async () => {
    const bench = new Bench();
    bench.answers.push(problem(422));
    const queue = bench.open(recordsInMemory());
    const id = await queue.add('a', 'once');
    await until(queue, is('refused'));
    await queue.change(id, 'b');
    await until(queue, is('sent'));
    expect(bench.sent[1]?.[0]).toBe('b');
    expect(bench.sent[1]?.[1]).not.toBe('once');
  });

  it('sends one after the other, and one that is refused does not hold up the next', async () => {
    const bench = new Bench();
    bench.answers.push(problem(422));
    const queue = bench.open(recordsInMemory());
    await Promise.all([queue.add('a', 'k1'), queue.add('b', 'k2')]);
    await until(queue, is('sent', 1));
    expect(bench.sent.map(([content]) => content)).toEqual(['a', 'b']);
    expect(queue.jobs()[0]?.state.kind).toBe('refused');
  });
});

describe('an attempt', () => {
  const job: Job = { id: '1', content: 'a', idempotencyKey: 'k', attempts: 0, state: { kind: 'sending' } };
  const stateAfter = (attempts: number, failure: ApiFailure, random = 1) =>
    afterAttempt({ ...job, attempts }, { kind: 'failed', failure }, { now: 0, random }).state;

  it('waits between half and all of a time that doubles up to a minute', () => {
    expect(stateAfter(0, OFFLINE, 0)).toMatchObject({ nextTryAt: 1000 });
    expect(stateAfter(0, OFFLINE, 1)).toMatchObject({ nextTryAt: 2000 });
    expect(stateAfter(3, OFFLINE, 1)).toMatchObject({ nextTryAt: 16_000 });
    expect(stateAfter(30, OFFLINE, 1)).toMatchObject({ nextTryAt: 60_000 });
  });

  it('is repeated while the service is busy, and some times when it fails, but not when it says no', () => {
    expect(stateAfter(50, problem(503)).kind).toBe('waiting');
    expect(stateAfter(1, problem(500)).kind).toBe('waiting');
    expect(stateAfter(5, problem(500)).kind).toBe('refused');
    expect(stateAfter(0, problem(409)).kind).toBe('refused');
    expect(stateAfter(0, { kind: 'unexpected' }).kind).toBe('refused');
  });
});
