import type { JobKind } from './job-kind.ts';

export interface JobOptions {
  /** How often the job is tried in all before it is given up, at least 1. */
  readonly attempts: number;
  /** Seconds before the second attempt; doubled, with some chance, before each further one. */
  readonly retryAfterSeconds: number;
  /** Seconds after which an attempt is given up, at most a day. */
  readonly timeoutSeconds: number;
  /** Jobs of this kind that one process does at the same time. */
  readonly concurrency: number;
  /** Its payload must not outlive it: the job is deleted when it was done, not an hour later. */
  readonly isForgottenWhenDone?: boolean;
}

/** What a handler knows besides its payload. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Fires when the job is cancelled, takes too long, or the service stops: end soon, the work may be done again. */
  readonly signal: AbortSignal;
}

/** One kind of job with everything that belongs to it. */
export interface Job<Payload extends object> {
  readonly kind: JobKind<Payload>;
  /** Reads a payload as it was stored, perhaps by an older version; throws when it is not one. */
  readonly payload: { parse(stored: unknown): Payload };
  readonly options: JobOptions;
  /** Five fields of cron, in UTC: enqueued then with an empty payload. */
  readonly schedule?: string;
  /** Must be idempotent: after a crash a job runs again. Throws when it should be tried again. */
  run(payload: Payload, run: JobRun): Promise<void>;
}

/** A job whose payload only the job itself knows; made by `defineJob`. */
export interface AnyJob {
  readonly name: string;
  readonly options: JobOptions;
  readonly schedule?: string;
  /** Reads the payload and does the job. */
  runStored(stored: unknown, run: JobRun): Promise<void>;
  /** Throws when the payload does not read back as one. */
  check(payload: object): void;
}

/** Ties payload and handler together, so that jobs of all kinds fit in one list. */
export function defineJob<Payload extends object>(job: Job<Payload>): AnyJob {
  return {
    name: job.kind.name,
    options: job.options,
    ...(job.schedule === undefined ? {} : { schedule: job.schedule }),
    runStored: async (stored, run) => job.run(job.payload.parse(stored), run),
    check(payload) {
      job.payload.parse(payload);
    },
  };
}
