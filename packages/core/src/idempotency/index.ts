export * from './idempotent-requests.port.ts';
