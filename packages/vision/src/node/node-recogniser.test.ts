import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TINY_SIDE, writeTinyModels } from '../testing/tiny-models.ts';
import { createNodeRecogniser, type NodeRecogniser } from './node-recogniser.ts';
import { saveCalibration } from './save-calibration.ts';

let folder: string;
let recogniser: NodeRecogniser;
let jpeg: Buffer;

beforeAll(async () => {
  folder = await writeTinyModels();
  recogniser = await createNodeRecogniser({ modelsDir: folder, workers: 2 });
  jpeg = await gradient(1280, 960).jpeg().toBuffer();
});
afterAll(async () => {
  await recogniser.close();
  await rm(folder, { recursive: true });
});

function gradient(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = ((i % (width * 3)) * 255) / (width * 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

describe('createNodeRecogniser', () => {
  it('says which models and calibration it works with', () => {
    expect(recogniser.models).toMatchObject({
      detector: 'tiny-head-detector',
      embedder: 'tiny-face-embedder',
      quality: 'tiny-head-quality',
      calibration: { model: 'tiny-face-embedder', species: { dog: { slope: 12 } } },
    });
  });

  it('analyses a photo: box in its pixels, template of length 1 with its makers', async () => {
    const result = await recogniser.analyse(jpeg);
    if (result.kind !== 'analysed') throw new Error(result.message);
    const [head] = result.photo.heads;
    const scale = 1280 / 416;
    expect([result.photo.width, result.photo.height, result.photo.heads.length]).toEqual([1280, 960, 1]);
    expect(head?.box.map((value) => Math.round(value))).toEqual([40, 30, 200, 190].map((value) => Math.round(value * scale)));
    expect(head?.landmarks.leftEye?.map((value) => Math.round(value))).toEqual([246, 308]);
    expect(head?.template.vector).toHaveLength(256);
    expect(head?.template).toMatchObject({ model: 'tiny-face-embedder', pipeline: recogniser.models.pipeline });
  });

  it('gives the same photo the same template, whoever analyses it beside what', async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => recogniser.analyse(jpeg)));
    const templates = results.map((result) => (result.kind === 'analysed' ? result.photo.heads[0]?.template.vector : null));
    expect(templates[0]).toHaveLength(256);
    for (const template of templates) expect(template).toEqual(templates[0]);
  });

  it('makes nearly the same template of a photo and of the same photo in another size', async () => {
    const half = await recogniser.analyse(await gradient(640, 480).png().toBuffer());
    const whole = await recogniser.analyse(jpeg);
    if (half.kind !== 'analysed' || whole.kind !== 'analysed') throw new Error('not analysed');
    const [a, b] = [half.photo.heads[0]?.template.vector ?? [], whole.photo.heads[0]?.template.vector ?? []];
    expect(Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)).toBeGreaterThan(0.99);
  });

  it('rejects a bad photo as a result, not as an exception', async () => {
    expect(await recogniser.analyse(jpeg.subarray(0, 5000))).toMatchObject({ kind: 'rejected', reason: 'truncated' });
    expect(await recogniser.analyse(new Uint8Array())).toMatchObject({ kind: 'rejected', reason: 'empty-file' });
  });

  it('rejects a box that is not in the photo, and goes on working', async () => {
    await expect(recogniser.analyse(jpeg, { box: [2000, 0, 2100, 50] })).rejects.toMatchObject({ code: 'box-outside-photo' });
    expect((await recogniser.analyse(jpeg, { cropped: true, species: 'cat' })).kind).toBe('analysed');
  });

  it('leaves the bytes to the caller', async () => {
    const bytes = new Uint8Array(jpeg);
    await recogniser.analyse(bytes);
    expect(bytes.byteLength).toBe(jpeg.byteLength);
  });

  it('can be cancelled', async () => {
    const signal = AbortSignal.abort(new Error('the tab was closed'));
    await expect(recogniser.analyse(jpeg, { signal })).rejects.toThrow('the tab was closed');
  });

  it('keeps the event loop free while photos are decoded and analysed', async () => {
    const large = await gradient(4000, 3000).jpeg().toBuffer();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await Promise.all(Array.from({ length: 8 }, (_, i) => recogniser.analyse(i % 2 === 0 ? large : jpeg)));
    delay.disable();
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
  });

  it('does not start with a model that differs from its manifest, and says which', async () => {
    const other = await writeTinyModels();
    const path = join(other, 'face-embedder/weights.onnx');
    const bytes = await readFile(path);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(createNodeRecogniser({ modelsDir: other, workers: 2 })).rejects.toMatchObject({
      name: 'ModelError',
      code: 'model-checksum-differs',
      model: 'face-embedder',
    });
    await rm(other, { recursive: true });
  });
});

describe('saveCalibration', () => {
  it('changes the calibration and nothing else, and refuses one of another model', async () => {
    const other = await writeTinyModels();
    const path = join(other, 'face-embedder/model.json');
    const before = JSON.parse(await readFile(path, 'utf8'));
    const { species } = recogniser.models.calibration;
    const calibration = { model: 'tiny-face-embedder', species: { ...species, cat: { ...species.cat, slope: 20 } } };
    await saveCalibration(other, calibration);
    const after = JSON.parse(await readFile(path, 'utf8'));
    expect(after).toEqual({ ...before, calibration: { species: calibration.species } });
    expect(after.input.side).toBe(TINY_SIDE);
    await expect(saveCalibration(other, { ...calibration, model: 'another' })).rejects.toThrow(/for another/);
    await rm(other, { recursive: true });
  });
});
