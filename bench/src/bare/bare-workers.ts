import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BareRun } from './bare-models.ts';

export interface BareWorkerData {
  readonly modelsDir: string;
  /** Threads of one network run. */
  readonly threads: number;
  readonly photos: ReadonlyArray<{ readonly bytes: Uint8Array; readonly runs: readonly BareRun[] }>;
}

/** Threads that do the bare work, as many as the pipeline beside them has. */
export class BareWorkers {
  readonly #idle: Worker[];

  private constructor(workers: Worker[]) {
    this.#idle = workers;
  }

  static async start(workers: number, workerData: BareWorkerData): Promise<BareWorkers> {
    const all = Array.from({ length: workers }, () => new Worker(new URL('./bare-worker.ts', import.meta.url), { workerData }));
    await Promise.all(all.map((worker) => once(worker, 'message')));
    return new BareWorkers(all);
  }

  /** Decodes the photo of that index (counted around) and runs its networks; ms in the worker. At most one call per worker at a time. */
  async run(index: number): Promise<number> {
    const worker = this.#idle.pop();
    if (worker === undefined) throw new RangeError('All bare workers are at work.');
    worker.postMessage(index);
    const [elapsed] = await once(worker, 'message');
    this.#idle.push(worker);
    return elapsed;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#idle.map(async (worker) => {
        worker.postMessage(null);
        await once(worker, 'exit');
      }),
    );
  }
}
