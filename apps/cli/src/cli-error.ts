import { DomainError, type DomainErrorCode } from '@snout/core/recognition';
import { EXIT, type ExitCode } from './exit-code.ts';

/** The command line asks for something that cannot be done as it stands. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Models, database or disk do not allow the work. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const DOMAIN_EXIT: Readonly<Record<DomainErrorCode, ExitCode>> = {
  'pet-not-found': EXIT.usage,
  'photo-not-found': EXIT.usage,
  'no-photos': EXIT.usage,
  'name-missing': EXIT.usage,
  'templates-not-comparable': EXIT.environment,
  'templates-outdated': EXIT.environment,
  'photo-file-missing': EXIT.environment,
};

/** System errors that a person can do something about: no room, no right, read-only. */
const DISK_CODES = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'EIO', 'ENOTDIR', 'EISDIR', 'ENOENT']);

/** The one place that turns errors into exit codes and words. */
export function explainError(error: unknown, signal: AbortSignal): { readonly code: ExitCode; readonly message: string } {
  if (signal.aborted) return { code: EXIT.interrupted, message: 'Stopped.' };
  if (error instanceof UsageError) return { code: EXIT.usage, message: error.message };
  if (error instanceof EnvironmentError) return { code: EXIT.environment, message: error.message };
  if (error instanceof DomainError) return { code: DOMAIN_EXIT[error.code], message: error.message };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && DISK_CODES.has(error.code)) {
    return { code: EXIT.environment, message: error.message };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: EXIT.defect, message: `This is a defect of Snout. Please report it with these lines:\n${detail}` };
}
