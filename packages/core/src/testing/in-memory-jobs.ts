import type { AnyJob, EnqueueOptions, JobKind, JobOutcome, JobQueue, JobRegistry, JobRunner } from '../jobs/index.ts';
import type { Clock } from '../recognition/index.ts';

interface WaitingJob {
  readonly id: string;
  readonly job: AnyJob;
  readonly payload: object;
  readonly key: string | null;
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly due: number;
}

/** A queue in a list, done by `runUntilEmpty` in the order of their times. `start` is refused: there is nothing that would tick. */
export function createInMemoryJobs(registry: JobRegistry, clock: Clock): JobQueue & JobRunner {
  const waiting: WaitingJob[] = [];
  const running = new Map<string, AbortController>();
  let lastId = 0;

  const add = (job: WaitingJob) => {
    waiting.push(job);
    waiting.sort((a, b) => a.due - b.due);
  };

  const takeNext = (ahead: boolean): WaitingJob | undefined => {
    const next = waiting[0];
    if (next === undefined || (!ahead && next.due > clock.now().getTime())) return undefined;
    return waiting.shift();
  };

  const attempt = async (waited: WaitingJob): Promise<JobOutcome> => {
    const { id, job, payload } = waited;
    const controller = new AbortController();
    running.set(id, controller);
    const ended = { name: job.name, id, attempt: waited.attempt };
    try {
      await job.runStored(structuredClone(payload), { id, attempt: waited.attempt, signal: controller.signal });
      return { ...ended, kind: 'done' };
    } catch (error) {
      const isLast = waited.attempt >= job.options.attempts || controller.signal.aborted;
      const delay = job.options.retryAfterSeconds * 1000 * 2 ** (waited.attempt - 1);
      if (!isLast) add({ ...waited, key: null, attempt: waited.attempt + 1, due: clock.now().getTime() + delay });
      return { ...ended, kind: 'failed', error };
    } finally {
      running.delete(id);
    }
  };

  return {
    async enqueue<Payload extends object>(kind: JobKind<Payload>, payload: NoInfer<Payload>, options: EnqueueOptions = {}) {
      const job = registry.get(kind.name);
      job.check(payload);
      const { key = null } = options;
      if (key !== null && waiting.some((other) => other.job.name === job.name && other.key === key)) return null;
      lastId++;
      const id = `job-${lastId}`;
      add({ id, job, payload: structuredClone(payload), key, attempt: 1, due: (options.startAfter ?? clock.now()).getTime() });
      return id;
    },
    async cancel(_kind, id) {
      const index = waiting.findIndex((job) => job.id === id);
      if (index >= 0) waiting.splice(index, 1);
      running.get(id)?.abort();
    },
    async forget(words) {
      const isNamed = ({ payload, key }: WaitingJob) => words.some((word) => JSON.stringify([payload, key]).includes(word));
      waiting.splice(0, waiting.length, ...waiting.filter((job) => !isNamed(job)));
    },
    start: () => Promise.reject(new Error('Jobs in memory are done by runUntilEmpty.')),
    async stop() {},
    async runUntilEmpty({ ahead = false } = {}) {
      const outcomes: JobOutcome[] = [];
      for (let next = takeNext(ahead); next !== undefined; next = takeNext(ahead)) outcomes.push(await attempt(next));
      return outcomes;
    },
  };
}
