import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODELS_PATH } from '@snout/contract';
import { z } from 'zod';
import type { ApiApp } from './api-app.ts';
import { ProblemError } from './problem-error.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What of a manifest matters here; packages/vision checks the rest. */
const manifestSchema = z.object({ weights: z.object({ file: z.string() }), golden: z.object({ file: z.string() }) });

/** A model as it is published: the files that its manifest names and no others. */
interface PublishedModel {
  readonly name: string;
  /** SHA-256 of model.json, which holds that of the weights. */
  readonly version: string;
  readonly files: ReadonlySet<string>;
}

/**
 * Models for the page, at addresses that change with their content: an index that is always asked for, and files that are kept for
 * ever. A model replaced while the service runs is served from the next start on.
 */
export function addModelFiles(app: ApiApp, modelsFolder: string): void {
  let published: Promise<readonly PublishedModel[]> | null = null;
  const models = () => {
    published ??= publishModels(modelsFolder);
    return published;
  };

  app.get(`${MODELS_PATH}index.json`, async (context) => {
    context.header('cache-control', 'no-cache');
    return context.json(Object.fromEntries((await models()).map(({ name, version }) => [name, version])));
  });

  app.get(`${MODELS_PATH}:name/:version/:file`, async (context) => {
    const { name, version, file } = context.req.param();
    const model = (await models()).find((one) => one.name === name && one.version === version);
    if (!model?.files.has(file)) throw new ProblemError('not-found');
    const bytes = new Uint8Array(await readFile(join(modelsFolder, name, file)));
    const type = file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    return context.body(bytes, 200, { 'content-type': type, 'cache-control': IMMUTABLE });
  });
}

async function publishModels(modelsFolder: string): Promise<readonly PublishedModel[]> {
  const names = await readdir(modelsFolder);
  const models = await Promise.all(names.map((name) => publishModel(modelsFolder, name)));
  return models.filter((model) => model !== null);
}

/** Null: no model lies there. */
async function publishModel(modelsFolder: string, name: string): Promise<PublishedModel | null> {
  const text = await readFile(join(modelsFolder, name, 'model.json')).catch(() => null);
  if (text === null) return null;
  const { weights, golden } = manifestSchema.parse(JSON.parse(text.toString()));
  return { name, version: createHash('sha256').update(text).digest('hex'), files: new Set(['model.json', weights.file, golden.file]) };
}
