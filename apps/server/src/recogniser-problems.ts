import type { MarkFinder } from '@snout/core/matching';
import type { Recogniser } from '@snout/core/recognition';
import { ProblemError } from './http/problem-error.ts';

/** Refusals of the recogniser that the caller can do something about, by the code they carry. */
const PROBLEMS_BY_CODE: Readonly<Record<string, () => ProblemError>> = {
  'queue-full': () => new ProblemError('busy'),
  'box-outside-photo': () =>
    new ProblemError('invalid-request', undefined, {
      errors: [{ field: 'boxes', code: 'invalid', message: 'A box lies outside of its photo.' }],
    }),
};

/** The recogniser with its refusals as problems of the API; all else passes as it is. */
export function withProblems(recogniser: Recogniser): Recogniser {
  return {
    models: recogniser.models,
    analyse: (bytes, options) => asProblem(() => recogniser.analyse(bytes, options)),
    close: () => recogniser.close(),
  };
}

/** The same for the finder of marks. */
export function finderWithProblems(finder: MarkFinder): MarkFinder {
  return {
    model: finder.model,
    find: (bytes, region, options) => asProblem(() => finder.find(bytes, region, options)),
    close: () => finder.close(),
  };
}

async function asProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw (hasCode(error) && PROBLEMS_BY_CODE[error.code]?.()) || error;
  }
}

function hasCode(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
