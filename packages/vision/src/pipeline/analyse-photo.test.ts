import type { Box } from '@snout/core/recognition';
import { describe, expect, it } from 'vitest';
import { makePhoto, makeRuntime } from '../testing/tiny-runtime.ts';
import { analysePhoto } from './analyse-photo.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';

describe('analysePhoto', () => {
  it('returns boxes and landmarks in pixels of the photo, not of the working image', async () => {
    const { runtime } = makeRuntime([[{ box: [104, 52, 208, 156], dog: 0.9, leftEye: [130, 78] }]]);
    const photo = makePhoto({ width: 832, height: 416, photoWidth: 3328, photoHeight: 1664 });
    const { heads, width, height } = await analysePhoto(photo, runtime);
    expect([width, height]).toEqual([3328, 1664]);
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatchObject({ box: [832, 416, 1664, 1248], species: 'dog', score: expect.closeTo(0.9) });
    expect(heads[0]?.landmarks).toEqual({ leftEye: [1040, 624], rightEye: null, nose: null });
    expect(heads[0]?.template).toMatchObject({ model: 'fake-embedder', pipeline: PIPELINE_VERSION });
    expect(heads[0]?.quality.model).toBe('fake-quality');
  });

  it('finds no head in a photo without one, after looking at the tiles of a large photo', async () => {
    const { runtime, looks } = makeRuntime([]);
    expect((await analysePhoto(makePhoto({ width: 1200, height: 900 }), runtime)).heads).toEqual([]);
    expect(looks.length).toBe(1 + 4);
    const small = makeRuntime([]);
    await analysePhoto(makePhoto({ width: 600, height: 600 }), small.runtime);
    expect(small.looks.length).toBe(1);
  });

  it('finds a head in a tile when the whole photo shows none, at its place in the photo', async () => {
    const { runtime } = makeRuntime([[], [], [], [], [{ box: [100, 100, 200, 200], cat: 0.8 }]]);
    const { heads } = await analysePhoto(makePhoto({ width: 1200, height: 900 }), runtime);
    const scale = 720 / 416;
    expect(heads[0]?.species).toBe('cat');
    expect(heads[0]?.box[0]).toBeCloseTo(480 + 100 * scale);
    expect(heads[0]?.box[1]).toBeCloseTo(180 + 100 * scale);
  });

  it('describes many heads best first, a few crops per run', async () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ box: [i * 30, 10, i * 30 + 28, 40] as Box, dog: 0.5 + i / 30 }));
    const { runtime, batches } = makeRuntime([many]);
    const { heads } = await analysePhoto(makePhoto({ width: 416, height: 416 }), runtime);
    expect(heads).toHaveLength(11);
    expect(heads.map(({ score }) => score)).toEqual(heads.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(batches).toEqual([8, 3]);
  });

  it('turns away what the embedder takes for no head, brings in what it is sure of, and puts the best first', async () => {
    const script = [
      { box: [10, 10, 100, 100] as Box, dog: 0.5 },
      { box: [150, 10, 240, 100] as Box, dog: 0.45 },
      { box: [280, 10, 370, 100] as Box, dog: 0.3 },
      { box: [280, 200, 370, 290] as Box, dog: 0.2 },
    ];
    const headCheck = { settings: { from: 0.25, part: 0.5, threshold: 0.4 }, logOdds: [-4, 1, 4, 9] };
    const { runtime, batches } = makeRuntime([script], { headCheck });
    const { heads } = await analysePhoto(makePhoto({ width: 416, height: 416 }), runtime);
    expect(batches).toEqual([3]);
    // The last is too weak for the detector alone. log-odds: 0 - 2, -0.20 + 0.5, -0.85 + 2.
    expect(heads.map(({ box, score }) => [box[0], score])).toEqual([
      [280, expect.closeTo(0.76)],
      [150, expect.closeTo(0.574)],
    ]);
    expect(heads[0]?.template.vector).toHaveLength(256);
  });

  it('does not ask whether a head that a person has drawn is one', async () => {
    const headCheck = { settings: { from: 0.25, part: 0.5, threshold: 0.4 }, logOdds: [-9] };
    const { runtime } = makeRuntime([], { headCheck });
    const { heads } = await analysePhoto(makePhoto({ width: 200, height: 200 }), runtime, { box: [10, 10, 90, 90] });
    expect(heads).toMatchObject([{ score: 1 }]);
  });

  it('returns one head for one animal that looks like a dog and a cat', async () => {
    const { runtime } = makeRuntime([
      [
        { box: [50, 50, 150, 150], dog: 0.7 },
        { box: [55, 50, 155, 150], cat: 0.8 },
      ],
    ]);
    const { heads } = await analysePhoto(makePhoto({ width: 416, height: 416 }), runtime);
    expect(heads.map(({ species }) => species)).toEqual(['cat']);
  });

  it('returns only the asked species', async () => {
    const pets = [
      { box: [50, 50, 150, 150] as Box, dog: 0.7 },
      { box: [250, 50, 350, 150] as Box, cat: 0.8 },
    ];
    const { runtime } = makeRuntime([pets]);
    const { heads } = await analysePhoto(makePhoto({ width: 416, height: 416 }), runtime, { species: 'dog' });
    expect(heads.map(({ species }) => species)).toEqual(['dog']);
  });

  it('takes the whole photo for the head when told so, and guesses the species from a weak look', async () => {
    const { runtime } = makeRuntime([[{ box: [50, 50, 150, 150], cat: 0.1 }]]);
    const { heads } = await analysePhoto(makePhoto({ width: 200, height: 100 }), runtime, { cropped: true });
    expect(heads[0]).toMatchObject({
      box: [0, 0, 200, 100],
      species: 'cat',
      score: 1,
      landmarks: { leftEye: null, rightEye: null, nose: null },
    });
  });

  it('does not look for the species of a head crop when it is told', async () => {
    const { runtime, looks } = makeRuntime([]);
    const { heads } = await analysePhoto(makePhoto({ width: 200, height: 200 }), runtime, { cropped: true, species: 'cat' });
    expect([heads[0]?.species, looks.length]).toEqual(['cat', 0]);
  });

  it('uses a drawn box in place of detection, cut to the photo', async () => {
    const { runtime } = makeRuntime([]);
    const photo = makePhoto({ width: 400, height: 200, photoWidth: 800, photoHeight: 400 });
    const { heads } = await analysePhoto(photo, runtime, { box: [600, 100, 900, 300], species: 'dog' });
    expect(heads[0]?.box).toEqual([600, 100, 800, 300]);
  });

  it('refuses a drawn box that lies outside the photo', async () => {
    const { runtime } = makeRuntime([]);
    const outside = analysePhoto(makePhoto({ width: 200, height: 200 }), runtime, { box: [300, 0, 400, 100] });
    await expect(outside).rejects.toMatchObject({ code: 'box-outside-photo' });
  });

  it('refuses vectors that are no templates', async () => {
    const { runtime } = makeRuntime([[{ box: [50, 50, 150, 150], dog: 0.9 }]], { templateLength: 0.2 });
    await expect(analysePhoto(makePhoto({ width: 416, height: 416 }), runtime)).rejects.toThrow(/length 0\.2/);
  });
});
