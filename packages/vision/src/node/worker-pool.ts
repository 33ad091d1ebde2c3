import { VisionError } from '../pipeline/vision-error.ts';
import { type Delivery, PoolWorker } from './pool-worker.ts';

export interface WorkerPoolOptions {
  readonly script: URL;
  readonly workers: number;
  /** Jobs that may wait beside those being done; one more is refused with `queue-full`. */
  readonly maxQueue: number;
  /** What a worker is started with. `first`: no other worker has started before it. */
  readonly workerData: (first: boolean) => unknown;
}

interface QueuedJob<Job, Result> {
  /** Called when the job is handed to a worker, so that what waits holds no copy. */
  readonly deliver: () => Delivery<Job>;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Threads that do jobs in the order they came. A worker that crashes takes only its own job with it (rejected with
 * `worker-crashed`, never tried again: the job may be what killed it) and is replaced.
 */
export class WorkerPool<Job, Result, Greeting> {
  readonly #options: WorkerPoolOptions;
  readonly #workers = new Set<PoolWorker<Job, Result, Greeting>>();
  #queue: QueuedJob<Job, Result>[] = [];
  #replacements = 0;
  #closed = false;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /**
   * Starts all workers; the first alone, so that what it verifies is verified once. Rejects with what a worker refuses for. The
   * greeting is the first worker's.
   */
  static async start<Job, Result, Greeting>(
    options: WorkerPoolOptions,
  ): Promise<{ readonly pool: WorkerPool<Job, Result, Greeting>; readonly greeting: Greeting }> {
    const pool = new WorkerPool<Job, Result, Greeting>(options);
    try {
      const { greeting } = await pool.#addWorker(true);
      await Promise.all(Array.from({ length: options.workers - 1 }, () => pool.#addWorker(false)));
      return { pool, greeting };
    } catch (error) {
      await pool.close();
      throw error;
    }
  }

  /**
   * Does one job. Rejects with the signal's reason as soon as it is aborted (a job that has begun is finished and thrown away), and
   * with VisionError `queue-full`, `worker-crashed`, `analysis-failed` or `recogniser-closed`.
   */
  run(deliver: () => Delivery<Job>, signal?: AbortSignal): Promise<Result> {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    if (this.#closed) return Promise.reject(closedError());
    if (this.#idleWorker() === undefined && this.#queue.length >= this.#options.maxQueue) {
      return Promise.reject(new VisionError('queue-full', `${this.#queue.length} photos are waiting already. Try again in a moment.`));
    }
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const entry = { deliver, resolve, reject };
    const abort = () => {
      this.#queue = this.#queue.filter((other) => other !== entry);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(entry);
    this.#dispatch();
    return promise.finally(() => signal?.removeEventListener('abort', abort));
  }

  /** Refuses what waits, lets what has begun end, ends all threads. Can be called twice. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#rejectQueue(closedError());
    await Promise.all([...this.#workers].map((worker) => worker.close()));
  }

  #idleWorker(): PoolWorker<Job, Result, Greeting> | undefined {
    return this.#workers.values().find((worker) => !worker.busy);
  }

  #dispatch(): void {
    for (let worker = this.#idleWorker(); worker !== undefined; worker = this.#idleWorker()) {
      const entry = this.#queue.shift();
      if (entry === undefined) return;
      worker
        .run(entry.deliver())
        .then(entry.resolve, entry.reject)
        .finally(() => this.#dispatch());
    }
    if (this.#workers.size === 0 && this.#replacements === 0 && this.#queue.length > 0) this.#replace();
  }

  async #addWorker(first: boolean): Promise<PoolWorker<Job, Result, Greeting>> {
    const worker = await PoolWorker.start<Job, Result, Greeting>({
      script: this.#options.script,
      workerData: this.#options.workerData(first),
      onEnd: (ended) => {
        this.#workers.delete(ended);
        this.#replace();
      },
    });
    this.#workers.add(worker);
    if (this.#closed) await worker.close();
    return worker;
  }

  /** A replacement that does not start is not replaced again; with no worker left, what waits is refused with its reason. */
  #replace(): void {
    if (this.#closed) return;
    this.#replacements++;
    this.#addWorker(false)
      .catch((error: unknown) => {
        if (this.#workers.size === 0 && this.#replacements === 1) this.#rejectQueue(error);
      })
      .finally(() => {
        this.#replacements--;
        this.#dispatch();
      });
  }

  #rejectQueue(error: unknown): void {
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }
}

function closedError(): VisionError {
  return new VisionError('recogniser-closed', 'The recogniser is closed.');
}
