export * from './database-snapshot.ts';
