import { z } from 'zod';
import type { ModelFiles } from '../model/load-model.ts';

/** Models on a web server: <base>/<model>/<file>. The checksum in model.json guards against stale caches. */
export function modelServer(baseUrl: string): ModelFiles {
  const base = folderUrl(baseUrl);
  return { read: (model, file) => fetchBytes(new URL(`${model}/${file}`, base)) };
}

const indexSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/**
 * Models published for long caching: <base>/index.json names the version of each model (SHA-256 of its model.json, which in turn
 * names that of the weights), and <base>/<model>/<version>/<file> never changes.
 */
export function publishedModels(baseUrl: string): ModelFiles {
  const base = folderUrl(baseUrl);
  let index: Promise<Readonly<Record<string, string>>> | null = null;
  return {
    async read(model, file) {
      index ??= readIndex(base);
      const version = (await index)[model];
      if (version === undefined) throw new Error(`${base.pathname}index.json does not name ${model}`);
      return fetchBytes(new URL(`${model}/${version}/${file}`, base));
    },
  };
}

async function readIndex(base: URL): Promise<Readonly<Record<string, string>>> {
  const bytes = await fetchBytes(new URL('index.json', base));
  return indexSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

function folderUrl(url: string): URL {
  return new URL(url.endsWith('/') ? url : `${url}/`, globalThis.location.href);
}

async function fetchBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
