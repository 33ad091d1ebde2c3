import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createSignIn } from '@snout/accounts';
import { createFolderPhotoStore, createS3PhotoStore } from '@snout/blobs';
import type { ImportsDeps } from '@snout/core/imports';
import type { MarkFinder } from '@snout/core/matching';
import { queuedMail } from '@snout/core/notifications';
import { type PhotoStore, type Recogniser, type RecognitionDeps, sweepOrphanPhotos } from '@snout/core/recognition';
import {
  answers,
  createAccountStore,
  createAccountsUnitOfWork,
  createApiKeyStore,
  createApplicationDeps,
  createGallery,
  createImportStore,
  createImportsUnitOfWork,
  createInsuranceDeps,
  createPeople,
  createPetsUnitOfWork,
  createRateLimits,
  createReminderStore,
  createServiceSecrets,
  createSignInGuard,
  type Database,
  holdsNothing,
  openEmbedded,
  openServer,
} from '@snout/postgres';
import { createNodeMarkFinder, createNodeRecogniser } from '@snout/vision/node';
import { aboutService } from './about-service.ts';
import { type ComposedPayments, composePayments } from './compose-payments.ts';
import { composePlatform, type Platform, type PlatformDeps } from './compose-platform.ts';
import type { Config } from './config.ts';
import type { ApiApp } from './http/api-app.ts';
import { createApp } from './http/create-app.ts';
import { createKeyRates, createSharedKeyRates } from './http/key-rates.ts';
import { createImportSource } from './imports/create-import-source.ts';
import type { Logger } from './logger.ts';
import { sharpPhotoRenderer } from './photo-renderer.ts';
import { finderWithProblems, withProblems } from './recogniser-problems.ts';

export interface Composition {
  readonly app: ApiApp;
  /** Begins to do jobs. */
  start(): Promise<void>;
  /** Whether it holds neither accounts nor pets. */
  isEmpty(): Promise<boolean>;
  /** From now on `/ready` says no, so that no new requests are sent here. */
  retire(): void;
  /** After the last request: ends jobs and workers and closes the database. */
  close(): Promise<void>;
}

/** The only composition root: opens the data folder, checks and loads the models, and wires the service. */
export async function compose(config: Config, log: Logger, heard: Pick<PlatformDeps, 'mailed'> = {}): Promise<Composition> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const { database, recogniser, markFinder } = await openAll(config);
  const clock = { now: () => new Date() };
  const ids = { next: () => randomUUID() };
  let platform: Platform | null = null;
  let imports: ImportsDeps | null = null;
  let payments: ComposedPayments | null = null;
  const close = async () => {
    await platform?.close();
    await markFinder.close();
    await recogniser.close();
    await database.close();
  };
  try {
    const photos = await openPhotos(config);
    const later = { imports: () => present(imports), payments: () => present(payments) };
    platform = await composePlatform({ config, log, database, clock, ids, photos, ...later, ...heard });
    payments = await composePayments({ config, database, log, clock, ids });
    const { metrics, jobs, start, mailPreferences, unsubscribeTokens: tokens, webhooks, audit, push, idempotentRequests } = platform;
    const deps = {
      gallery: createGallery(database),
      petsUnitOfWork: createPetsUnitOfWork(database, { clock, ids, jobsWithin: jobs.within }),
      photos,
      recogniser: withProblems(recogniser),
      markFinder: finderWithProblems(markFinder),
      clock,
      ids,
    };
    imports = {
      pets: deps,
      imports: createImportStore(database.db),
      importsUnitOfWork: createImportsUnitOfWork(database, { clock, ids, jobsWithin: jobs.within }),
      importSource: createImportSource(),
      photoFetcher: platform.photoFetcher,
    };
    const { deleted } = await sweepOrphanPhotos(deps);
    if (deleted.length > 0) log.info({ files: deleted.length }, 'removed photo files that no pet refers to');
    await warnOfOutdatedTemplates(deps, log);
    const about = aboutService({ ...recogniser.models, marks: markFinder.model.id }, config.maxRequestBytes);
    const { allowedHosts, maxRequestBytes, webFolder, modelsFolder, publicUrl, clientAddressHeader } = config;
    const insurance = createInsuranceDeps(database, { clock, ids });
    const rateLimits = createRateLimits(database.db, clock);
    let isRetired = false;
    const isReady = async () => !isRetired && (await answers(database));
    const app = createApp({
      ...deps,
      ...(await openAccounts({ config, log, database, clock, mail: platform.mail, audit })),
      people: createPeople(database.db),
      rateLimits,
      publicUrl,
      clientAddressHeader,
      // Without an index of its own the database has other processes, too: they count together.
      keyRates: database.index ? createKeyRates(config.apiKeyRate) : createSharedKeyRates(rateLimits, config.apiKeyRate),
      renderer: sharpPhotoRenderer,
      about,
      log,
      allowedHosts,
      maxRequestBytes,
      webFolder,
      modelsFolder,
      metrics,
      idempotentRequests,
      photoFetcher: platform.photoFetcher,
      imports,
      insurance,
      payments: payments.deps,
      ...payments.desk,
      applications: createApplicationDeps(database, { insurance, pets: deps, randomBytes, publicUrl, jobsWithin: jobs.within }),
      isReady,
      unsubscribe: { preferences: mailPreferences, tokens },
      mailPreferences,
      webhooks,
      audit,
      erasure: platform.erasure,
      reminders: createReminderStore(database.db),
      accountsUnitOfWork: createAccountsUnitOfWork(database, (executor) => queuedMail(jobs.within(executor))),
      push: { subscriptions: push.subscriptions, publicKey: push.sender.publicKey },
    });
    const retire = () => {
      isRetired = true;
    };
    return { app, start, isEmpty: () => holdsNothing(database), retire, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Jobs begin after everything was made. */
function present<T>(made: T | null): T {
  if (made === null) throw new Error('A job began before the service was made.');
  return made;
}

async function openAccounts(opened: Pick<PlatformDeps, 'config' | 'log' | 'database' | 'clock'> & Pick<Platform, 'mail' | 'audit'>) {
  const { config, log, database, clock, mail, audit } = opened;
  const { db } = database;
  const accounts = createAccountStore(db);
  const secret = config.secret ?? (await createServiceSecrets(db).getOrMake('sign-in', () => randomBytes(32).toString('base64url')));
  const signIn = createSignIn({
    db,
    secret,
    publicUrl: config.publicUrl,
    accounts,
    guard: createSignInGuard(db, clock),
    mail,
    audit,
    warn: (error, message) => log.warn(error === undefined ? {} : { err: error }, message),
  });
  return { signIn, accounts, apiKeys: createApiKeyStore(db), mail };
}

interface Opened {
  readonly database: Database;
  readonly recogniser: Recogniser;
  readonly markFinder: MarkFinder;
}

/** Marks are found for one photo of a request at a time: more threads than this wait for processors that heads are looked for on. */
const MOST_MARK_WORKERS = 2;

/** Database and models at the same time, since each takes seconds; when one is refused, the others are closed again. */
async function openAll({ modelsFolder: modelsDir, workers, ...config }: Config): Promise<Opened> {
  const [database, recogniser, markFinder] = await Promise.allSettled([
    openDatabase(config),
    createNodeRecogniser({ modelsDir, workers }),
    createNodeMarkFinder({ modelsDir, workers: Math.min(MOST_MARK_WORKERS, workers) }),
  ]);
  if (database.status === 'fulfilled' && recogniser.status === 'fulfilled' && markFinder.status === 'fulfilled') {
    return { database: database.value, recogniser: recogniser.value, markFinder: markFinder.value };
  }
  const opened = [database, recogniser, markFinder];
  for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
  throw opened.find((one): one is PromiseRejectedResult => one.status === 'rejected')?.reason;
}

function openDatabase({ databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Database> {
  return databaseUrl === null ? openEmbedded(join(dataFolder, 'database')) : openServer(databaseUrl);
}

function openPhotos({ objectStorage, dataFolder }: Config): Promise<PhotoStore> {
  return objectStorage === null ? createFolderPhotoStore(join(dataFolder, 'photos')) : createS3PhotoStore(objectStorage);
}

/** Vectors of other models are not searched: somebody must know before pets go unrecognised. */
async function warnOfOutdatedTemplates(deps: RecognitionDeps, log: Logger): Promise<void> {
  const { embedder, pipeline } = deps.recogniser.models;
  const photos = await deps.gallery.countPhotosNotMadeBy({ model: embedder, pipeline });
  if (photos > 0) log.warn({ photos }, 'photos have templates of other models and are not searched: run "npx snout reembed"');
}
