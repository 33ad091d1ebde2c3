import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolderPhotoStore } from '@snout/blobs';
import { type Recogniser, type RecognitionDeps, sweepOrphanPhotos } from '@snout/core/recognition';
import { createGallery, type Database, openEmbedded } from '@snout/postgres';
import { createNodeRecogniser } from '@snout/vision/node';
import { aboutService } from './about-service.ts';
import type { Config } from './config.ts';
import type { ApiApp } from './http/api-app.ts';
import { createApp } from './http/create-app.ts';
import type { Logger } from './logger.ts';
import { sharpPhotoRenderer } from './photo-renderer.ts';
import { withProblems } from './recogniser-problems.ts';

export interface Composition {
  readonly app: ApiApp;
  /** After the last request: ends the workers and closes the database. */
  close(): Promise<void>;
}

/** The only composition root: opens the data folder, checks and loads the models, and wires the service. */
export async function compose(config: Config, log: Logger): Promise<Composition> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const { database, recogniser } = await openBoth(config);
  const close = async () => {
    await recogniser.close();
    await database.close();
  };
  try {
    const deps: RecognitionDeps = {
      gallery: createGallery(database),
      photos: await createFolderPhotoStore(join(config.dataFolder, 'photos')),
      recogniser: withProblems(recogniser),
      clock: { now: () => new Date() },
      ids: { next: () => randomUUID() },
    };
    const { deleted } = await sweepOrphanPhotos(deps);
    if (deleted.length > 0) log.info({ files: deleted.length }, 'removed photo files that no pet refers to');
    await warnOfOutdatedTemplates(deps, log);
    const about = aboutService(recogniser.models, config.maxRequestBytes);
    const { allowedHosts, maxRequestBytes, webFolder } = config;
    const app = createApp({ ...deps, renderer: sharpPhotoRenderer, about, log, allowedHosts, maxRequestBytes, webFolder });
    return { app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Database and models at the same time, since each takes seconds; when one is refused, the other is closed again. */
async function openBoth(config: Config): Promise<{ readonly database: Database; readonly recogniser: Recogniser }> {
  const [database, recogniser] = await Promise.allSettled([
    openEmbedded(join(config.dataFolder, 'database')),
    createNodeRecogniser({ modelsDir: config.modelsFolder, workers: config.workers }),
  ]);
  if (database.status === 'fulfilled' && recogniser.status === 'fulfilled') {
    return { database: database.value, recogniser: recogniser.value };
  }
  if (database.status === 'fulfilled') await database.value.close();
  if (recogniser.status === 'fulfilled') await recogniser.value.close();
  throw database.status === 'rejected' ? database.reason : (recogniser as PromiseRejectedResult).reason;
}

/** Vectors of other models are not searched: somebody must know before pets go unrecognised. */
async function warnOfOutdatedTemplates(deps: RecognitionDeps, log: Logger): Promise<void> {
  const { embedder, pipeline } = deps.recogniser.models;
  const photos = await deps.gallery.countPhotosNotMadeBy({ model: embedder, pipeline });
  if (photos > 0) log.warn({ photos }, 'photos have templates of other models and are not searched: run "npx snout reembed"');
}
