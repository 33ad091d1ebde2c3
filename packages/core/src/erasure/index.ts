export * from './erasure.ts';
export * from './erasure-error.ts';
export * from './erasure-store.port.ts';
export * from './erasure-unit-of-work.port.ts';
export * from './plan-erasure.ts';
export * from './request-erasure.ts';
export * from './run-erasure.ts';
