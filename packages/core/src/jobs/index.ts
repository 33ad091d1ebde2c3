export * from './job.ts';
export * from './job-kind.ts';
export * from './job-queue.port.ts';
export * from './job-registry.ts';
export * from './job-runner.port.ts';
