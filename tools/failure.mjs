/** Something a person can mend: its message is printed without a stack trace, and the process ends with 1. */
export class Failure extends Error {}

/**
 * The advice for an error of the file system, or the error itself when it is of another kind.
 * @param {unknown} error
 * @param {string} doing What was being done, e.g. "Keeping Node under .cache".
 * @returns {unknown}
 */
export function explainFileError(error, doing) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Failure(
      `${doing} failed: this folder cannot be written to (${code}). Copy the checkout to a folder you own, or mend its permissions.`,
    );
  }
  if (code === 'ENOSPC') return new Failure(`${doing} failed: the disk is full.`);
  return error;
}
