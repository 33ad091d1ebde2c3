export * from './retention-store.port.ts';
