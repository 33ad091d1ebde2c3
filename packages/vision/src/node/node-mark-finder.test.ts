import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawLeatherMap, drawNoseIdentity, drawNoseView, photographNose } from '@snout/drawn-pets';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeMarkFinder, type NodeMarkFinder } from './node-mark-finder.ts';
import { saveMarksCalibration } from './save-calibration.ts';

// With the released network: a made-up one would find nothing that is worth comparing.
const MODELS = fileURLToPath(new URL('../../../../models', import.meta.url));
let finder: NodeMarkFinder;
let nose: Buffer;

beforeAll(async () => {
  finder = await createNodeMarkFinder({ modelsDir: MODELS, workers: 1 });
  const identity = drawNoseIdentity('dog', 'mark-finder');
  const { pixels } = photographNose(identity, drawLeatherMap(identity, 256), drawNoseView('one', 'easy', 240), 240);
  nose = await sharp(pixels.rgb, { raw: { width: 240, height: 240, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}, 60_000);
afterAll(() => finder.close());

async function copyOfModels(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'snout-marks-'));
  for (const model of ['marks', 'nose-region']) await cp(join(MODELS, model), join(folder, model), { recursive: true });
  return folder;
}

describe('createNodeMarkFinder', () => {
  it('finds marks in a photo, each with a vector of length 1, the same every time', async () => {
    const [first, second] = [await finder.find(nose, { kind: 'whole' }), await finder.find(nose, { kind: 'whole' })];
    if (first.kind !== 'found') throw new Error(JSON.stringify(first));
    const { marks, picture } = first;
    expect(second).toEqual(first);
    expect(picture).toBeNull();
    expect(marks.model).toBe(finder.model.id);
    expect(marks.count).toBeGreaterThan(100);
    expect(Math.max(...marks.inPhoto)).toBeLessThan(240);
    for (let i = 0; i < marks.count; i++) {
      expect(Math.hypot(...marks.vectors.subarray(i * marks.dimensions, (i + 1) * marks.dimensions))).toBeCloseTo(1, 4);
    }
  });

  it('gives the pixels of the crop when asked', async () => {
    const result = await finder.find(nose, { kind: 'whole' }, { withPicture: true });
    if (result.kind !== 'found') throw new Error(JSON.stringify(result));
    expect(result.picture).toHaveLength(result.marks.side ** 2 * 3);
  });

  it('finds next to nothing where there is nothing', async () => {
    const grey = await sharp({ create: { width: 320, height: 320, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    const result = await finder.find(grey, { kind: 'whole' });
    expect(result.kind === 'found' && result.marks.count).toBeLessThan(40);
  });

  it('refuses what is no photo as a result, a box outside as an error, and goes on', async () => {
    expect(await finder.find(new TextEncoder().encode('no photo'), { kind: 'whole' })).toMatchObject({ kind: 'rejected' });
    expect(await finder.find(nose.subarray(0, 3000), { kind: 'whole' })).toMatchObject({ kind: 'rejected', reason: 'truncated' });
    await expect(finder.find(nose, { kind: 'box', box: [300, 0, 310, 9] })).rejects.toMatchObject({ code: 'box-outside-photo' });
    await expect(finder.find(nose, { kind: 'whole' }, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    expect((await finder.find(nose, { kind: 'whole' })).kind).toBe('found');
  });

  it('does not start with weights that differ from the manifest, nor with golden vectors that do', async () => {
    const folder = await copyOfModels();
    const golden = join(folder, 'marks/golden.json');
    const vectors = JSON.parse(await readFile(golden, 'utf8'));
    vectors[0].output[3] += 1;
    await writeFile(golden, JSON.stringify(vectors));
    await expect(createNodeMarkFinder({ modelsDir: folder, workers: 1 })).rejects.toMatchObject({
      code: 'model-golden-differs',
      model: 'marks',
    });
    const weights = join(folder, 'marks/weights.onnx');
    const bytes = await readFile(weights);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(weights, bytes);
    await expect(createNodeMarkFinder({ modelsDir: folder, workers: 1 })).rejects.toMatchObject({ code: 'model-checksum-differs' });
    await rm(folder, { recursive: true });
  });

  it('takes a calibration of its own network, and no other', async () => {
    const folder = await copyOfModels();
    const { id, calibration } = finder.model;
    const changed = { ...calibration, nose: { ...calibration.nose, slope: 77 } };
    await saveMarksCalibration(folder, id, changed);
    const { calibration: saved } = JSON.parse(await readFile(join(folder, 'marks/model.json'), 'utf8'));
    expect(saved).toEqual(changed);
    await expect(saveMarksCalibration(folder, 'another', changed)).rejects.toThrow(/for another/);
    await rm(folder, { recursive: true });
  });
});
