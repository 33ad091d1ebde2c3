import { describe, expect, it } from 'vitest';
import { type AnyJob, createJobRegistry, defineJob, type JobKind, jobKind } from './index.ts';

const ONE = jobKind<Record<never, never>>('one');
const TWO = jobKind<Record<never, never>>('two');

function jobFor(kind: JobKind<Record<never, never>>): AnyJob {
  const options = { attempts: 1, retryAfterSeconds: 1, timeoutSeconds: 1, concurrency: 1 };
  return defineJob({ kind, payload: { parse: () => ({}) }, options, run: async () => {} });
}

describe('the registry of jobs', () => {
  it('knows every job by name', () => {
    const registry = createJobRegistry([ONE, TWO], [jobFor(TWO), jobFor(ONE)]);
    expect(registry.get('two').name).toBe('two');
    expect(() => registry.get('three')).toThrow(expect.objectContaining({ code: 'job-unknown' }));
  });

  it.each([
    ['job-without-handler', [ONE, TWO], [jobFor(ONE)]],
    ['job-unknown', [ONE], [jobFor(ONE), jobFor(TWO)]],
    ['job-duplicate', [ONE], [jobFor(ONE), jobFor(ONE)]],
    ['job-duplicate', [ONE, ONE], [jobFor(ONE)]],
  ])('refuses to start: %s', (code, kinds, jobs) => {
    expect(() => createJobRegistry(kinds, jobs)).toThrow(expect.objectContaining({ code }));
  });

  it.each(['', 'Deliver', 'deliver webhook', 'deliver_webhook', '-deliver', 'a--b'])('refuses the name %j', (name) => {
    expect(() => jobKind(name)).toThrow(RangeError);
  });
});
