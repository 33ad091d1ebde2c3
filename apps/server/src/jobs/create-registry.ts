import { ERASE_TENANT } from '@snout/core/erasure';
import { RUN_IMPORT } from '@snout/core/imports';
import { createJobRegistry, type JobRegistry } from '@snout/core/jobs';
import { SEND_MAIL, SEND_PUSH } from '@snout/core/notifications';
import { DELIVER_WEBHOOK } from '@snout/core/webhooks';
import { deliverWebhookJob } from './deliver-webhook.job.ts';
import { eraseTenantJob } from './erase-tenant.job.ts';
import type { JobDeps } from './job-deps.ts';
import { PURGE_ENDED, purgeEndedJob } from './purge-ended.job.ts';
import { PURGE_IDEMPOTENT_REQUESTS, purgeIdempotentRequestsJob } from './purge-idempotent-requests.job.ts';
import { PURGE_WEBHOOK_DELIVERIES, purgeWebhookDeliveriesJob } from './purge-webhook-deliveries.job.ts';
import { RECONCILE_PAYMENTS, reconcilePaymentsJob } from './reconcile-payments.job.ts';
import { runImportJob } from './run-import.job.ts';
import { sendMailJob } from './send-mail.job.ts';
import { SEND_PHOTO_REMINDERS, sendPhotoRemindersJob } from './send-photo-reminders.job.ts';
import { sendPushJob } from './send-push.job.ts';
import { TEND_IMPORTS, tendImportsJob } from './tend-imports.job.ts';

/** Every kind that is enqueued anywhere. A kind without a job, or a job without its kind, refuses to start. */
const KINDS = [
  SEND_MAIL,
  SEND_PUSH,
  DELIVER_WEBHOOK,
  ERASE_TENANT,
  PURGE_WEBHOOK_DELIVERIES,
  PURGE_IDEMPOTENT_REQUESTS,
  RUN_IMPORT,
  TEND_IMPORTS,
  PURGE_ENDED,
  SEND_PHOTO_REMINDERS,
  RECONCILE_PAYMENTS,
];

/** All jobs of the service. */
export function createRegistry(deps: JobDeps): JobRegistry {
  return createJobRegistry(KINDS, [
    sendMailJob(deps),
    sendPushJob(deps),
    deliverWebhookJob(deps),
    eraseTenantJob(deps),
    purgeWebhookDeliveriesJob(deps),
    purgeIdempotentRequestsJob(deps),
    runImportJob(deps),
    tendImportsJob(deps),
    purgeEndedJob(deps),
    sendPhotoRemindersJob(deps),
    reconcilePaymentsJob(deps),
  ]);
}
