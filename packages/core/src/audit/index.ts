export * from './audit-entry.ts';
export * from './audit-log.port.ts';
export * from './audit-values.ts';
export * from './csv-line.ts';
export * from './export-audit.ts';
