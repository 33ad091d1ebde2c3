import { type JobQueue, jobKind } from '../jobs/index.ts';
import type { PushMessage, PushSender } from './push-sender.port.ts';
import type { PushSubscriptions } from './push-subscriptions.port.ts';

/** One message to one browser, so that a retry reaches no other browser twice. */
export const SEND_PUSH = jobKind<{ readonly subscriptionId: string; readonly message: PushMessage }>('send-push');

/** Enqueues a message to each browser of a person; gives their number. */
export async function pushPerson(
  deps: { readonly jobs: JobQueue; readonly subscriptions: PushSubscriptions },
  personId: string,
  message: PushMessage,
): Promise<number> {
  const subscriptions = await deps.subscriptions.of(personId);
  for (const { id } of subscriptions) await deps.jobs.enqueue(SEND_PUSH, { subscriptionId: id, message });
  return subscriptions.length;
}

/** Sends one message, and forgets the browser when it is gone. Does nothing for one that was forgotten meanwhile. */
export async function sendPush(
  deps: { readonly subscriptions: PushSubscriptions; readonly sender: PushSender },
  { subscriptionId, message }: { readonly subscriptionId: string; readonly message: PushMessage },
): Promise<'sent' | 'gone'> {
  const subscription = await deps.subscriptions.find(subscriptionId);
  if (subscription === null) return 'gone';
  const result = await deps.sender.send(subscription, message);
  if (result === 'gone') await deps.subscriptions.remove(subscriptionId);
  return result;
}
