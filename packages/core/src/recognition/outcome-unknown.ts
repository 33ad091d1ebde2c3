/**
 * True for errors of ports after which what was asked for may have been done or not: a connection that was lost before the answer came.
 * Such errors carry `outcome: 'unknown'`. Nothing may be cleaned up then that would be missed if it was done.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Error && 'outcome' in error && error.outcome === 'unknown';
}
