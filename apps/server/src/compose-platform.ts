import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { AuditLog } from '@snout/core/audit';
import { type ErasureUnitOfWork, resumeErasures } from '@snout/core/erasure';
import type { IdempotentRequests } from '@snout/core/idempotency';
import type { ImportsDeps } from '@snout/core/imports';
import type { JobOutcome } from '@snout/core/jobs';
import {
  type Mail,
  type MailOutbox,
  type MailPreferences,
  type MailSender,
  type PushSender,
  type PushSubscriptions,
  queuedMail,
  type UnsubscribeTokens,
} from '@snout/core/notifications';
import type { Clock, Ids, PhotoFetcher, PhotoStore } from '@snout/core/recognition';
import { mailDisabledWebhook, resumeDeliveries, type WebhookDeps, type WebhookUnit } from '@snout/core/webhooks';
import { createOutboxMailSender, createSmtpMailSender } from '@snout/mail';
import { createGuardedRequests, createPhotoFetcher, createPushSender, createWebhookSender, makeVapidKeys } from '@snout/outbound';
import {
  createAccountStore,
  createAuditLog,
  createErasureUnitOfWork,
  createIdempotentRequests,
  createMailPreferences,
  createPushSubscriptions,
  createRemindersUnit,
  createRetentionStore,
  createServiceSecrets,
  createWebhookStore,
  type Database,
  type Executor,
  endLeftClaims,
  type Jobs,
  openJobs,
  transact,
} from '@snout/postgres';
import type { ComposedPayments } from './compose-payments.ts';
import type { Config } from './config.ts';
import { createRegistry } from './jobs/create-registry.ts';
import type { Logger } from './logger.ts';
import { createMetrics, type Metrics, serveMetrics } from './observability/metrics.ts';
import { createUnsubscribeTokens } from './unsubscribe-tokens.ts';

/** What every feature may build on: work for later, messages to people and programs, the log of who did what. */
export interface Platform {
  readonly jobs: Jobs;
  readonly audit: AuditLog;
  readonly webhooks: WebhookDeps;
  /** Takes mails into the queue. */
  readonly mail: MailSender;
  readonly mailPreferences: MailPreferences;
  readonly unsubscribeTokens: UnsubscribeTokens;
  readonly push: { readonly subscriptions: PushSubscriptions; readonly sender: PushSender };
  /** For photos that are given by their address. */
  readonly photoFetcher: PhotoFetcher;
  readonly idempotentRequests: IdempotentRequests;
  readonly erasure: ErasureUnitOfWork;
  readonly metrics: Metrics;
  /** Begins to do jobs, and to serve the metrics where that is wanted. */
  start(): Promise<void>;
  /** Lets jobs under way end. */
  close(): Promise<void>;
}

export interface PlatformDeps {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What is erased has photos. */
  readonly photos: PhotoStore;
  /** For the jobs of imports; asked when these begin. */
  imports(): ImportsDeps;
  /** For the job that asks about payments; asked when it begins. */
  payments(): ComposedPayments;
  /** Hears of each mail that was handed over: the demo follows its links. */
  readonly mailed?: (mail: Mail) => void;
}

/** Of one photo: the most that the recogniser reads, in a time in which somebody still waits for the answer. */
const PHOTO_LIMITS = { maxBytes: 50_000_000, timeoutMs: 20_000 };

/** Part of the composition root: what does not know pets. */
export async function composePlatform({
  config,
  log,
  database,
  clock,
  ids,
  photos,
  imports,
  payments,
  mailed,
}: PlatformDeps): Promise<Platform> {
  const { db } = database;
  const outbound = createGuardedRequests({ allowed: config.outboundAllowed });
  const secrets = createServiceSecrets(db);
  const vapid = JSON.parse(await secrets.getOrMake('web-push', () => JSON.stringify(makeVapidKeys())));
  const push = {
    subscriptions: createPushSubscriptions(db),
    sender: createPushSender(outbound, { keys: vapid, contact: config.contact }),
  };
  const mail = heardOf(openMail(config, log), mailed);
  const unsubscribeTokens = createUnsubscribeTokens(await secrets.getOrMake('unsubscribe', () => randomBytes(32).toString('base64url')));
  const unitWithin = (transaction: Executor): WebhookUnit => {
    const inTransaction = { jobs: jobs.within(transaction), preferences: createMailPreferences(transaction) };
    const mailDeps = {
      ...inTransaction,
      accounts: createAccountStore(transaction),
      tokens: unsubscribeTokens,
      publicUrl: config.publicUrl,
    };
    return {
      webhooks: createWebhookStore(transaction),
      jobs: inTransaction.jobs,
      audit: createAuditLog(transaction),
      disabled: (endpoint) => mailDisabledWebhook(mailDeps, endpoint),
    };
  };
  const webhooks: WebhookDeps = {
    webhooks: createWebhookStore(db),
    sender: createWebhookSender(outbound),
    clock,
    ids,
    inUnit: (work) => transact(db, (transaction) => work(unitWithin(transaction))),
  };
  await endLeftClaims(database);
  const idempotentRequests = createIdempotentRequests(db);
  const erasure = createErasureUnitOfWork(database, { clock, ids, jobsWithin: (transaction) => jobs.within(transaction) });
  const reminders = {
    unit: createRemindersUnit(database, (transaction) => jobs.within(transaction)),
    tokens: unsubscribeTokens,
    publicUrl: config.publicUrl,
    clock,
  };
  const metrics = createMetrics();
  const registry = createRegistry({
    mail,
    push,
    webhooks,
    clock,
    retention: createRetentionStore(database),
    reminders,
    imports,
    payments,
    idempotency: { requests: idempotentRequests, clock },
    erasure: { unit: erasure, photos, clock, outbox: 'forget' in mail ? mail : null },
  });
  const jobs = await openJobs({ database, registry, report: reportTo(log, metrics) });
  metrics.watchWaiting(() => jobs.waiting());
  let metricsServer: Server | null = null;

  return {
    jobs,
    audit: createAuditLog(db),
    webhooks,
    mail: queuedMail(jobs),
    mailPreferences: createMailPreferences(db),
    unsubscribeTokens,
    push,
    photoFetcher: createPhotoFetcher(outbound, PHOTO_LIMITS),
    idempotentRequests,
    erasure,
    metrics,
    async start() {
      await resumeErasures({ unit: erasure });
      await resumeDeliveries(webhooks);
      await jobs.start();
      if (config.metrics) metricsServer = await serveMetrics(metrics, config.metrics);
    },
    async close() {
      metricsServer?.close();
      await jobs.close();
      mail.close?.();
    },
  };
}

function openMail(config: Config, log: Logger): (MailSender & { close?(): void }) | (MailSender & MailOutbox & { close?(): void }) {
  const { smtpUrl, from } = config.mail;
  if (smtpUrl !== null) return createSmtpMailSender({ url: smtpUrl, from });
  const folder = join(config.dataFolder, 'outbox');
  return createOutboxMailSender({ folder, from, written: (mail) => log.info(mail, 'no mail server (SMTP_URL): wrote the mail to a file') });
}

function heardOf<Sender extends MailSender>(sender: Sender, mailed: PlatformDeps['mailed']): Sender {
  if (mailed === undefined) return sender;
  return {
    ...sender,
    async send(mail, id) {
      await sender.send(mail, id);
      mailed(mail);
    },
  };
}

function reportTo(log: Logger, metrics: Metrics) {
  return {
    ended(outcome: JobOutcome) {
      metrics.jobEnded(outcome);
      const { name, id, attempt, kind, error } = outcome;
      if (kind === 'failed') log.warn({ job: name, jobId: id, attempt, err: error }, 'a job failed');
      else log.debug({ job: name, jobId: id, attempt }, 'a job was done');
    },
    fault: (error: Error) => log.error({ err: error }, 'the queue of jobs has a fault'),
  };
}
