import { PROBLEMS, type ProblemCode, type ProblemDto, problemType } from '@snout/contract';
import { ErasureError } from '@snout/core/erasure';
import { ImportError } from '@snout/core/imports';
import { InsuranceError } from '@snout/core/insurance';
import { LostAndFoundError, type LostAndFoundErrorCode } from '@snout/core/lost-and-found';
import { PetError, type PetErrorCode } from '@snout/core/pets';
import { DomainError, type DomainErrorCode } from '@snout/core/recognition';
import { WebhookError } from '@snout/core/webhooks';
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

/** The same of pets and their carers; `profile-invalid` names the fields. */
const PET_PROBLEMS: Record<PetErrorCode, ProblemCode> = {
  'pet-not-found': 'pet-not-found',
  'profile-invalid': 'invalid-request',
  'pet-changed': 'pet-changed',
  'owner-only': 'owner-only',
  'invitation-not-found': 'invitation-not-found',
  'invitation-over': 'invitation-over',
  'own-invitation': 'own-invitation',
  'merge-impossible': 'merge-impossible',
  'merge-not-found': 'merge-not-found',
  'merge-stays': 'merge-stays',
  'share-not-found': 'share-not-found',
};

const LOST_AND_FOUND_PROBLEMS: Record<LostAndFoundErrorCode, ProblemCode> = {
  'found-ticket-over': 'found-ticket-over',
  'found-message-empty': 'invalid-request',
  'found-messages-too-many': 'found-messages-too-many',
};

/** What adapters say when a server behind them does not answer now: the request was in order, and may be sent again. */
const UNAVAILABLE = new Set(['database-unavailable', 'photo-store-unavailable']);

/** No room for a photo; and disk_full as PostgreSQL says it (SQLSTATE). */
const FULL = new Set(['photo-store-full', '53100']);

/** What PostgreSQL says who has undone a transaction for the sake of others, again and again: see transact.ts in packages/postgres. */
const UNDONE = new Set(['40P01', '40001']);

/** What PostgreSQL says of a text that it cannot keep, such as one with a NUL: sent by a program, never typed. */
const TEXT_REFUSED = new Set(['22021', '22P05']);

/** And of a row of somebody who was erased while the request was under way. */
const REFERENCE_REFUSED = '23503';
const REFERENCE_TO_SOMEBODY = /_(tenant|user|person)_id_fkey$/;

/** A queue of photos is done in about this time, and a database has restarted. */
const RETRY_AFTER_SECONDS = 5;

/** The one place where an error becomes an answer: problem details, RFC 9457. Internal messages never leave. */
export function problemResponse(error: unknown, context: Context<AppEnvironment>): Response {
  const { code, detail, members } = describe(error);
  const { status, title } = PROBLEMS[code];
  const log = context.get('log');
  if (status === 500) log?.error({ err: error }, 'request failed');
  if (code === 'unavailable') log?.warn({ err: error }, 'a server behind this one does not answer');
  if (code === 'storage-full') log?.error({ err: error }, 'there is no room left');
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
  if (members?.retryAfterSeconds !== undefined) context.header('retry-after', String(members.retryAfterSeconds));
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
  if (error instanceof PetError) {
    const errors = [...error.faults];
    return { code: PET_PROBLEMS[error.code], detail: error.message, ...(errors.length > 0 ? { members: { errors } } : {}) };
  }
  if (error instanceof ErasureError) {
    return { code: error.code === 'erasure-not-allowed' ? 'role-lacking' : error.code, detail: error.message };
  }
  if (error instanceof ImportError) {
    const errors = [...error.faults];
    return { code: error.code, detail: error.message, ...(errors.length > 0 ? { members: { errors } } : {}) };
  }
  if (error instanceof InsuranceError) return describeInsurance(error);
  if (error instanceof LostAndFoundError) return { code: LOST_AND_FOUND_PROBLEMS[error.code], detail: error.message };
  if (error instanceof WebhookError) return { code: error.code, detail: error.message };
  if (error instanceof Error && 'code' in error && UNAVAILABLE.has(String(error.code))) return { code: 'unavailable' };
  if (error instanceof HTTPException) return describeHttpException(error);
  return describeRefusal(error) ?? { code: 'internal-error' };
}

function describeInsurance({ code, message, faults }: InsuranceError): Described {
  // The codes of these faults are the domain's own, and in the product itself; here the message says it.
  const errors = faults.map((fault) => ({ field: fault.field, code: 'invalid' as const, message: fault.message }));
  return { code, detail: message, ...(errors.length > 0 ? { members: { errors } } : {}) };
}

/** What the database and the store of photos say of what was sent, of whom it concerns, and of the room there is. */
function describeRefusal(error: unknown): Described | null {
  if (hasCode(error, FULL)) return { code: 'storage-full' };
  if (hasCode(error, UNDONE)) return { code: 'unavailable' };
  if (hasCode(error, TEXT_REFUSED))
    return { code: 'invalid-request', detail: 'A text holds a NUL or another character that cannot be kept.' };
  return isOfSomebodyGone(error) ? { code: 'tenant-not-found' } : null;
}

/** The database library wraps what the database says. */
function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && codes.has(String(error.code))) || hasCode(error.cause, codes);
}

function isOfSomebodyGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, constraint } = { code: '', constraint: '', ...error };
  return (code === REFERENCE_REFUSED && REFERENCE_TO_SOMEBODY.test(constraint)) || isOfSomebodyGone(error.cause);
}

/** Hono's own: a body that is not what its content type says, and the like. */
function describeHttpException(error: HTTPException): Described {
  if (error.status === 413) return { code: 'request-too-large' };
  if (error.status === 404) return { code: 'not-found' };
  if (error.status < 500) return { code: 'invalid-request', detail: error.message };
  return { code: 'internal-error' };
}
