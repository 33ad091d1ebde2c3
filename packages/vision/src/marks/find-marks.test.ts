import { describe, expect, it } from 'vitest';
import { marksManifestSchema } from '../model/model-manifest.ts';
import { makePhoto } from '../testing/tiny-runtime.ts';
import { findMarks, type MarksRuntime } from './find-marks.ts';

const SIDE = 64;
const calibration = {
  slope: 1,
  intercept: 0,
  fmr: [],
  n: { individuals: 0, photos: 0, mated: 0, nonMated: 0 },
  data: '',
  measuredOn: 'drawn',
};
const rule = { ratio: 0.9, guess: 0.05, map: 0.03, reach: 0.05, base: 0.01, stretch: 0.05 };
const manifest = marksManifestSchema.parse({
  id: 'fake-marks',
  version: '1',
  task: 'local-marks',
  weights: { file: 'weights.onnx', sha256: '0'.repeat(64), bytes: 1, precision: 'fp32' },
  data: [],
  licence: 'CC-BY-4.0',
  golden: { file: 'golden.json', tolerance: 0.01 },
  input: { name: 'crop', dtype: 'uint8', layout: 'NHWC', color: 'RGB', side: SIDE },
  output: { name: 'marks', dimensions: 2 },
  pick: { edge: 4, least: 0.1 },
  crop: { scale: 1.25, align: { minConfidence: 0.6, maxRoll: 45 } },
  matching: { nose: rule, coat: rule },
  calibration: { nose: calibration, coat: { dog: calibration, cat: calibration } },
});

/** A network that sees a mark in every fourth pixel of every fourth row, but for a strip at the edge; `crops`: what it was shown. */
function everywhere(): MarksRuntime & { readonly crops: Uint8Array[] } {
  const crops: Uint8Array[] = [];
  const places = Array.from({ length: SIDE / 4 - 2 }, (_, k) => 4 * (k + 1) + 0.5);
  const rows = places.flatMap((y) => places.flatMap((x) => [x, y, 0.5, 1, 0]));
  return {
    manifest,
    crops,
    async run(crop) {
      crops.push(crop);
      return Float32Array.from(rows);
    },
  };
}

const extent = (values: readonly number[]) => [Math.min(...values), Math.max(...values)];
const axis = (points: Float32Array, of: 0 | 1) => [...points].filter((_, i) => i % 2 === of);

describe('findMarks', () => {
  it('gives marks in pixels of the crop and of the upright photo, which is larger than what was looked at', async () => {
    const photo = makePhoto({ width: 128, height: 128, photoWidth: 512, photoHeight: 512 });
    const { marks } = await findMarks(photo, { kind: 'whole' }, everywhere());
    expect(marks).toMatchObject({ model: 'fake-marks', side: SIDE, dimensions: 2 });
    expect(marks.count).toBeGreaterThan(100);
    for (let i = 0; i < 2 * marks.count; i++) expect(marks.inPhoto[i]).toBeCloseTo(8 * (marks.inCrop[i] ?? 0), 3);
  });

  it('has no marks beside the photo nor on its edge, where the crop is black', async () => {
    const { marks } = await findMarks(makePhoto({ width: 128, height: 64 }), { kind: 'whole' }, everywhere());
    // The photo fills rows 16 to 48 of the crop; a strip of 4 px beside its edge is left out too.
    expect(extent(axis(marks.inCrop, 1))).toEqual([20.5, 40.5]);
    expect(extent(axis(marks.inCrop, 0))).toEqual([4.5, 56.5]);
  });

  it('looks at a box as it is, and at a head with room around it, turned so that the eyes are level', async () => {
    const photo = makePhoto({ width: 400, height: 300 });
    const box = [100, 100, 200, 180] as const;
    const near = await findMarks(photo, { kind: 'box', box }, everywhere());
    expect(extent(axis(near.marks.inPhoto, 0)).map(Math.round)).toEqual([107, 188]);
    const head = await findMarks(photo, { kind: 'head', box, leftEye: null, rightEye: null }, everywhere());
    expect(extent(axis(head.marks.inPhoto, 0)).map(Math.round)).toEqual([96, 198]);
    const turned = await findMarks(photo, { kind: 'head', box, leftEye: [120, 120], rightEye: [160, 160] }, everywhere());
    // Neighbours in a row of the crop lie on a slope of 45 degrees in the photo.
    const [first, second] = [0, 1].map((i) => [turned.marks.inPhoto[2 * i] ?? 0, turned.marks.inPhoto[2 * i + 1] ?? 0] as const);
    expect(((second?.[1] ?? 0) - (first?.[1] ?? 0)) / ((second?.[0] ?? 0) - (first?.[0] ?? 0))).toBeCloseTo(1, 4);
  });

  it('gives the pixels that the network was shown, and refuses a box that is not in the photo', async () => {
    const runtime = everywhere();
    const { picture } = await findMarks(makePhoto({ width: 64, height: 64 }), { kind: 'whole' }, runtime);
    expect(picture).toEqual(runtime.crops[0]);
    expect(picture.every((value) => value === 128)).toBe(true);
    await expect(findMarks(makePhoto({ width: 64, height: 64 }), { kind: 'box', box: [70, 0, 90, 9] }, runtime)).rejects.toMatchObject({
      code: 'box-outside-photo',
    });
  });
});
