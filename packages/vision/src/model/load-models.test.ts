import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modelFolder } from '../node/model-folder.ts';
import { createOnnxSession } from '../node/onnx-session.ts';
import { writeTinyModels } from '../testing/tiny-models.ts';
import { loadModels } from './load-models.ts';

let folder: string;

beforeEach(async () => {
  folder = await writeTinyModels();
});
afterEach(() => rm(folder, { recursive: true }));

function load() {
  return loadModels({
    files: modelFolder(folder),
    createSession: (weights) => createOnnxSession(weights, { threads: 1 }),
    checkGolden: true,
  });
}

async function editManifest(model: string, edit: (manifest: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const path = join(folder, model, 'model.json');
  await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))));
}

describe('loadModels', () => {
  it('loads models that are what their manifests say', async () => {
    const { detector, embedder, quality } = await load();
    expect([detector, embedder, quality].map(({ manifest }) => manifest.id)).toEqual([
      'tiny-head-detector',
      'tiny-face-embedder',
      'tiny-head-quality',
    ]);
    expect(detector.manifest.input).toMatchObject({ longerSide: 416, multipleOf: 32, padding: 114 });
  });

  it('refuses weights of another size', async () => {
    await appendFile(join(folder, 'head-detector/weights.onnx'), 'x');
    await expect(load()).rejects.toMatchObject({ code: 'model-size-differs', model: 'head-detector' });
  });

  it('refuses weights with another checksum and names both', async () => {
    const path = join(folder, 'face-embedder/weights.onnx');
    const bytes = await readFile(path);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(load()).rejects.toMatchObject({
      code: 'model-checksum-differs',
      message: expect.stringMatching(/face-embedder.*SHA-256 [0-9a-f]{64}, model\.json says [0-9a-f]{64}/),
    });
  });

  it('refuses a missing file by its name', async () => {
    await rm(join(folder, 'head-quality/golden.json'));
    await expect(load()).rejects.toMatchObject({ code: 'model-file-missing', message: expect.stringContaining('golden.json') });
  });

  it('refuses a manifest that is wrong and names the key', async () => {
    await editManifest('head-detector', (manifest) => ({ ...manifest, postprocess: { scoreThreshold: 2 } }));
    await expect(load()).rejects.toMatchObject({
      code: 'model-manifest-invalid',
      message: expect.stringMatching(/postprocess\.scoreThreshold.*postprocess\.nmsIou/),
    });
  });

  it('refuses a score curve that falls', async () => {
    await editManifest('head-quality', (manifest) => ({
      ...manifest,
      score: {
        utility: [
          [0, 1],
          [1, 0],
        ],
        headSide: [[1, 1]],
      },
    }));
    await expect(load()).rejects.toMatchObject({ code: 'model-manifest-invalid' });
  });

  it('refuses weights with other input names or shapes', async () => {
    await editManifest('face-embedder', (manifest) => ({ ...manifest, input: { ...(manifest['input'] as object), name: 'faces' } }));
    await expect(load()).rejects.toMatchObject({
      code: 'model-interface-differs',
      message: expect.stringMatching(/should be "faces" uint8 \[\?, 16, 16, 3\]; the weights have "crops" uint8 \[\?, 16, 16, 3\]/),
    });
  });

  it('refuses weights that compute something else than when they were trained', async () => {
    const golden = await writeTinyModels({ 'head-quality': [0.5, 0.5, 0.5, 0.5, 0.9] });
    await rm(folder, { recursive: true });
    folder = golden;
    await expect(load()).rejects.toMatchObject({
      code: 'model-golden-differs',
      model: 'head-quality',
      message: expect.stringMatching(/vector 0 differs by 0\.\d+ at number \d/),
    });
  });

  it('refuses a file that is no network', async () => {
    const { createHash } = await import('node:crypto');
    const junk = Buffer.from('not a network');
    await writeFile(join(folder, 'head-detector/weights.onnx'), junk);
    await editManifest('head-detector', (manifest) => ({
      ...manifest,
      weights: { file: 'weights.onnx', bytes: junk.length, sha256: createHash('sha256').update(junk).digest('hex'), precision: 'fp32' },
    }));
    await expect(load()).rejects.toMatchObject({ code: 'model-unreadable' });
  });
});
