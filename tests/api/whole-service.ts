import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createSignIn } from '@snout/accounts';
import { createFolderPhotoStore } from '@snout/blobs';
import type { AuditLog } from '@snout/core/audit';
import type { RunErasureDeps } from '@snout/core/erasure';
import type { ImportsDeps } from '@snout/core/imports';
import { type Mail, type MailSender, queuedMail } from '@snout/core/notifications';
import type { PhotoStore } from '@snout/core/recognition';
import { createFakeMarkFinder, createFakeRecogniser } from '@snout/core/testing';
import type { WebhookDeps } from '@snout/core/webhooks';
import { createOutboxMailSender } from '@snout/mail';
import {
  createAccountStore,
  createAccountsUnitOfWork,
  createApiKeyStore,
  createApplicationDeps,
  createAuditLog,
  createErasureUnitOfWork,
  createGallery,
  createIdempotentRequests,
  createImportStore,
  createImportsUnitOfWork,
  createInsuranceDeps,
  createMailPreferences,
  createPaymentUnits,
  createPetsUnitOfWork,
  createPushSubscriptions,
  createReminderStore,
  createRemindersUnit,
  createRetentionStore,
  createSignInGuard,
  createWebhookStore,
  type Database,
  type Executor,
  type Jobs,
  openEmbedded,
  openJobs,
  transact,
} from '@snout/postgres';
import { type AppDeps, createImportSource, createRegistry } from '@snout/server';
import { sandboxPayments } from './sandbox-payments.ts';
import { createService, photoFetcherFor, type Service } from './service.ts';
import { markingTestPhotos, readingTestPhotos } from './test-photo.ts';

export interface WholeService {
  readonly service: Service;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly photos: PhotoStore;
  readonly audit: AuditLog;
  readonly erasure: RunErasureDeps;
  /** Those that were handed over: of accounts at once, others by jobs. */
  readonly mails: readonly Mail[];
  /** Seconds that the clock is ahead. */
  setAhead(seconds: number): void;
  close(): Promise<void>;
}

export const ORIGIN = 'http://localhost';

type WholeDeps = Pick<AppDeps, 'accountsUnitOfWork' | 'petsUnitOfWork' | 'webhooks' | 'idempotentRequests'>;

/**
 * The service on one folder, with everything as it is in production but the models, and receivers of webhooks and push, which say yes.
 * `change`: what the HTTP layer is to stand on instead; `open`: a database elsewhere than in the folder.
 */
export async function openWholeService(
  folder: string,
  change: (deps: WholeDeps) => Partial<AppDeps> = () => ({}),
  open: () => Promise<Database> = () => openEmbedded(join(folder, 'database')),
): Promise<WholeService> {
  const database = await open();
  const { db } = database;
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead * 1000) };
  const ids = { next: () => randomUUID() };
  const photos = await createFolderPhotoStore(join(folder, 'photos'));
  const outbox = createOutboxMailSender({ folder: join(folder, 'outbox'), from: 'snout@localhost', written: () => {} });
  const jobsWithin = (executor: Executor) => jobs.within(executor);
  const webhookUnit = (executor: Executor) => ({
    webhooks: createWebhookStore(executor),
    jobs: jobsWithin(executor),
    audit: createAuditLog(executor),
  });
  const webhooks: WebhookDeps = {
    webhooks: createWebhookStore(db),
    clock,
    ids,
    sender: { send: async () => ({ kind: 'answered', status: 200 }), makeSecret: () => `whsec_${randomUUID()}`, problemOf: () => null },
    inUnit: (work) => transact(db, (transaction) => work(webhookUnit(transaction))),
  };
  const push = {
    subscriptions: createPushSubscriptions(db),
    sender: { publicKey: 'the public key', send: async () => 'sent' as const },
  };
  const unit = createErasureUnitOfWork(database, { clock, ids, jobsWithin });
  const erasure = { unit, photos, clock, outbox };
  const idempotentRequests = createIdempotentRequests(db);
  const imports: ImportsDeps = {
    pets: {
      gallery: createGallery(database),
      petsUnitOfWork: createPetsUnitOfWork(database, { clock, ids, jobsWithin }),
      recogniser: readingTestPhotos(createFakeRecogniser()),
      markFinder: markingTestPhotos(createFakeMarkFinder()),
      photos,
      clock,
      ids,
    },
    imports: createImportStore(db),
    importsUnitOfWork: createImportsUnitOfWork(database, { clock, ids, jobsWithin }),
    importSource: createImportSource(),
    photoFetcher: photoFetcherFor([]),
  };
  const tokens = { make: (person: string, kind: string) => `${person}+${kind}`, read: () => null };
  const mails: Mail[] = [];
  const mail: MailSender = {
    async send(sent, id) {
      mails.push(sent);
      await outbox.send(sent, id);
    },
  };
  const { deps: payments } = sandboxPayments(clock, createPaymentUnits(database));
  const registry = createRegistry({
    mail,
    push,
    webhooks,
    clock,
    retention: createRetentionStore(database),
    reminders: { unit: createRemindersUnit(database, jobsWithin), tokens, publicUrl: ORIGIN, clock },
    idempotency: { requests: idempotentRequests, clock },
    erasure,
    imports: () => imports,
    payments: () => ({ deps: payments, tell: () => {} }),
  });
  const jobs = await openJobs({ database, registry });
  const accounts = createAccountStore(db);
  const audit = createAuditLog(db);
  const signIn = createSignIn({
    db,
    secret: 'a secret of the tests, long enough',
    publicUrl: ORIGIN,
    accounts,
    guard: createSignInGuard(db, clock),
    mail,
    audit,
    warn: (error, message) => {
      throw error ?? new Error(message);
    },
  });
  const petsUnitOfWork = createPetsUnitOfWork(database, { clock, ids, jobsWithin });
  const insurance = createInsuranceDeps(database, { clock, ids });
  const accountsUnitOfWork = createAccountsUnitOfWork(database, (executor) => queuedMail(jobsWithin(executor)));
  const service = createService(createGallery(database), {
    payments,
    signIn,
    accounts,
    apiKeys: createApiKeyStore(db),
    mail,
    clock,
    ids,
    audit,
    push: { subscriptions: push.subscriptions, publicKey: push.sender.publicKey },
    mailPreferences: createMailPreferences(db),
    webhooks,
    idempotentRequests,
    photos,
    petsUnitOfWork,
    erasure: unit,
    reminders: createReminderStore(db),
    accountsUnitOfWork,
    imports,
    insurance,
    applications: createApplicationDeps(database, { insurance, pets: imports.pets, randomBytes, publicUrl: ORIGIN, jobsWithin }),
    ...change({ accountsUnitOfWork, petsUnitOfWork, webhooks, idempotentRequests }),
  });
  return {
    service,
    database,
    jobs,
    photos,
    audit,
    erasure,
    mails,
    setAhead(seconds) {
      ahead = seconds;
    },
    async close() {
      await jobs.close();
      await database.close();
    },
  };
}
