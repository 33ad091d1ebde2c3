import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { blobPixels } from '../model/golden-vectors.ts';
import { loadMarks } from '../model/load-marks.ts';
import { modelFolder } from '../node/model-folder.ts';
import { createOnnxSession } from '../node/onnx-session.ts';
import { type MarkRows, pickMarks } from './pick-marks.ts';

const DIMENSIONS = 2;

/** Rows of a network's answer: x, y, score and a vector each; two rows that fill up behind them. */
function rows(...marks: ReadonlyArray<readonly [x: number, y: number, score: number, u: number, v: number]>): MarkRows {
  return { data: Float32Array.from([...marks.flat(), ...new Array(2 * (3 + DIMENSIONS)).fill(0)]), dimensions: DIMENSIONS };
}

describe('pickMarks', () => {
  it('keeps what scores enough, surest first, with its place and vector', () => {
    const found = pickMarks(rows([10.25, 11, 0.25, 1, 0], [12, 13.5, 0.05, 0, 1], [20, 21, 0.75, 0, -1]), { least: 0.1 });
    expect(found.count).toBe(2);
    expect([...found.points]).toEqual([20, 21, 10.25, 11]);
    expect([...found.scores]).toEqual([0.75, 0.25]);
    expect([...found.vectors]).toEqual([0, -1, 1, 0]);
  });

  it('keeps equally sure ones in the order of the network, and no row that fills up', () => {
    const found = pickMarks(rows([1, 1, 0.5, 1, 0], [2, 2, 0.5, 0, 1]), { least: 0 });
    expect([...found.points]).toEqual([1, 1, 2, 2]);
  });

  it('keeps none where the photo is not seen', () => {
    const found = pickMarks(rows([10, 11, 0.5, 1, 0], [40, 13, 0.75, 0, 1]), { least: 0.1 }, (x, y) => x < 30 && y < 30);
    expect([...found.points]).toEqual([10, 11]);
  });
});

const fixtureSchema = z.object({
  pixels: z.object({ generator: z.literal('blobs'), seed: z.number(), shape: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
  model: z.string(),
  points: z.array(z.tuple([z.number(), z.number()])),
  scores: z.array(z.number()),
  vectors: z.string(),
});

describe('the released network', () => {
  it('finds the marks here that training finds with it', async () => {
    const fixture = fixtureSchema.parse(JSON.parse(readFileSync(new URL('../../fixtures/marks-parity.json', import.meta.url), 'utf8')));
    const models = fileURLToPath(new URL('../../../../models', import.meta.url));
    const createSession = (weights: Uint8Array) => createOnnxSession(weights, { threads: 1 });
    const { manifest, session } = await loadMarks({ files: modelFolder(models), createSession, checkGolden: true });
    expect(fixture.model).toBe(manifest.weights.sha256);
    const pixels = blobPixels(fixture.pixels.seed, fixture.pixels.shape);
    const { data } = await session.run(manifest.input.name, pixels, manifest.output.name);
    await session.release();
    const { dimensions } = manifest.output;
    const { count, points, scores, vectors } = pickMarks({ data, dimensions }, manifest.pick);

    // Another version of the runtime may lose a mark at the limit.
    expect(Math.abs(count - fixture.points.length)).toBeLessThanOrEqual(2);
    const wantedVectors = new Float32Array(new Uint8Array(Buffer.from(fixture.vectors, 'base64')).buffer);
    let found = 0;
    for (let i = 0; i < count; i++) {
      const [x, y] = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
      // Two marks may have one place and differ in size.
      const same = fixture.points.flatMap(([u, v], index) => {
        const near = Math.hypot(u - x, v - y) < 0.02 && Math.abs((fixture.scores[index] ?? 0) - (scores[i] ?? 0)) < 0.005;
        return near && cosine(vectors.subarray(i * dimensions), wantedVectors.subarray(index * dimensions), dimensions) > 0.999
          ? [index]
          : [];
      });
      found += Math.min(1, same.length);
    }
    expect(found).toBeGreaterThanOrEqual(fixture.points.length - 2);
  });
});

function cosine(a: Float32Array, b: Float32Array, dimensions: number): number {
  let sum = 0;
  for (let k = 0; k < dimensions; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
