import { type FileFaultCode, ImportError } from '@snout/core/imports';

/** A file that is no import, as a whole. `limit`: the most that there may be. */
export function unreadable(code: FileFaultCode, message: string, limit?: number): ImportError {
  return new ImportError('import-unreadable', message, [{ field: 'file', code, message, ...(limit === undefined ? {} : { limit }) }]);
}
