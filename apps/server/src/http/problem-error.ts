import type { ProblemCode, ProblemDto } from '@snout/contract';

type ProblemMembers = Pick<ProblemDto, 'errors' | 'photos' | 'pets' | 'elsewhere' | 'retryAfterSeconds'>;

/** An answer that is not the good one; http/problem-mapper.ts turns it into problem details. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly members: ProblemMembers;

  /** `detail`: a sentence about this occurrence for the caller. */
  constructor(code: ProblemCode, detail?: string, members: ProblemMembers = {}) {
    super(detail ?? '');
    this.name = 'ProblemError';
    this.code = code;
    this.members = members;
  }
}
