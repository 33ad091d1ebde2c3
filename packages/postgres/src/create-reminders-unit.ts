import type { JobQueue } from '@snout/core/jobs';
import type { PhotoRemindersDeps } from '@snout/core/reminders';
import { createMailPreferences } from './create-mail-preferences.ts';
import { createPushSubscriptions } from './create-push-subscriptions.ts';
import { createReminderStore } from './create-reminder-store.ts';
import type { Database, Executor } from './database.ts';
import { transact } from './transact.ts';

/** What reminding stands on, in one transaction. `jobsWithin`: the queue in it. */
export function createRemindersUnit(
  { db }: Pick<Database, 'db'>,
  jobsWithin: (executor: Executor) => JobQueue,
): PhotoRemindersDeps['unit'] {
  return {
    run: (work) =>
      transact(db, (transaction) =>
        work({
          reminders: createReminderStore(transaction),
          preferences: createMailPreferences(transaction),
          pushSubscriptions: createPushSubscriptions(transaction),
          jobs: jobsWithin(transaction),
        }),
      ),
  };
}
