import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadMarks } from '../model/load-marks.ts';
import { modelFolder } from '../node/model-folder.ts';
import { createOnnxSession } from '../node/onnx-session.ts';
import { type MarkCells, pickMarks } from './pick-marks.ts';

const OPTIONS = { most: 512, apart: 2, edge: 6, least: 0.02 };
const CELL = 4;
const DIMENSIONS = 2;

/** Cells of a crop with these scores at these pixels, and descriptors that grow to the right and downwards. */
function cellsWith(width: number, height: number, peaks: ReadonlyArray<readonly [x: number, y: number, score: number]>): MarkCells {
  const across = width / CELL;
  const columns = CELL * CELL + DIMENSIONS;
  const data = new Float32Array((across * height * columns) / CELL);
  for (let cell = 0; cell < data.length / columns; cell++) {
    data.set([(cell % across) + 1, Math.floor(cell / across) + 1], cell * columns + CELL * CELL);
  }
  for (const [x, y, score] of peaks) {
    data[(Math.floor(y / CELL) * across + Math.floor(x / CELL)) * columns + (y % CELL) * CELL + (x % CELL)] = score;
  }
  return { data, cell: CELL, dimensions: DIMENSIONS, width, height };
}

describe('pickMarks', () => {
  it('keeps peaks, surest first, with the centre of their pixel', () => {
    const { count, points, scores } = pickMarks(
      cellsWith(32, 32, [
        [10, 11, 0.3],
        [12, 11, 0.2],
        [13, 20, 0.9],
      ]),
      OPTIONS,
    );
    expect(count).toBe(2);
    expect([...points]).toEqual([13.5, 20.5, 10.5, 11.5]);
    expect([...scores].map((score) => score.toFixed(1))).toEqual(['0.9', '0.3']);
  });

  it('keeps none in the strip at the edge, none that scores too little, and none where the photo is not seen', () => {
    const cells = cellsWith(64, 32, [
      [5, 16, 0.9],
      [6, 16, 0.8],
      [20, 26, 0.9],
      [20, 16, 0.02],
      [40, 16, 0.9],
    ]);
    expect([...pickMarks(cells, OPTIONS).points]).toEqual([40.5, 16.5]);
    expect(pickMarks(cells, OPTIONS, (x) => x < 30).count).toBe(0);
  });

  it('keeps the surest when there are too many', () => {
    const peaks = Array.from({ length: 5 }, (_, i) => [8 + 8 * i, 16, 0.2 + i / 10] as const);
    expect([...pickMarks(cellsWith(64, 32, peaks), { ...OPTIONS, most: 2 }).points]).toEqual([40.5, 16.5, 32.5, 16.5]);
  });

  it('describes a mark by what lies between the centres of the cells, with length 1', () => {
    const { vectors } = pickMarks(cellsWith(32, 32, [[10, 11, 0.5]]), OPTIONS);
    // (10.5 / 4 - 0.5, 11.5 / 4 - 0.5) = (2.125, 2.375); descriptors are (column + 1, row + 1).
    const length = Math.hypot(3.125, 3.375);
    expect([...vectors].map((value) => value.toFixed(5))).toEqual([(3.125 / length).toFixed(5), (3.375 / length).toFixed(5)]);
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
    const [, height, width] = fixture.pixels.shape;
    const pixels = { data: blobs(fixture.pixels.seed, { width, height }), shape: fixture.pixels.shape };
    const { data } = await session.run(manifest.input.name, pixels, manifest.output.name);
    await session.release();
    const { cell, dimensions } = manifest.output;
    const { count, points, scores, vectors } = pickMarks({ data, cell, dimensions, width, height }, manifest.pick);

    // Another version of the runtime may turn two marks of nearly the same score around, or lose one at the limit.
    expect(Math.abs(count - fixture.points.length)).toBeLessThanOrEqual(2);
    const wantedVectors = new Float32Array(new Uint8Array(Buffer.from(fixture.vectors, 'base64')).buffer);
    const byPlace = new Map(fixture.points.map(([x, y], index) => [`${x} ${y}`, index]));
    let found = 0;
    for (let i = 0; i < count; i++) {
      const index = byPlace.get(`${points[2 * i]} ${points[2 * i + 1]}`);
      if (index === undefined) continue;
      found++;
      expect(scores[i]).toBeCloseTo(fixture.scores[index] ?? 0, 3);
      let cosine = 0;
      for (let k = 0; k < dimensions; k++) cosine += (vectors[i * dimensions + k] ?? 0) * (wantedVectors[index * dimensions + k] ?? 0);
      expect(cosine).toBeGreaterThan(0.9999);
    }
    expect(found).toBeGreaterThanOrEqual(fixture.points.length - 2);
  });
});

/** Soft spots of many sizes: the formula of training's generator (publish.py, blobs), in whole numbers. */
function blobs(seed: number, { width, height }: { readonly width: number; readonly height: number }): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 128;
      for (let k = 0; k < 60; k++) {
        const start = seed * 7919 + k * k * 31;
        const reach = 9 + ((k * 53) % 120);
        const near = Math.max(0, reach - (x - ((start + k * 137) % width)) ** 2 - (y - ((start + k * 251) % height)) ** 2);
        value += Math.floor(((k % 2 === 1 ? near : -near) * 90) / reach);
      }
      data.fill(Math.min(255, Math.max(0, value)), (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return data;
}
