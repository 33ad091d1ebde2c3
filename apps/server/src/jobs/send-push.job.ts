import { type AnyJob, defineJob } from '@snout/core/jobs';
import { SEND_PUSH, sendPush } from '@snout/core/notifications';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

const payload = z.object({
  subscriptionId: z.string(),
  message: z.object({ title: z.string(), body: z.string(), path: z.string(), tag: z.string().exactOptional() }),
});

/** One message to one browser. Sent twice after a crash: its tag makes the second replace the first. */
export function sendPushJob({ push }: Pick<JobDeps, 'push'>): AnyJob {
  return defineJob({
    kind: SEND_PUSH,
    payload,
    options: { attempts: 6, retryAfterSeconds: 30, timeoutSeconds: 60, concurrency: 2 },
    run: async (told) => {
      await sendPush(push, told);
    },
  });
}
