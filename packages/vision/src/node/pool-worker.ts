import { Worker } from 'node:worker_threads';
import { VisionError } from '../pipeline/vision-error.ts';
import type { WorkerOrder, WorkerReport } from './worker-messages.ts';
import { fromWorkerRefusal } from './worker-refusal.ts';

export interface PoolWorkerOptions<W> {
  readonly script: URL;
  readonly workerData: unknown;
  /** Called once when the thread has ended after it was ready, for whatever reason. */
  readonly onEnd: (worker: W) => void;
}

export interface Delivery<Job> {
  readonly job: Job;
  /** Buffers that the worker takes over instead of copying. */
  readonly transfer: readonly ArrayBuffer[];
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker thread that does one job at a time. */
export class PoolWorker<Job, Result, Greeting> {
  readonly greeting: Greeting;
  readonly #thread: Worker;
  readonly #ended: Promise<void>;
  #current: Waiting<Result> | null = null;

  private constructor(thread: Worker, greeting: Greeting, onEnd: (worker: PoolWorker<Job, Result, Greeting>) => void) {
    this.#thread = thread;
    this.greeting = greeting;
    let cause: unknown;
    thread.on('message', (report: WorkerReport<Greeting, Result>) => this.#settle(report));
    thread.on('error', (error) => {
      cause = error;
    });
    this.#ended = new Promise((resolve) => {
      thread.once('exit', () => {
        this.#current?.reject(crash('while it analysed this photo', cause));
        this.#current = null;
        onEnd(this);
        resolve();
      });
    });
  }

  /** Rejects with what the worker refuses to start for, e.g. a ModelError. */
  static start<Job, Result, Greeting>(
    options: PoolWorkerOptions<PoolWorker<Job, Result, Greeting>>,
  ): Promise<PoolWorker<Job, Result, Greeting>> {
    const thread = new Worker(options.script, { workerData: options.workerData });
    return new Promise((resolve, reject) => {
      const stop = (error: unknown) => reject(crash('before it was ready', error));
      const stopOnExit = () => stop(undefined);
      thread.once('error', stop);
      thread.once('exit', stopOnExit);
      thread.once('message', (report: WorkerReport<Greeting, Result>) => {
        thread.off('error', stop);
        thread.off('exit', stopOnExit);
        if (report.kind === 'ready') resolve(new PoolWorker<Job, Result, Greeting>(thread, report.greeting, options.onEnd));
        else reject(report.kind === 'refused' ? fromWorkerRefusal(report.refusal) : crash('before it was ready', report));
      });
    });
  }

  get busy(): boolean {
    return this.#current !== null;
  }

  run({ job, transfer }: Delivery<Job>): Promise<Result> {
    if (this.busy) throw new Error('A worker does one job at a time.');
    return new Promise((resolve, reject) => {
      this.#current = { resolve, reject };
      this.#thread.postMessage({ kind: 'job', job } satisfies WorkerOrder<Job>, [...transfer]);
    });
  }

  /** Lets the current job end, then ends the thread: tearing a thread out of a native run can take the process with it. */
  async close(): Promise<void> {
    this.#thread.postMessage({ kind: 'close' } satisfies WorkerOrder<Job>);
    await this.#ended;
  }

  #settle(report: WorkerReport<Greeting, Result>): void {
    const current = this.#current;
    this.#current = null;
    if (report.kind === 'done') current?.resolve(report.result);
    else if (report.kind === 'failed') current?.reject(new VisionError(report.code, report.message));
  }
}

function crash(when: string, cause: unknown): VisionError {
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return new VisionError('worker-crashed', `The recognition worker ended ${when}${reason}. Try again.`, { cause });
}
