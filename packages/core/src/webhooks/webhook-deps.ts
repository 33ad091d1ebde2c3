import type { AuditLog } from '../audit/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import type { Clock, Ids } from '../recognition/index.ts';
import type { WebhookEndpoint } from './webhook.ts';
import type { WebhookSender } from './webhook-sender.port.ts';
import type { WebhookStore } from './webhook-store.port.ts';

/** What changes together: the rows, and the jobs that follow from them. */
export interface WebhookUnit {
  readonly webhooks: WebhookStore;
  readonly jobs: JobQueue;
  readonly audit: Pick<AuditLog, 'append'>;
  /** Hears, in the same transaction, of an endpoint that was switched off by itself: to tell its people. */
  disabled?(endpoint: WebhookEndpoint): Promise<void>;
}

export interface WebhookDeps {
  readonly webhooks: WebhookStore;
  readonly sender: WebhookSender;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Runs `work` in one transaction. */
  inUnit<T>(work: (unit: WebhookUnit) => Promise<T>): Promise<T>;
}
