import { availableParallelism } from 'node:os';
import type { AnalyseOptions, AnalysisResult, Recogniser, RecogniserModels } from '@snout/core/recognition';
import { checkPhotoFile } from '../photo/photo-limits.ts';
import type { AnalyseJob, AnalyseWorkerData } from './analyse-job.ts';
import { silenceRuntime } from './silence-runtime.ts';
import { WorkerPool } from './worker-pool.ts';

export interface NodeRecogniserOptions {
  /** Folder that holds head-detector/, face-embedder/ and head-quality/. */
  readonly modelsDir: string;
  /** Threads that each analyse one photo at a time. Default: one per processor, at most 4. Each takes some 100 MB. */
  readonly workers?: number;
  /** Threads inside each worker. Default: 1, or all processors for a single worker. */
  readonly threads?: number;
  /** Photos that may wait; one more is refused with VisionError `queue-full`. Default 64. */
  readonly maxQueue?: number;
}

export interface NodeAnalyseOptions extends AnalyseOptions {
  /** Rejects the call with the signal's reason; a photo that waits is dropped. */
  readonly signal?: AbortSignal;
}

export interface NodeRecogniser extends Recogniser {
  /** Photos that are analysed at the same time: feed this many and a few more. */
  readonly workers: number;
  analyse(bytes: Uint8Array, options?: NodeAnalyseOptions): Promise<AnalysisResult>;
}

/**
 * The recogniser on Node: worker threads that decode and run the networks, so that the caller's event loop stays free. Rejects with
 * ModelError when a model is not what its manifest says.
 */
export async function createNodeRecogniser(options: NodeRecogniserOptions): Promise<NodeRecogniser> {
  const workers = Math.max(1, options.workers ?? Math.min(4, availableParallelism()));
  const threads = Math.max(1, options.threads ?? (workers === 1 ? availableParallelism() : 1));
  silenceRuntime();
  const { pool, greeting } = await WorkerPool.start<AnalyseJob, AnalysisResult, RecogniserModels>({
    script: new URL('./analyse-worker.ts', import.meta.url),
    workers,
    maxQueue: options.maxQueue ?? 64,
    workerData: (first): AnalyseWorkerData => ({ modelsDir: options.modelsDir, threads, checkGolden: first }),
  });
  return {
    models: greeting,
    workers,
    async analyse(bytes, { signal, ...analyseOptions } = {}) {
      // Files that need no decoding to be refused do not wait in the queue either.
      const file = checkPhotoFile(bytes);
      if (file.kind === 'rejected') return file;
      return pool.run(() => deliver(bytes, analyseOptions), signal);
    },
    close: () => pool.close(),
  };
}

/** A copy that the worker takes over: a view is never sent with the larger buffer that it may be part of. */
function deliver(bytes: Uint8Array, options: AnalyseOptions) {
  const copy = new Uint8Array(bytes);
  return { job: { bytes: copy, options }, transfer: [copy.buffer] };
}
