/** How one attempt of a job ended. */
export interface JobOutcome {
  readonly name: string;
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly kind: 'done' | 'failed';
  /** Of a failed attempt. */
  readonly error?: unknown;
}

export interface RunUntilEmptyOptions {
  /** True: as if the time of every waiting job had come. For tests of reminders and retries without waiting. */
  readonly ahead?: boolean;
}

/** Does the jobs. */
export interface JobRunner {
  /** Begins to do jobs as they come, and enqueues the scheduled ones on time. */
  start(): Promise<void>;
  /** Takes no further jobs, lets running ones end for a while, then tells them by their signal. Those are done again after the next start. */
  stop(): Promise<void>;
  /**
   * Does waiting jobs one after the other, and those they enqueue, until none is left whose time has come. Gives every attempt, failed ones
   * too. For tests and commands: not while started.
   */
  runUntilEmpty(options?: RunUntilEmptyOptions): Promise<readonly JobOutcome[]>;
}
