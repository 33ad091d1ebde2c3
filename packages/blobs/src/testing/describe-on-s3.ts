import { afterAll, beforeAll, describe, it } from 'vitest';
import type { S3Settings } from '../s3-photo-store.ts';
import { type S3Server, startS3Server } from './start-s3-server.ts';

/** Path of a versitygw: `npm test` builds one where there is Go. */
const PROGRAM = process.env['SNOUT_TEST_S3_SERVER'];

/**
 * Tests that need a real S3 server; one is started for them. Where there is none they are skipped, and say so. `freshBucket`: settings of
 * a bucket that nobody has used, to be called within hooks and tests.
 */
export function describeOnS3(name: string, body: (freshBucket: () => S3Settings, startAnother: () => Promise<S3Server>) => void): void {
  describe(name, () => {
    if (PROGRAM === undefined || PROGRAM === '') {
      // biome-ignore lint/suspicious/noSkippedTests: there is no S3 server on every machine; skipped aloud
      it.skip('skipped: no S3 server (see tools/install-s3-server.mjs, or set SNOUT_TEST_S3_SERVER)', () => {});
      return;
    }
    let server: S3Server | undefined;
    let buckets = 0;
    beforeAll(async () => {
      server = await startS3Server(PROGRAM);
    });
    afterAll(() => server?.close());
    const freshBucket = () => {
      if (server === undefined) throw new Error('Only within a hook or a test.');
      buckets++;
      return server.settings(`photos-${buckets}`);
    };
    body(freshBucket, () => startS3Server(PROGRAM));
  });
}
