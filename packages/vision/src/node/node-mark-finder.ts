import { availableParallelism } from 'node:os';
import type { FindMarksOptions, MarkFinder, MarkRegion, MarksModel, MarksResult } from '@snout/core/matching';
import { checkPhotoFile } from '../photo/photo-limits.ts';
import type { MarksJob, MarksWorkerData } from './marks-job.ts';
import { silenceRuntime } from './silence-runtime.ts';
import { WorkerPool } from './worker-pool.ts';

export interface NodeMarkFinderOptions {
  /** Folder that holds marks/. */
  readonly modelsDir: string;
  /** Threads that each look at one photo at a time. Default: one per processor, at most 4. */
  readonly workers?: number;
  /** Photos that may wait; one more is refused with VisionError `queue-full`. Default 64. */
  readonly maxQueue?: number;
}

export interface NodeMarkFinder extends MarkFinder {
  /** Photos that are looked at at the same time. */
  readonly workers: number;
  /** `signal`: rejects the call with its reason; a photo that waits is dropped. */
  find(bytes: Uint8Array, region: MarkRegion, options?: FindMarksOptions & { readonly signal?: AbortSignal }): Promise<MarksResult>;
}

/** The mark finder on Node, in worker threads. Rejects with ModelError when the model is not what its manifest says. */
export async function createNodeMarkFinder(options: NodeMarkFinderOptions): Promise<NodeMarkFinder> {
  const workers = Math.max(1, options.workers ?? Math.min(4, availableParallelism()));
  silenceRuntime();
  const { pool, greeting } = await WorkerPool.start<MarksJob, MarksResult, MarksModel>({
    script: new URL('./marks-worker.ts', import.meta.url),
    workers,
    maxQueue: options.maxQueue ?? 64,
    workerData: (first): MarksWorkerData => ({ modelsDir: options.modelsDir, threads: 1, checkGolden: first }),
  });
  return {
    model: greeting,
    workers,
    async find(bytes, region, { signal, withPicture = false } = {}) {
      const file = checkPhotoFile(bytes);
      if (file.kind === 'rejected') return file;
      return pool.run(() => {
        const copy = new Uint8Array(bytes);
        return { job: { bytes: copy, region, withPicture }, transfer: [copy.buffer] };
      }, signal);
    },
    close: () => pool.close(),
  };
}
