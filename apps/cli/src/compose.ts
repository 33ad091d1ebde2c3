import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createFolderPhotoStore, createS3PhotoStore, PhotoStoreError } from '@snout/blobs';
import type { TenantId } from '@snout/core/accounts';
import type { MarkFinder } from '@snout/core/matching';
import type { PhotoStore, Recogniser } from '@snout/core/recognition';
import {
  assertNoEmbeddedDatabase,
  assertServerEmpty,
  createGallery,
  type Database,
  DatabaseError,
  hasTenant,
  openEmbedded,
  openServer,
  readSnapshot,
  restoreEmbedded,
  restoreServer,
} from '@snout/postgres';
import {
  createNodeMarkFinder,
  createNodeRecogniser,
  ModelError,
  type NodeMarkFinder,
  type NodeRecogniser,
  saveCalibration,
  saveMarksCalibration,
} from '@snout/vision/node';
import manifest from '../package.json' with { type: 'json' };
import { EnvironmentError, UsageError } from './cli-error.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import type { StorageConfig } from './config.ts';
import type { StopSignals } from './stop-signals.ts';
import { createTerminal } from './terminal.ts';

/** All photos of one enrolment may wait for a worker at the same time. */
const MAX_QUEUE = 200;

/** The only place that names adapters: real models, database and photos where the service has them, this terminal. */
export function createContext({ signal, release }: StopSignals, readStorage: () => StorageConfig): CommandContext {
  return {
    terminal: createTerminal(process),
    signal,
    stopAtOnce: release,
    now: () => new Date(),
    version: manifest.version,
    async openRecogniser(options) {
      const recogniser = await startModels(options);
      return { recogniser: stoppable(recogniser, signal), workers: recogniser.workers, [Symbol.asyncDispose]: () => recogniser.close() };
    },
    async openComparer(options) {
      const recogniser = await startModels(options);
      try {
        const markFinder = await startMarkFinder(options);
        return {
          deps: { recogniser: stoppable(recogniser, signal), markFinder: stoppableFinder(markFinder, signal) },
          workers: recogniser.workers,
          async [Symbol.asyncDispose]() {
            await markFinder.close();
            await recogniser.close();
          },
        };
      } catch (error) {
        await recogniser.close();
        throw error;
      }
    },
    async openEngine(options) {
      const open = await openData(options, readStorage());
      try {
        const recogniser = await startModels(options);
        return {
          deps: {
            ...open.deps,
            recogniser: stoppable(recogniser, signal),
            markFinder: null,
            clock: { now: () => new Date() },
            ids: { next: randomUUID },
          },
          async [Symbol.asyncDispose]() {
            await recogniser.close();
            await open[Symbol.asyncDispose]();
          },
        };
      } catch (error) {
        await open[Symbol.asyncDispose]();
        throw error;
      }
    },
    openGallery: (options) => openData(options, readStorage()),
    openStorage: (options) =>
      explained(async () => {
        const config = readStorage();
        const database = await openDatabase(options, config);
        return {
          photos: await openPhotos(options, config),
          migrated: database.migrated,
          snapshot: (work) => explained(() => readSnapshot(database, work)),
          [Symbol.asyncDispose]: () => database.close(),
        };
      }),
    openEmptyStorage: (options, to) =>
      explained(async () => {
        const config = readStorage();
        const url = to ?? config.databaseUrl;
        const folder = join(options.data, 'database');
        return {
          photos: await openPhotos(options, config),
          isObjectStorage: config.objectStorage !== null,
          assertEmpty: () => explained(async () => (url === null ? assertNoEmbeddedDatabase(folder) : assertServerEmpty(url))),
          load: (snapshot) => explained(() => (url === null ? restoreEmbedded(folder, snapshot) : restoreServer(url, snapshot))),
        };
      }),
    openPhotoFolder: ({ data }) => createFolderPhotoStore(join(data, 'photos')),
    saveCalibration,
    saveMarksCalibration,
  };
}

function openData(options: CommonOptions, config: StorageConfig) {
  return explained(async () => {
    const photos = await openPhotos(options, config);
    const database = await openDatabase(options, config);
    if (options.tenant !== undefined && !(await hasTenant(database.db, options.tenant))) {
      await database.close();
      throw new UsageError(
        `There is no account or organisation ${options.tenant}: --tenant takes its id, as the page of the account shows it.`,
      );
    }
    const all = createGallery(database);
    const gallery = options.tenant === undefined ? all : all.visibleTo([options.tenant as TenantId]);
    return { deps: { gallery, photos }, [Symbol.asyncDispose]: () => database.close() };
  });
}

/** The same places as the server's. */
function openDatabase({ data }: CommonOptions, { databaseUrl }: StorageConfig): Promise<Database> {
  return databaseUrl === null ? openEmbedded(join(data, 'database')) : openServer(databaseUrl);
}

function openPhotos({ data }: CommonOptions, { objectStorage }: StorageConfig): Promise<PhotoStore> {
  return objectStorage === null ? createFolderPhotoStore(join(data, 'photos')) : createS3PhotoStore(objectStorage);
}

/** What adapters say in words for people ends the command with these words. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof PhotoStoreError) throw new EnvironmentError(error.message, { cause: error });
    throw error;
  }
}

function startModels(options: CommonOptions): Promise<NodeRecogniser> {
  return verified(() => createNodeRecogniser(poolOptions(options)));
}

function startMarkFinder(options: CommonOptions): Promise<NodeMarkFinder> {
  return verified(() => createNodeMarkFinder(poolOptions(options)));
}

function poolOptions({ models, workers }: CommonOptions) {
  return { modelsDir: models, maxQueue: MAX_QUEUE, ...(workers === undefined ? {} : { workers }) };
}

/** A model that is not what its manifest says ends the command with words. */
async function verified<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof ModelError) throw new EnvironmentError(error.message, { cause: error });
    throw error;
  }
}

/** Every analysis ends when the command is stopped: a use case then throws before it has stored anything. */
function stoppable(recogniser: NodeRecogniser, signal: AbortSignal): Recogniser {
  return {
    models: recogniser.models,
    analyse: (bytes, options) => recogniser.analyse(bytes, { ...options, signal }),
    close: () => recogniser.close(),
  };
}

function stoppableFinder(finder: NodeMarkFinder, signal: AbortSignal): MarkFinder {
  return {
    model: finder.model,
    find: (bytes, region, options) => finder.find(bytes, region, { ...options, signal }),
    close: () => finder.close(),
  };
}
