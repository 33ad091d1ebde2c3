import type { VisionErrorCode } from '../pipeline/vision-error.ts';
import type { WorkerRefusal } from './worker-refusal.ts';

/** From a worker to its pool. First `ready` or `refused`, once; then one `done` or `failed` per job. */
export type WorkerReport<Greeting, Result> =
  | { readonly kind: 'ready'; readonly greeting: Greeting }
  | { readonly kind: 'refused'; readonly refusal: WorkerRefusal }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly code: VisionErrorCode; readonly message: string };

/** From the pool to a worker. One job at a time. `close`: free what is held and end. */
export type WorkerOrder<Job> = { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'close' };
