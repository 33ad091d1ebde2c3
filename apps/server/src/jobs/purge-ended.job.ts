import { resumeErasures } from '@snout/core/erasure';
import { type AnyJob, defineJob, jobKind } from '@snout/core/jobs';
import { KEPT_DAYS } from '@snout/core/retention';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

export const PURGE_ENDED = jobKind<Record<never, never>>('purge-ended');

const DAY_MS = 24 * 3_600_000;

/** Removes what has ended: sessions, links, invitations, keys, mails in files, the last traces of erasures. Takes up erasures that were given up. */
export function purgeEndedJob({ retention, erasure, clock }: Pick<JobDeps, 'retention' | 'erasure' | 'clock'>): AnyJob {
  return defineJob({
    kind: PURGE_ENDED,
    payload: z.object({}),
    schedule: '41 3 * * *',
    options: { attempts: 3, retryAfterSeconds: 60, timeoutSeconds: 3600, concurrency: 1 },
    run: async () => {
      const now = clock.now();
      const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
      await retention.removeEnded(now);
      await erasure.outbox?.removeBefore(before(KEPT_DAYS.outbox));
      await erasure.unit.run(({ erasures }) => erasures.removeFinishedBefore(before(KEPT_DAYS.erasures)));
      await resumeErasures(erasure);
      await retention.tidy();
    },
  });
}
