import type { FoundNose, MarkFinder, MarksModel } from '../matching/index.ts';
import { madeUpCalibration, RULE, randomMarks, SIDE, seenAgain, toMarks } from '../matching/testing/made-up-marks.ts';
import { boxOfFakeHead, type FakeHead, type FakeNose, readFakePhoto } from './fake-recogniser.ts';

const MARKS = 250;

/**
 * Finds, at a head that `fakePhoto` wrote, marks that are its coat's own, somewhat otherwise in each view. `version` plays a newer network.
 * Coats that have nothing in common raise doubt. The same with noses.
 */
export function createFakeMarkFinder(version = 1): MarkFinder {
  const model = fakeMarksModel(version);
  return {
    model,
    async find(bytes, region, { withPicture = false } = {}) {
      const photo = readFakePhoto(bytes);
      if (photo === null) return { kind: 'rejected', reason: 'not-an-image', message: 'This file is not a photo.' };
      const picture = withPicture ? new Uint8Array(SIDE * SIDE * 3).fill(128) : null;
      if (region.kind === 'nose') {
        if (photo.nose === undefined) return { kind: 'no-nose' };
        return {
          kind: 'found',
          marks: marksOf({ ...photo.nose, coat: `nose ${photo.nose.animal}` }, model.id),
          picture,
          nose: noseOf(photo.nose),
        };
      }
      const { heads } = photo;
      const box = region.kind === 'whole' ? null : region.box;
      const head = heads.find((one, index) => box?.every((value, i) => value === boxOfFakeHead(one, index)[i])) ?? heads[0];
      return { kind: 'found', marks: marksOf(head, model.id), picture, nose: null };
    },
    async close() {},
  };
}

function noseOf({ quality = 80 }: FakeNose): FoundNose {
  return {
    leather: [300, 350, 700, 650],
    nostrils: [
      [400, 520],
      [600, 520],
    ],
    tilt: 0,
    presence: 0.95,
    quality: { score: quality, reasons: quality < 50 ? ['hold-still'] : [] },
  };
}

function fakeMarksModel(version: number): MarksModel {
  return {
    id: `fake-marks-${version}`,
    noses: 'fake-noses-1',
    rules: { nose: RULE, coat: RULE },
    calibration: {
      nose: madeUpCalibration('drawn'),
      coat: { dog: madeUpCalibration('photos'), cat: madeUpCalibration('photos') },
      fused: {},
    },
  };
}

function marksOf(head: FakeHead | undefined, model: string) {
  if (head === undefined) return toMarks([], model);
  const own = randomMarks(head.marks ?? MARKS, numberOf(`${model} ${head.coat ?? head.animal}`));
  return toMarks(
    seenAgain(own, (place) => place, { seed: numberOf(`${head.animal} ${head.view ?? 0}`), blur: 0.3 }),
    model,
  );
}

function numberOf(words: string): number {
  return [...words].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 7);
}
