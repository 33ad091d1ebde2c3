import { randomBytes, randomUUID } from 'node:crypto';
import { createSignIn } from '@snout/accounts';
import type { AccountStore, ApiKeyStore } from '@snout/core/accounts';
import type { AuditLog } from '@snout/core/audit';
import type { ImportsDeps } from '@snout/core/imports';
import type { JobRunner } from '@snout/core/jobs';
import type { Mail, PushSubscriptions } from '@snout/core/notifications';
import { createFakeMarkFinder, createFakeRecogniser, createInMemoryPhotoStore } from '@snout/core/testing';
import {
  createAccountStore,
  createAccountsUnitOfWork,
  createApiKeyStore,
  createApplicationDeps,
  createAuditLog,
  createErasureUnitOfWork,
  createGallery,
  createImportStore,
  createImportsUnitOfWork,
  createInsuranceDeps,
  createMailPreferences,
  createPeople,
  createPetsUnitOfWork,
  createPushSubscriptions,
  createSignInGuard,
  createWebhookStore,
  type Database,
  openInMemory,
} from '@snout/postgres';
import { createImportSource } from '@snout/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { webhooksOn } from './messages.ts';
import { createService, photoFetcherFor, type Service } from './service.ts';
import { markingTestPhotos, readingTestPhotos } from './test-photo.ts';

const ORIGIN = 'http://localhost';
export const PASSWORD = 'a long password';

/** The service with everything real below it but the models, in an embedded database. */
export interface ServiceWithAccounts {
  readonly service: Service;
  readonly accounts: AccountStore;
  readonly apiKeys: ApiKeyStore;
  readonly mails: readonly Mail[];
  readonly audit: AuditLog;
  readonly jobs: JobRunner;
  readonly push: { readonly subscriptions: PushSubscriptions };
  readonly database: Database;
}

export function withAccounts(): () => ServiceWithAccounts {
  let opened: ServiceWithAccounts | undefined;
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openInMemory();
    const { db } = database;
    const mails: Mail[] = [];
    const mail = {
      send: async (sent: Mail) => {
        mails.push(sent);
      },
    };
    const accounts = createAccountStore(db);
    const apiKeys = createApiKeyStore(db);
    const signIn = createSignIn({
      db,
      secret: 'a secret of the tests, long enough',
      publicUrl: ORIGIN,
      accounts,
      guard: createSignInGuard(db, { now: () => new Date() }),
      mail,
      audit: createAuditLog(db),
      warn: (error, message) => {
        throw error ?? new Error(message);
      },
    });
    const clock = { now: () => new Date() };
    const ids = { next: () => randomUUID() };
    const recognition = {
      recogniser: readingTestPhotos(createFakeRecogniser()),
      markFinder: markingTestPhotos(createFakeMarkFinder()),
      photos: createInMemoryPhotoStore(clock),
    };
    const { webhooks, jobs } = webhooksOn(createWebhookStore(db), clock, { imports: () => imports, audit: createAuditLog(db), mail });
    const push = { subscriptions: createPushSubscriptions(db), publicKey: 'the public key' };
    const erasure = createErasureUnitOfWork(database, { clock, ids, jobsWithin: () => jobs });
    const told = { erasure, webhooks, push, audit: createAuditLog(db), mailPreferences: createMailPreferences(db) };
    const petsUnitOfWork = createPetsUnitOfWork(database, { clock, ids, jobsWithin: () => jobs });
    const imports: ImportsDeps = {
      pets: { ...recognition, gallery: createGallery(database), petsUnitOfWork, clock, ids },
      imports: createImportStore(db),
      importsUnitOfWork: createImportsUnitOfWork(database, { clock, ids, jobsWithin: () => jobs }),
      importSource: createImportSource(),
      photoFetcher: photoFetcherFor([]),
    };
    const people = createPeople(db);
    const insurance = createInsuranceDeps(database, { clock, ids });
    const service = createService(imports.pets.gallery, {
      clientAddressHeader: 'x-finder',
      people,
      ...imports.pets,
      ...recognition,
      imports,
      insurance,
      applications: createApplicationDeps(database, {
        insurance,
        pets: imports.pets,
        randomBytes,
        publicUrl: 'http://localhost:4873',
        jobsWithin: () => jobs,
      }),
      petsUnitOfWork,
      signIn,
      accounts,
      apiKeys,
      accountsUnitOfWork: createAccountsUnitOfWork(database, () => mail),
      mail,
      clock,
      ...told,
    });
    opened = { service, accounts, apiKeys, mails, audit: told.audit, jobs, push, database };
  }, 300_000);
  afterAll(() => database?.close());
  return () => {
    if (!opened) throw new Error('Only within a test.');
    return opened;
  };
}

/** Somebody with a session, as the page has it. */
export interface Visitor {
  readonly id: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** POST with JSON. */
  tell(path: string, body: unknown, method?: 'POST' | 'PUT'): Promise<Response>;
}

/**
 * Signed in by the mailed link that verifies the address; the first, who runs the installation, at once. `verified` false: as accounts are
 * from before that link was asked of everybody.
 */
export async function signUp(
  opened: Pick<ServiceWithAccounts, 'service' | 'mails' | 'database'>,
  name: string,
  { verified = true } = {},
): Promise<Visitor> {
  const { service, mails, database } = opened;
  const email = `${name.toLowerCase()}@example.org`;
  const response = await service.request('/api/auth/sign-up/email', json({ name, email, password: PASSWORD }));
  expect(response.status).toBe(200);
  const link = mails.findLast((mail) => mail.to === email)?.text.match(/https?:\/\/\S+/)?.[0];
  const visitor = visitorWith(service, cookieOf(link === undefined ? response : await service.request(link)));
  const id = await idIn(visitor.ask('/api/me'));
  if (!verified) await sql`update users set email_verified = false where id = ${id}`.execute(database.db);
  return { ...visitor, id };
}

export function visitorWith(service: Service, cookie: string): Omit<Visitor, 'id'> {
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return service.request(path, { ...init, headers });
  };
  return { ask, tell: (path, body, method = 'POST') => ask(path, json(body, method)) };
}

export function json(body: unknown, method: 'POST' | 'PUT' = 'POST'): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

/** Of what was made or asked for. */
export async function idIn(response: Response | Promise<Response>): Promise<string> {
  return z.object({ id: z.string() }).parse(await (await response).json()).id;
}
