export * from './import-error.ts';
export * from './import-record.ts';
export * from './import-results-csv.ts';
export * from './import-source.port.ts';
export * from './import-store.port.ts';
export * from './imports-deps.ts';
export * from './run-import.ts';
export * from './start-import.ts';
