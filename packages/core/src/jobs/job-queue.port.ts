import type { JobKind } from './job-kind.ts';

export interface EnqueueOptions {
  /** Not before this time. Without it: as soon as there is a free hand. */
  readonly startAfter?: Date;
  /** Of jobs of one kind with the same key at most one waits: enqueueing another then changes nothing. */
  readonly key?: string;
}

/**
 * Work for later. A queue made for a unit of work enqueues in its transaction: the job is there exactly when the rows are that it concerns.
 */
export interface JobQueue {
  /** Gives the job's id, or null when one with the same key is waiting. Rejects for a kind nobody does or a payload its job cannot read. */
  enqueue<Payload extends object>(kind: JobKind<Payload>, payload: NoInfer<Payload>, options?: EnqueueOptions): Promise<string | null>;
  /** A waiting job is not done; a running one is told by its signal. Does nothing when the job has ended. */
  cancel<Payload extends object>(kind: JobKind<Payload>, id: string): Promise<void>;
  /** Deletes jobs, waiting and ended ones, whose payload contains one of the words: ids or addresses of somebody who is erased. */
  forget(words: readonly string[]): Promise<void>;
}
