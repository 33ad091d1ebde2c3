import { type AnyJob, defineJob, jobKind } from '@snout/core/jobs';
import { sendPhotoReminders } from '@snout/core/reminders';
import { z } from 'zod';
import type { JobDeps } from './job-deps.ts';

export const SEND_PHOTO_REMINDERS = jobKind<Record<never, never>>('send-photo-reminders');

/** Once a day, when it is day in Europe and in China. Begun again after a crash it goes on where it was, since each reminder is noted. */
export function sendPhotoRemindersJob({ reminders }: Pick<JobDeps, 'reminders'>): AnyJob {
  return defineJob({
    kind: SEND_PHOTO_REMINDERS,
    payload: z.object({}),
    schedule: '7 8 * * *',
    options: { attempts: 5, retryAfterSeconds: 60, timeoutSeconds: 3600, concurrency: 1 },
    run: async (_told, { signal }) => {
      await sendPhotoReminders(reminders, signal);
    },
  });
}
