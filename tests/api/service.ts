import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Gallery } from '@snout/core/recognition';
import { createFakeRecogniser, createFixedClock, createInMemoryPhotoStore } from '@snout/core/testing';
import { type AppDeps, createApp, createLogger, sharpPhotoRenderer } from '@snout/server';
import { readingTestPhotos } from './test-photo.ts';

export type Service = ReturnType<typeof createApp>;

/** The HTTP service on a gallery, with a recogniser that sees what the test photos say. */
export function createService(gallery: Gallery, changes: Partial<AppDeps> = {}): Service {
  const recogniser = readingTestPhotos(createFakeRecogniser());
  const clock = createFixedClock();
  const { detector, embedder, quality, pipeline } = recogniser.models;
  return createApp({
    gallery,
    photos: createInMemoryPhotoStore(clock),
    recogniser,
    clock,
    ids: { next: () => randomUUID() },
    renderer: sharpPhotoRenderer,
    about: {
      name: 'Snout',
      version: '0.0.0',
      models: { detector, embedder, quality, pipeline },
      limits: { photosPerRequest: 20, requestBytes: 1 },
      licence: { code: 'Apache-2.0', weights: 'CC-BY-4.0', attribution: 'tests' },
    },
    log: createLogger('silent'),
    allowedHosts: ['snout.example'],
    maxRequestBytes: 5 * 1024 * 1024,
    webFolder: resolve(import.meta.dirname, 'web'),
    ...changes,
  });
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
