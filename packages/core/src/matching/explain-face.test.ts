import { expect, test } from 'vitest';
import { createFakeRecogniser, fakePhoto } from '../testing/fake-recogniser.ts';
import { explainFace, FACE_CELLS } from './explain-face.ts';

const SIDE = 60;
const PIXELS = 3 * SIDE * SIDE;
const recogniser = createFakeRecogniser();

async function templateOf(animal: string, noise = 0) {
  const result = await recogniser.analyse(fakePhoto({ heads: [{ animal, noise }] }));
  if (result.kind !== 'analysed' || result.photo.heads[0] === undefined) throw new Error(result.kind);
  return result.photo.heads[0].template;
}

/** A bright spot in the middle of a cell. */
function crop(...cells: readonly number[]) {
  const picture = new Uint8Array(PIXELS).fill(60);
  const size = SIDE / FACE_CELLS;
  for (const cell of cells) {
    const [x, y] = [(cell % FACE_CELLS) * size + size / 2, Math.floor(cell / FACE_CELLS) * size + size / 2];
    picture.fill(255, 3 * (y * SIDE + x), 3 * (y * SIDE + x) + 3);
  }
  return { picture, side: SIDE, species: 'cat' as const };
}

/** A face is the more mia's the more of `good` are seen, and the less the more of `bad` are. */
function encoder(good: number, bad: number) {
  return async (picture: Uint8Array) => {
    const size = SIDE / FACE_CELLS;
    const seen = (cell: number) => {
      const [x, y] = [(cell % FACE_CELLS) * size + size / 2, Math.floor(cell / FACE_CELLS) * size + size / 2];
      return picture[3 * (y * SIDE + x)] === 255;
    };
    return fakePhoto({ heads: [{ animal: 'mia', noise: 1 + (seen(good) ? 0 : 1) + (seen(bad) ? 0.5 : 0) }] });
  };
}

test('the region without which the faces are less alike is found, and so is the one that keeps them apart', async () => {
  const [good, bad] = [8, 27];
  const heat = await explainFace({ recogniser, encode: encoder(good, bad) }, crop(good, bad), await templateOf('mia'));
  expect(heat).toHaveLength(FACE_CELLS * FACE_CELLS);
  const values = [...(heat ?? [])];
  expect(values.indexOf(Math.max(...values))).toBe(good);
  expect(values.indexOf(Math.min(...values))).toBe(bad);
  expect([values[good], (values[bad] ?? 0) < 0]).toEqual([1, true]);
  expect(values.filter((value) => value === 0)).toHaveLength(values.length - 2);
});

test('where no region moves the score all are 0, and a crop that gives no face gives no explanation', async () => {
  const other = await templateOf('mia');
  const same = async () => fakePhoto({ heads: [{ animal: 'mia' }] });
  expect(await explainFace({ recogniser, encode: same }, crop(8), other)).toEqual(new Float32Array(FACE_CELLS * FACE_CELLS));
  expect(await explainFace({ recogniser, encode: async () => fakePhoto({ heads: [] }) }, crop(8), other)).toBeNull();
});
