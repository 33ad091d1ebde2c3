import { describe, expect, it } from 'vitest';
import type { PhotoFile } from '../recognition/photo-file.ts';
import type { Recogniser } from '../recognition/recogniser.port.ts';
import { createFakeRecogniser, type FakeHead, fakePhoto } from '../testing/fake-recogniser.ts';
import { type ComparePhotos, type Comparison, comparePhotos } from './compare-photos.ts';
import { describeComparison } from './describe-comparison.ts';
import type { MarkFinder, MarkRegion, MarksCalibrations } from './mark-finder.port.ts';
import { madeUpCalibration, RULE, randomMarks, seenAgain, toMarks } from './testing/made-up-marks.ts';

interface Fake {
  readonly fused: MarksCalibrations['fused'];
  /** Of each photo. */
  readonly marks: number;
  /** Whether noses can be seen. */
  readonly noses: 'seen' | 'none';
}

/** Finds, in a photo whose first head (or name, for a nose) says which animal, marks that are that animal's own. */
function fakeFinder(regions: MarkRegion[], { fused = {}, marks = 250, noses = 'seen' }: Partial<Fake> = {}): MarkFinder {
  return {
    model: {
      id: 'fake-marks',
      noses: 'fake-noses',
      rules: { nose: RULE, coat: RULE },
      calibration: {
        nose: madeUpCalibration('drawn'),
        coat: { dog: madeUpCalibration('photos'), cat: madeUpCalibration('photos') },
        fused,
      },
    },
    async find(bytes, region) {
      regions.push(region);
      if (region.kind === 'nose' && noses === 'none') return { kind: 'no-nose' };
      const text = new TextDecoder().decode(bytes);
      const animal = /"animal":"(\w+)"/.exec(text)?.[1];
      if (animal === undefined) return { kind: 'rejected', reason: 'not-an-image', message: 'The file is not a photo.' };
      const own = randomMarks(marks, animal.charCodeAt(0));
      return {
        kind: 'found',
        marks: toMarks(seenAgain(own, (place) => place, { seed: text.length, blur: 0.3 })),
        picture: null,
        nose: null,
      };
    },
    async close() {},
  };
}

const photo = (name: string, ...heads: FakeHead[]): PhotoFile => ({ name, bytes: fakePhoto({ heads }) });

/** As the made-up recogniser, with a nose in every face. */
function withNoses(recogniser: Recogniser): Recogniser {
  return {
    ...recogniser,
    async analyse(bytes, options) {
      const result = await recogniser.analyse(bytes, options);
      if (result.kind !== 'analysed') return result;
      const heads = result.photo.heads.map((head) => ({ ...head, landmarks: { ...head.landmarks, nose: [300, 320] as const } }));
      return { ...result, photo: { ...result.photo, heads } };
    },
  };
}

async function compare(
  photos: readonly [PhotoFile, PhotoFile],
  { fake, ...options }: Partial<ComparePhotos> & { fake?: Partial<Fake> } = {},
) {
  const regions: MarkRegion[] = [];
  const deps = { recogniser: withNoses(createFakeRecogniser()), markFinder: fakeFinder(regions, fake) };
  const result = await comparePhotos(deps, { photos, modality: 'face', use: 'claim', ...options });
  return { result, regions };
}

async function compared(...args: Parameters<typeof compare>): Promise<Comparison> {
  const { result } = await compare(...args);
  if (result.kind !== 'compared') throw new Error(result.problems.map(({ message }) => message).join());
  return result;
}

const mia = photo('mia.jpg', { animal: 'mia', noise: 0.1 });
const miaLater = photo('later.jpg', { animal: 'mia', noise: 0.1, view: 7 });
const rex = photo('rex.jpg', { animal: 'rex', noise: 0.1 });

describe('comparePhotos', () => {
  it('says yes, in words with the numbers behind them, where face and marks agree', async () => {
    const result = await compared([mia, miaLater]);
    expect(result).toMatchObject({ species: 'cat', verdict: { kind: 'match' }, face: { kind: 'match' }, marks: { kind: 'match' } });
    const words = describeComparison(result);
    expect(words[0]).toBe('Both photos show the same cat.');
    expect(words[1]).toBe('Two different cats look this alike in fewer than 1 of 100,000 comparisons.');
    expect(words[2]).toMatch(/^\d+ of \d+ marks of face and coat agree, spread over \d+ % of what both photos show\. That supports/);
    expect(words[3]).toBe('Two different cats agree this well in fewer than 1 of 10,000 comparisons (n = 100,000 comparisons of 51 cats).');
  });

  it('says that nothing shows it of two animals', async () => {
    const result = await compared([mia, rex]);
    expect(result).toMatchObject({ verdict: { kind: 'unknown' }, face: { kind: 'unknown' }, marks: { kind: 'doubts' } });
    expect(describeComparison(result)[0]).toBe('Nothing in these photos shows that they are of the same cat.');
  });

  describe('with faces and coats weighed together', () => {
    const fusion = { ...madeUpCalibration('photos'), embedder: 'fake-embedder-1', coat: { slope: 20, intercept: -10 }, weight: 0.2 };
    // Views of one animal that look so little alike that the faces alone show nothing.
    const [front, side] = [photo('front.jpg', { animal: 'mia', noise: 1.6 }), photo('side.jpg', { animal: 'mia', noise: 1.6, view: 7 })];

    it('lets a coat that agrees decide for faces that are not sure, and says how rarely that happens', async () => {
      expect((await compared([front, side], { use: 'identify' })).verdict.kind).not.toBe('match');
      const result = await compared([front, side], { use: 'identify', fake: { fused: { cat: fusion } } });
      expect(result).toMatchObject({ verdict: { kind: 'match' }, fused: { kind: 'match' } });
      expect(result.fused?.probability).toBeGreaterThan(result.face?.probability ?? 1);
      expect(describeComparison(result).at(-1)).toMatch(/^Face and coat weighed together: two different cats come this far in /);
    });

    it('finds two animals less alike than their faces are', async () => {
      const result = await compared([mia, rex], { fake: { fused: { cat: fusion } } });
      expect(result).toMatchObject({ verdict: { kind: 'unknown' }, fused: { kind: 'unknown' } });
    });

    it.each([
      ['another embedder was weighed', { fused: { cat: { ...fusion, embedder: 'another' } } }],
      ['another species was weighed', { fused: { dog: fusion } }],
      ['the photos show too few marks', { fused: { cat: fusion }, marks: 40 }],
    ])('goes by the face alone, to the digit, where %s', async (_, fake) => {
      const [alone, result] = [await compared([front, side]), await compared([front, side], { fake })];
      expect(result).toMatchObject({ fused: null, face: alone.face, verdict: alone.verdict });
    });
  });

  it('calls a person when marks that were measured on drawings say yes, and says so', async () => {
    const { result, regions } = await compare([mia, miaLater], { modality: 'nose' });
    expect(result).toMatchObject({
      species: null,
      face: null,
      verdict: { kind: 'review', why: 'drawn-only' },
      marks: { kind: 'supports' },
    });
    expect(regions.map(({ kind }) => kind)).toEqual(['nose', 'nose']);
    const words = describeComparison(result as Comparison).join(' ');
    expect(words).toContain('A person must look before anything is decided.');
    expect(words).toContain('100,000 comparisons of 51 drawn noses');
    expect(words).toContain('never decide alone');
  });

  it('takes a nose that fills its photo as it is when told so', async () => {
    const { regions } = await compare([mia, miaLater], { modality: 'nose', cropped: true });
    expect(regions).toEqual([{ kind: 'whole' }, { kind: 'whole' }]);
  });

  it('looks for a nose around that of the face, in a photo without a face as in a close-up, and says so where there is none', async () => {
    const { regions } = await compare([mia, miaLater], { modality: 'nose' });
    const around = regions.map((region) => (region.kind === 'nose' ? region.near.map(([x0, , x1]) => (x0 + x1) / 2) : []));
    expect(around).toEqual([
      [300, 300],
      [300, 300],
    ]);
    const none = await compare([photo('a.jpg'), photo('b.jpg', { animal: 'mia' })], { modality: 'nose', fake: { noses: 'none' } });
    expect(none.regions[0]).toEqual({ kind: 'nose', near: [] });
    expect(none.result).toMatchObject({
      kind: 'rejected',
      problems: [
        { kind: 'no-nose', photo: 'a.jpg', message: expect.stringContaining('close-up') },
        { kind: 'no-nose', photo: 'b.jpg' },
      ],
    });
  });

  it('looks for the coat at the head, and lets it decide by itself', async () => {
    const { result, regions } = await compare([mia, miaLater], { modality: 'coat' });
    expect(result).toMatchObject({ face: null, verdict: { kind: 'match' } });
    expect(regions.map(({ kind }) => kind)).toEqual(['head', 'head']);
    const crops = await compare([mia, miaLater], { modality: 'coat', cropped: true, species: 'dog' });
    expect(crops.regions.map(({ kind }) => kind)).toEqual(['whole', 'whole']);
    expect(crops.result).toMatchObject({ species: 'dog' });
  });

  it.each([
    ['nobody', photo('empty.jpg'), 'no-head', /No dog's or cat's head/],
    ['two animals', photo('two.jpg', { animal: 'mia' }, { animal: 'rex' }), 'several-heads', /2 heads/],
    ['another species', photo('dog.jpg', { animal: 'rex', species: 'dog' }), 'species-mismatch', /shows a dog, not a cat/],
    ['no picture', { name: 'x.jpg', bytes: new TextEncoder().encode('x') }, 'unreadable', /not a photo/],
    ['the same file', { name: 'copy.jpg', bytes: mia.bytes }, 'same-file', /same file as mia\.jpg/],
  ])('refuses a photo of %s, names it and says what to do', async (_, other, kind, message) => {
    const { result } = await compare([mia, other]);
    expect(result).toMatchObject({ kind: 'rejected', problems: [{ photo: other.name, kind, message: expect.stringMatching(message) }] });
  });
});
