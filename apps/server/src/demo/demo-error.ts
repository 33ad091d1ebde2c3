import type { ProblemDto } from '@snout/contract';

export type DemoErrorCode =
  /** Somebody's accounts or pets are here: a demo would mix with them. */
  | 'demo-needs-empty'
  /** The service refused something that the demo asks for. */
  | 'demo-failed';

/** The demo cannot be filled in; the message says what to do. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
  readonly code: DemoErrorCode;
  /** What the service answered, where it did. */
  readonly problem: ProblemDto | null;

  constructor(code: DemoErrorCode, message: string, problem: ProblemDto | null = null) {
    super(message);
    this.code = code;
    this.problem = problem;
  }
}
