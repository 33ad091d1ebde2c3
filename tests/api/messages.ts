import { randomUUID } from 'node:crypto';
import type { AuditLog } from '@snout/core/audit';
import { type ImportsDeps, RUN_IMPORT } from '@snout/core/imports';
import { createJobRegistry, defineJob, type JobQueue, type JobRunner } from '@snout/core/jobs';
import { type Mail, type MailSender, SEND_MAIL } from '@snout/core/notifications';
import type { Clock } from '@snout/core/recognition';
import {
  createInMemoryAuditLog,
  createInMemoryJobs,
  createInMemoryMailPreferences,
  createInMemoryPushSubscriptions,
  createInMemoryWebhooks,
} from '@snout/core/testing';
import { DELIVER_WEBHOOK, deliverWebhook, type WebhookDeps, type WebhookStore } from '@snout/core/webhooks';
import { type AppDeps, runImportJob } from '@snout/server';
import { z } from 'zod';

export type Messages = Pick<AppDeps, 'audit' | 'mailPreferences' | 'push' | 'webhooks'> & { readonly jobs: JobQueue & JobRunner };

const payload = z.object({ tenantId: z.string(), deliveryId: z.string(), attempt: z.int() });

/** The log, and what tells people and programs, in memory. Receivers of webhooks answer 200. */
export function messagesInMemory(clock: Clock): Messages {
  return {
    ...webhooksOn(createInMemoryWebhooks(), clock),
    audit: createInMemoryAuditLog(),
    mailPreferences: createInMemoryMailPreferences(),
    push: { subscriptions: createInMemoryPushSubscriptions(), publicKey: 'the public key' },
  };
}

export interface JobsOfTests {
  /** For the jobs of imports, made after the queue. */
  readonly imports?: () => ImportsDeps;
  readonly audit?: Pick<AuditLog, 'append'>;
  /** Takes what is mailed; without it mails are thrown away. */
  readonly mail?: MailSender;
}

/** Only `https` addresses are called. */
export function webhooksOn(webhooks: WebhookStore, clock: Clock, more: JobsOfTests = {}): Pick<Messages, 'webhooks' | 'jobs'> {
  const { imports, mail, audit = createInMemoryAuditLog() } = more;
  let secrets = 0;
  const job = defineJob({
    kind: DELIVER_WEBHOOK,
    payload,
    options: { attempts: 1, retryAfterSeconds: 1, timeoutSeconds: 60, concurrency: 1 },
    run: async (told, { signal }) => void (await deliverWebhook(deps, told, signal)),
  });
  const mailing = defineJob({
    kind: SEND_MAIL,
    payload: { parse: (stored: unknown) => stored as Mail },
    options: { attempts: 1, retryAfterSeconds: 1, timeoutSeconds: 60, concurrency: 1 },
    run: async (sent) => void (await mail?.send(sent)),
  });
  const registry = imports
    ? createJobRegistry([DELIVER_WEBHOOK, SEND_MAIL, RUN_IMPORT], [job, mailing, runImportJob({ imports })])
    : createJobRegistry([DELIVER_WEBHOOK, SEND_MAIL], [job, mailing]);
  const jobs = createInMemoryJobs(registry, clock);
  const deps: WebhookDeps = {
    webhooks,
    clock,
    ids: { next: () => randomUUID() },
    sender: {
      send: async () => ({ kind: 'answered', status: 200 }),
      makeSecret: () => `whsec_${++secrets}`,
      problemOf: (url) => (url.startsWith('https:') ? null : 'Only https.'),
    },
    inUnit: (work) => work({ webhooks, jobs, audit }),
  };
  return { webhooks: deps, jobs };
}
