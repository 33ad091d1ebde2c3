import { randomBytes, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { ImportsDeps } from '@snout/core/imports';
import type { Gallery } from '@snout/core/recognition';
import {
  createFakeMarkFinder,
  createFakeRecogniser,
  createFixedClock,
  createInMemoryApplications,
  createInMemoryIdempotentRequests,
  createInMemoryImports,
  createInMemoryPeople,
  createInMemoryPets,
  createInMemoryPhotoStore,
  createInMemoryPolicies,
  createInMemoryProducts,
  createInMemoryRateLimits,
} from '@snout/core/testing';
import { createGuardedRequests, createPhotoFetcher } from '@snout/outbound';
import { type AppDeps, createApp, createImportSource, createKeyRates, createLogger, sharpPhotoRenderer } from '@snout/server';
import { messagesInMemory } from './messages.ts';
import { sandboxPayments } from './sandbox-payments.ts';
import { OPERATOR, signedInAs } from './signed-in.ts';
import { markingTestPhotos, readingTestPhotos } from './test-photo.ts';

export type Service = ReturnType<typeof createApp>;

/** The HTTP service on a gallery, with a recogniser that sees what the test photos say. */
export function createService(gallery: Gallery, changes: Partial<AppDeps> = {}): Service {
  const recogniser = readingTestPhotos(createFakeRecogniser());
  const markFinder = markingTestPhotos(createFakeMarkFinder());
  const clock = createFixedClock();
  const { detector, embedder, quality, pipeline } = recogniser.models;
  const products = createInMemoryProducts(new Map());
  const policies = createInMemoryPolicies();
  const applications = createInMemoryApplications();
  const { petsUnitOfWork } = createInMemoryPets();
  const photos = createInMemoryPhotoStore(clock);
  const messages = messagesInMemory(clock);
  const ids = { next: () => randomUUID() };
  const deps: Omit<AppDeps, 'imports' | 'accountsUnitOfWork'> = {
    gallery,
    petsUnitOfWork,
    ...signedInAs(OPERATOR),
    ...messages,
    insurance: { products, policies, clock, ids, inUnit: (work) => work({ products, policies, audit: messages.audit }) },
    applications: {
      insurance: { products, policies, clock, ids },
      pets: { gallery, petsUnitOfWork, photos, recogniser },
      applications,
      randomBytes,
      publicUrl: 'http://localhost:4873',
      inUnit: (work) => petsUnitOfWork.run((stores) => work({ policies, applications, audit: messages.audit, pets: stores })),
    },
    payments: sandboxPayments(clock).deps,
    people: createInMemoryPeople(),
    rateLimits: createInMemoryRateLimits(clock),
    publicUrl: 'http://localhost:4873',
    clientAddressHeader: null,
    keyRates: createKeyRates(10_000),
    photos,
    reminders: { photoTimes: async () => [] },
    erasure: { run: () => Promise.reject(new Error('This test erases nothing.')) },
    recogniser,
    markFinder,
    idempotentRequests: createInMemoryIdempotentRequests(),
    photoFetcher: photoFetcherFor([]),
    clock,
    ids,
    renderer: sharpPhotoRenderer,
    about: {
      name: 'Snout',
      version: '0.0.0',
      models: { detector, embedder, quality, marks: markFinder.model.id, pipeline },
      limits: { photosPerRequest: 20, requestBytes: 1 },
      licence: { code: 'Apache-2.0', weights: 'CC-BY-4.0', attribution: 'tests' },
    },
    log: createLogger('silent'),
    allowedHosts: ['snout.example'],
    maxRequestBytes: 5 * 1024 * 1024,
    webFolder: resolve(import.meta.dirname, 'web'),
    modelsFolder: resolve(import.meta.dirname, '../../models'),
    ...changes,
  };
  const accountsUnitOfWork = changes.accountsUnitOfWork ?? { run: (work) => work(deps) };
  return createApp({ ...deps, accountsUnitOfWork, imports: changes.imports ?? withoutImports(deps) });
}

/** Files are read, and their rows are done by nobody. */
function withoutImports(deps: Omit<AppDeps, 'imports' | 'accountsUnitOfWork'>): ImportsDeps {
  const imports = createInMemoryImports();
  const jobs = { enqueue: async () => null, cancel: async () => {}, forget: async () => {} };
  const stores = { imports, jobs, audit: deps.audit, publish: async () => {} };
  return {
    pets: deps,
    imports,
    importsUnitOfWork: { run: (work) => work(stores) },
    importSource: createImportSource(),
    photoFetcher: deps.photoFetcher,
  };
}

/** As the service's own; `allowed`: networks that are not public. */
export function photoFetcherFor(allowed: readonly string[]) {
  return createPhotoFetcher(createGuardedRequests({ allowed }), { maxBytes: 1_000_000, timeoutMs: 2000 });
}

/** A form with photos, named a.jpg, b.jpg ..., and other fields. */
export function form(photos: readonly Uint8Array<ArrayBuffer>[], fields: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData();
  for (const [index, bytes] of photos.entries()) data.append('photos', new File([bytes], `${String.fromCharCode(97 + index)}.jpg`));
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** Status and JSON of an answer. */
export async function answerOf(response: Response | Promise<Response>): Promise<{ status: number; body: unknown }> {
  const settled = await response;
  return { status: settled.status, body: await settled.json() };
}
