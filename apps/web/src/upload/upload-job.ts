import type { ApiFailure } from '../api/api-error.ts';

/** Where an upload stands. Times in ms of Date.now. */
export type UploadState<Answer> =
  | { readonly kind: 'waiting'; readonly nextTryAt: number; readonly why: 'new' | 'offline' | 'busy' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent'; readonly answer: Answer }
  /** The service said no: a person must decide. */
  | { readonly kind: 'refused'; readonly failure: ApiFailure };

/** Something to send, kept until a person has seen what became of it. */
export interface UploadJob<Content, Answer> {
  readonly id: string;
  readonly content: Content;
  /** The same for every repetition, so that the service does it once. */
  readonly idempotencyKey: string;
  /** Tries since the content last changed. */
  readonly attempts: number;
  readonly state: UploadState<Answer>;
}

export type UploadOutcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };

/** The first wait, the longest one, and how often an error of the service itself is tried again. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;
const MOST_ERRORS = 5;

/**
 * The job after one attempt. Lost connections and a busy service are tried again, with waits that double and are drawn (`random`, 0
 * to 1) from their upper half, so that pages that lost the same service do not come back together.
 */
export function afterAttempt<Content, Answer>(
  job: UploadJob<Content, Answer>,
  outcome: UploadOutcome<Answer>,
  { now, random }: { readonly now: number; readonly random: number },
): UploadJob<Content, Answer> {
  const attempts = job.attempts + 1;
  if (outcome.kind === 'done') return { ...job, attempts, state: { kind: 'sent', answer: outcome.answer } };
  const why = reasonToWait(outcome.failure, attempts);
  if (why === null) return { ...job, attempts, state: { kind: 'refused', failure: outcome.failure } };
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return { ...job, attempts, state: { kind: 'waiting', why, nextTryAt: now + wait * (0.5 + random / 2) } };
}

function reasonToWait(failure: ApiFailure, attempts: number): 'offline' | 'busy' | null {
  switch (failure.kind) {
    case 'offline':
      return 'offline';
    case 'unexpected':
      return null;
    case 'problem': {
      const { status } = failure.problem;
      if (status === 429 || status === 503) return 'busy';
      return status >= 500 && attempts < MOST_ERRORS ? 'busy' : null;
    }
  }
}
