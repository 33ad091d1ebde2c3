import { ApiError, type ApiFailure } from '../api/api-error.ts';
import type { KeptRecords } from './kept-records.ts';
import { afterAttempt, type UploadJob, type UploadOutcome } from './upload-job.ts';

export interface UploadQueueDeps<Content, Answer> {
  readonly records: KeptRecords<UploadJob<Content, Answer>>;
  /** Sends once. Throws ApiError. */
  readonly send: (content: Content, idempotencyKey: string) => Promise<Answer>;
  /** Date.now, Math.random, unguessable text. */
  readonly now: () => number;
  readonly random: () => number;
  readonly newKey: () => string;
  /** Calls `work` once after so many ms; returns how to call it off. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Calls `work` whenever the network comes back; returns how to end that. */
  readonly whenOnline: (work: () => void) => () => void;
  /** Runs `work` while no other page of this browser runs its own. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Uploads that survive a lost network and a reload: one after the other, each until the service has answered. */
export interface UploadQueue<Content, Answer> {
  /** The same list until something changes. */
  readonly jobs: () => readonly UploadJob<Content, Answer>[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads what an earlier page left and goes on with it; before anything else, and again after `close`. */
  readonly resume: () => Promise<void>;
  /** Keeps the content first, then tries to send it. */
  readonly add: (content: Content, idempotencyKey: string) => Promise<string>;
  /** Another content for a job that was refused: another request, so with another key. */
  readonly change: (id: string, content: Content) => Promise<void>;
  /** Tries all that wait now. */
  readonly retry: () => void;
  readonly remove: (id: string) => Promise<void>;
  readonly close: () => void;
}

/** The queue and the one loop that empties it. */
export function createUploadQueue<Content, Answer>(deps: UploadQueueDeps<Content, Answer>): UploadQueue<Content, Answer> {
  type Job = UploadJob<Content, Answer>;
  let jobs: readonly Job[] = [];
  let running = false;
  let closed = false;
  let callOff = () => {};
  let endOnline = () => {};
  const listeners = new Set<() => void>();

  function show(job: Job): void {
    jobs = jobs.some(({ id }) => id === job.id) ? jobs.map((one) => (one.id === job.id ? job : one)) : [...jobs, job];
    for (const listener of listeners) listener();
  }

  async function keep(job: Job): Promise<void> {
    await deps.records.put(job.id, job);
    show(job);
  }

  function retry(): void {
    for (const job of jobs) if (job.state.kind === 'waiting') show({ ...job, state: { ...job.state, nextTryAt: deps.now() } });
    void run();
  }

  async function run(): Promise<void> {
    if (running || closed) return;
    running = true;
    callOff();
    try {
      await deps.alone(async () => {
        for (let job = due(); job !== undefined && !closed; job = due()) await attempt(job);
      });
    } finally {
      running = false;
    }
    const next = jobs.reduce((least, { state }) => (state.kind === 'waiting' ? Math.min(least, state.nextTryAt) : least), Infinity);
    if (!closed && next < Infinity) callOff = deps.after(Math.max(0, next - deps.now()), () => void run());
  }

  function due(): Job | undefined {
    return jobs.find(({ state }) => state.kind === 'waiting' && state.nextTryAt <= deps.now());
  }

  async function attempt(job: Job): Promise<void> {
    // Kept as waiting: a page closed meanwhile cannot know whether the answer came, and asks again with the same key.
    show({ ...job, state: { kind: 'sending' } });
    const outcome = await sendOnce(deps, job);
    const after = afterAttempt(job, outcome, { now: deps.now(), random: deps.random() });
    if (jobs.some(({ id }) => id === job.id)) await keep(after);
  }

  return {
    jobs: () => jobs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async resume() {
      closed = false;
      endOnline();
      endOnline = deps.whenOnline(retry);
      const kept = await deps.records.all();
      for (const job of kept) if (!jobs.some(({ id }) => id === job.id)) show(job);
      retry();
    },
    async add(content, idempotencyKey) {
      const id = deps.newKey();
      await keep({ id, content, idempotencyKey, attempts: 0, state: { kind: 'waiting', why: 'new', nextTryAt: deps.now() } });
      void run();
      return id;
    },
    async change(id, content) {
      await keep({
        id,
        content,
        idempotencyKey: deps.newKey(),
        attempts: 0,
        state: { kind: 'waiting', why: 'new', nextTryAt: deps.now() },
      });
      void run();
    },
    retry,
    async remove(id) {
      jobs = jobs.filter((job) => job.id !== id);
      for (const listener of listeners) listener();
      await deps.records.remove(id);
    },
    close() {
      closed = true;
      callOff();
      endOnline();
    },
  };
}

async function sendOnce<Content, Answer>(
  { send }: Pick<UploadQueueDeps<Content, Answer>, 'send'>,
  { content, idempotencyKey }: UploadJob<Content, Answer>,
): Promise<UploadOutcome<Answer>> {
  try {
    return { kind: 'done', answer: await send(content, idempotencyKey) };
  } catch (error) {
    const failure: ApiFailure = error instanceof ApiError ? error.failure : { kind: 'unexpected' };
    return { kind: 'failed', failure };
  }
}
