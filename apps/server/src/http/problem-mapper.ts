import { PROBLEMS, type ProblemCode, type ProblemDto, problemType } from '@snout/contract';
import { DomainError, type DomainErrorCode } from '@snout/core/recognition';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppEnvironment } from './app-environment.ts';
import { ProblemError } from './problem-error.ts';

/** Violations the domain reports, as problems of the API. */
const DOMAIN_PROBLEMS: Record<DomainErrorCode, ProblemCode> = {
  'pet-not-found': 'pet-not-found',
  'photo-not-found': 'photo-not-found',
  'photo-file-missing': 'photo-file-missing',
  'no-photos': 'invalid-request',
  'name-missing': 'invalid-request',
  'templates-outdated': 'templates-outdated',
  'templates-not-comparable': 'internal-error',
};

/** A queue of photos is done in about this time. */
const RETRY_AFTER_SECONDS = 5;

/** The one place where an error becomes an answer: problem details, RFC 9457. Internal messages never leave. */
export function problemResponse(error: unknown, context: Context<AppEnvironment>): Response {
  const { code, detail, members } = describe(error);
  const { status, title } = PROBLEMS[code];
  const log = context.get('log');
  if (status === 500) log?.error({ err: error }, 'request failed');
  const requestId = context.get('requestId');
  const body: ProblemDto = {
    type: problemType(code),
    code,
    title,
    status,
    ...(detail ? { detail } : {}),
    ...(requestId ? { requestId } : {}),
    ...members,
  };
  if (status === 503) context.header('retry-after', String(RETRY_AFTER_SECONDS));
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

interface Described {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly members?: ProblemError['members'];
}

function describe(error: unknown): Described {
  if (error instanceof ProblemError) return { code: error.code, detail: error.message, members: error.members };
  if (error instanceof DomainError) {
    const code = DOMAIN_PROBLEMS[error.code];
    return code === 'internal-error' ? { code } : { code, detail: error.message };
  }
  if (error instanceof HTTPException) return describeHttpException(error);
  return { code: 'internal-error' };
}

/** Hono's own: a body that is not what its content type says, and the like. */
function describeHttpException(error: HTTPException): Described {
  if (error.status === 413) return { code: 'request-too-large' };
  if (error.status === 404) return { code: 'not-found' };
  if (error.status < 500) return { code: 'invalid-request', detail: error.message };
  return { code: 'internal-error' };
}
