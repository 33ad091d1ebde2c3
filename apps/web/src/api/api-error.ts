import type { ProblemDto } from '@snout/contract';

/** `problem`: the service said no, and why. `offline`: no answer. `unexpected`: an answer that breaks the contract. */
export type ApiFailure =
  | { readonly kind: 'problem'; readonly problem: ProblemDto }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unexpected' };

export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.kind === 'problem' ? failure.problem.code : failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** The problem the service answered with, when that is what `error` is. */
export function problemOf(error: unknown): ProblemDto | null {
  return error instanceof ApiError && error.failure.kind === 'problem' ? error.failure.problem : null;
}
