import type { AnyJob } from './job.ts';
import type { JobKind } from './job-kind.ts';

export type JobErrorCode = 'job-duplicate' | 'job-unknown' | 'job-without-handler';

/** The jobs do not fit together: a fault of the program, found at start. */
export class JobError extends Error {
  readonly code: JobErrorCode;

  constructor(code: JobErrorCode, message: string) {
    super(message);
    this.name = 'JobError';
    this.code = code;
  }
}

/** Every job of the service by name. */
export interface JobRegistry {
  readonly jobs: readonly AnyJob[];
  /** @throws JobError `job-unknown` */
  get(name: string): AnyJob;
}

/**
 * Joins the kinds that the domain enqueues with the jobs that do them. @throws JobError when a kind has no job (`job-without-handler`), a
 * job does a kind that nobody declared (`job-unknown`), or two jobs or kinds have one name (`job-duplicate`).
 */
export function createJobRegistry(kinds: readonly JobKind<object>[], jobs: readonly AnyJob[]): JobRegistry {
  const names = uniqueNames('kinds', kinds);
  const byName = new Map(jobs.map((job) => [job.name, job]));
  uniqueNames('jobs', jobs);
  for (const name of names) {
    if (!byName.has(name)) throw new JobError('job-without-handler', `No job does "${name}".`);
  }
  for (const name of byName.keys()) {
    if (!names.has(name)) throw new JobError('job-unknown', `The job "${name}" does a kind that was not declared.`);
  }
  return {
    jobs,
    get(name) {
      const job = byName.get(name);
      if (job === undefined) throw new JobError('job-unknown', `There is no job "${name}".`);
      return job;
    },
  };
}

function uniqueNames(what: string, named: readonly { readonly name: string }[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of named) {
    if (names.has(name)) throw new JobError('job-duplicate', `Two ${what} are called "${name}".`);
    names.add(name);
  }
  return names;
}
