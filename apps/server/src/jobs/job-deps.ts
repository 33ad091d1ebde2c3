import type { RunErasureDeps } from '@snout/core/erasure';
import type { IdempotentRequests } from '@snout/core/idempotency';
import type { ImportsDeps } from '@snout/core/imports';
import type { PaymentDeps, Reconciled } from '@snout/core/insurance';
import type { MailSender, PushSender, PushSubscriptions } from '@snout/core/notifications';
import type { Clock } from '@snout/core/recognition';
import type { PhotoRemindersDeps } from '@snout/core/reminders';
import type { RetentionStore } from '@snout/core/retention';
import type { WebhookDeps } from '@snout/core/webhooks';

/** What the jobs stand on; made in compose-platform.ts. */
export interface JobDeps {
  /** Delivers. */
  readonly mail: MailSender;
  readonly clock: Clock;
  readonly push: { readonly subscriptions: PushSubscriptions; readonly sender: PushSender };
  readonly webhooks: WebhookDeps;
  readonly erasure: RunErasureDeps;
  readonly retention: RetentionStore;
  readonly reminders: PhotoRemindersDeps;
  /** Made after the queue, which they use. */
  imports(): ImportsDeps;
  /** Made after the queue, as the rest of the service. */
  payments(): { readonly deps: PaymentDeps; tell(reconciled: Reconciled): void };
  readonly idempotency: { readonly requests: IdempotentRequests; readonly clock: Clock };
}
