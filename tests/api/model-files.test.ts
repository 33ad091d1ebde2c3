import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MODELS_PATH } from '@snout/contract';
import { createInMemoryGallery } from '@snout/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createService, type Service } from './service.ts';

describe('the models of the page', () => {
  let service: Service;
  let index: Record<string, string>;
  beforeEach(async () => {
    service = createService(createInMemoryGallery());
    index = JSON.parse(await (await service.request(`${MODELS_PATH}index.json`)).text());
  });
  const fetchFile = async (name: string, file: string, version = index[name]) =>
    service.request(`${MODELS_PATH}${name}/${version}/${file}`);

  it('have an index that is asked for every time', async () => {
    expect(Object.keys(index)).toEqual(expect.arrayContaining(['head-detector', 'head-quality']));
    expect((await service.request(`${MODELS_PATH}index.json`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('are kept for ever under the checksum of their manifest', async () => {
    const manifest = await fetchFile('head-quality', 'model.json');
    expect(manifest.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(
      createHash('sha256')
        .update(await manifest.text())
        .digest('hex'),
    ).toBe(index['head-quality']);
    const weights = new Uint8Array(await (await fetchFile('head-quality', 'weights.onnx')).arrayBuffer());
    expect(Buffer.from(weights)).toEqual(await readFile(resolve(import.meta.dirname, '../../models/head-quality/weights.onnx')));
  });

  it.each([
    ['another version', 'head-quality', 'model.json', '0'.repeat(64)],
    ['a file that the manifest does not name', 'head-quality', 'README.md', undefined],
    ['a path out of the folder', 'head-quality', '..%2F..%2Fpackage.json', undefined],
    ['a model that is not there', 'nose', 'model.json', '0'.repeat(64)],
  ])('do not include %s', async (_, name, file, version) => {
    expect((await fetchFile(name, file, version)).status).toBe(404);
  });

  it('may run as WebAssembly in a worker of the page, and in nothing else', async () => {
    const policy = (await service.request('/')).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).not.toContain("'unsafe-eval'");
  });
});
