import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobRegistry, defineJob, type JobQueue, type JobRegistry, type JobRun, type JobRunner, jobKind } from '../jobs/index.ts';

export interface JobsUnderTest {
  readonly jobs: JobQueue & JobRunner;
  close(): Promise<void>;
}

const GREET = jobKind<{ readonly name: string }>('greet');
const FAIL = jobKind<{ readonly times: number }>('fail-some-times');
const FOLLOW = jobKind<{ readonly steps: number }>('follow-up');
const WAIT = jobKind<Record<never, never>>('wait-for-signal');
const UNKNOWN = jobKind<Record<never, never>>('nobody-does');

const OPTIONS = { attempts: 3, retryAfterSeconds: 60, timeoutSeconds: 60, concurrency: 1 };

/** The contract of JobQueue and JobRunner: every implementation passes it. `create` gives an empty queue for the registry. */
export function describeJobs(name: string, create: (registry: JobRegistry) => Promise<JobsUnderTest>): void {
  describe(`jobs: ${name}`, () => {
    let subject: JobsUnderTest;
    let greeted: string[];
    let failures: number;
    let onWait: (run: JobRun) => Promise<void>;

    beforeEach(async () => {
      greeted = [];
      failures = 0;
      onWait = async () => {};
      const registry = createJobRegistry(
        [GREET, FAIL, FOLLOW, WAIT],
        [
          defineJob({
            kind: GREET,
            payload: { parse: parseName },
            options: OPTIONS,
            run: async (payload) => {
              greeted.push(payload.name);
            },
          }),
          defineJob({
            kind: FAIL,
            payload: { parse: (stored) => ({ times: Number((stored as { times: unknown }).times) }) },
            options: OPTIONS,
            run: async ({ times }) => {
              if (failures < times) {
                failures++;
                throw new Error(`failure ${failures}`);
              }
            },
          }),
          defineJob({
            kind: FOLLOW,
            payload: { parse: (stored) => ({ steps: Number((stored as { steps: unknown }).steps) }) },
            options: OPTIONS,
            run: async ({ steps }) => {
              greeted.push(`step ${steps}`);
              if (steps > 1) await subject.jobs.enqueue(FOLLOW, { steps: steps - 1 });
            },
          }),
          defineJob({ kind: WAIT, payload: { parse: () => ({}) }, options: OPTIONS, run: (_payload, run) => onWait(run) }),
        ],
      );
      subject = await create(registry);
    });
    afterEach(() => subject.close());

    it('does what was enqueued, once, with its payload', async () => {
      const id = await subject.jobs.enqueue(GREET, { name: 'Mia 小米' });
      expect(await subject.jobs.runUntilEmpty()).toEqual([{ name: 'greet', id, attempt: 1, kind: 'done' }]);
      expect(greeted).toEqual(['Mia 小米']);
      expect(await subject.jobs.runUntilEmpty()).toEqual([]);
    });

    it('does jobs that jobs enqueue', async () => {
      await subject.jobs.enqueue(FOLLOW, { steps: 3 });
      await subject.jobs.runUntilEmpty();
      expect(greeted).toEqual(['step 3', 'step 2', 'step 1']);
    });

    it('refuses a kind that nobody does, and a payload its job cannot read', async () => {
      await expect(subject.jobs.enqueue(UNKNOWN, {})).rejects.toMatchObject({ code: 'job-unknown' });
      await expect(subject.jobs.enqueue(GREET, { name: '' })).rejects.toThrow('a name');
      expect(await subject.jobs.runUntilEmpty()).toEqual([]);
    });

    it('leaves a job for later until its time, unless told to run ahead', async () => {
      await subject.jobs.enqueue(GREET, { name: 'later' }, { startAfter: new Date('2099-01-01T00:00:00Z') });
      expect(await subject.jobs.runUntilEmpty()).toEqual([]);
      await subject.jobs.runUntilEmpty({ ahead: true });
      expect(greeted).toEqual(['later']);
    });

    it('keeps one waiting job a key, and takes the key again once it was done', async () => {
      expect(await subject.jobs.enqueue(GREET, { name: 'one' }, { key: 'k' })).not.toBeNull();
      expect(await subject.jobs.enqueue(GREET, { name: 'two' }, { key: 'k' })).toBeNull();
      expect(await subject.jobs.enqueue(GREET, { name: 'other key' }, { key: 'l' })).not.toBeNull();
      expect(await subject.jobs.enqueue(GREET, { name: 'no key' })).not.toBeNull();
      expect(await subject.jobs.enqueue(GREET, { name: 'no key either' })).not.toBeNull();
      await subject.jobs.runUntilEmpty();
      expect(greeted.sort()).toEqual(['no key', 'no key either', 'one', 'other key']);
      expect(await subject.jobs.enqueue(GREET, { name: 'three' }, { key: 'k' })).not.toBeNull();
    });

    it('tries a failed job again later, and says how each attempt ended', async () => {
      await subject.jobs.enqueue(FAIL, { times: 2 });
      const now = await subject.jobs.runUntilEmpty();
      expect(now.map(({ kind, attempt }) => [kind, attempt])).toEqual([['failed', 1]]);
      expect(now[0]?.error).toMatchObject({ message: 'failure 1' });
      const later = await subject.jobs.runUntilEmpty({ ahead: true });
      expect(later.map(({ kind, attempt }) => [kind, attempt])).toEqual([
        ['failed', 2],
        ['done', 3],
      ]);
    });

    it('gives a job up after its last attempt', async () => {
      await subject.jobs.enqueue(FAIL, { times: 99 });
      expect(await subject.jobs.runUntilEmpty({ ahead: true })).toHaveLength(OPTIONS.attempts);
      expect(await subject.jobs.runUntilEmpty({ ahead: true })).toEqual([]);
    });

    it('does not do a cancelled job', async () => {
      const id = await subject.jobs.enqueue(GREET, { name: 'cancelled' });
      await subject.jobs.cancel(GREET, id ?? '');
      expect(await subject.jobs.runUntilEmpty()).toEqual([]);
      expect(greeted).toEqual([]);
    });

    it('forgets jobs, waiting ones and those that were done, in whose payload somebody is named', async () => {
      for (const name of ['ada@example.org', 'bob']) await subject.jobs.enqueue(GREET, { name });
      await subject.jobs.enqueue(
        GREET,
        { name: 'see ada@example.org later' },
        { startAfter: new Date(Date.now() + 3_600_000), key: 'later' },
      );
      await subject.jobs.forget(['ada@example.org', 'nobody']);
      await subject.jobs.runUntilEmpty({ ahead: true });
      expect(greeted).toEqual(['bob']);
    });

    it('tells a running job that it is cancelled, and does not try it again', async () => {
      onWait = async ({ id, signal }) => {
        await subject.jobs.cancel(WAIT, id);
        signal.throwIfAborted();
        greeted.push('was not told');
      };
      await subject.jobs.enqueue(WAIT, {});
      expect(await subject.jobs.runUntilEmpty({ ahead: true })).toMatchObject([{ kind: 'failed', attempt: 1 }]);
      expect(await subject.jobs.runUntilEmpty({ ahead: true })).toEqual([]);
      expect(greeted).toEqual([]);
    });
  });
}

function parseName(stored: unknown): { readonly name: string } {
  if (typeof stored === 'object' && stored !== null && 'name' in stored && typeof stored.name === 'string' && stored.name !== '') {
    return { name: stored.name };
  }
  throw new TypeError('A greeting needs a name.');
}
