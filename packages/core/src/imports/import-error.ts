import type { FieldFault } from '../pets/index.ts';

export type ImportErrorCode = 'import-not-found' | 'import-unreadable';

/** Why a file is no import. */
export const FILE_FAULT_CODES = [
  'list-not-utf8',
  'list-empty',
  'list-too-large',
  'list-too-long',
  'csv-broken',
  'column-unknown',
  'column-missing',
  'column-twice',
  'zip-broken',
  'zip-grows',
  'zip-without-list',
  'zip-with-lists',
  'zips-twice',
] as const;
export type FileFaultCode = (typeof FILE_FAULT_CODES)[number];

/** The message says what is wrong and what to do. `faults`: with `import-unreadable`. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  readonly faults: readonly FieldFault<FileFaultCode>[];

  constructor(code: ImportErrorCode, message: string, faults: readonly FieldFault<FileFaultCode>[] = []) {
    super(message);
    this.name = 'ImportError';
    this.code = code;
    this.faults = faults;
  }
}
