import type { MarkFinder } from '@snout/core/matching';
import type { AnalysisResult, Landmarks, Recogniser } from '@snout/core/recognition';
import { type FakeHead, type FakeNose, type FakePhoto, fakePhoto } from '@snout/core/testing';
import sharp from 'sharp';

const MARK = '\nfake photo: ';
/** The fake recogniser says that every photo has this side, in pixels. */
export const SIDE = 1000;

/** A head as the fake recogniser is to see it; landmarks are its own otherwise. */
export interface TestHead extends FakeHead {
  readonly landmarks?: Landmarks;
}

/**
 * A real JPEG (so that it can be shown) with a place in its EXIF (so that stripping can be seen), and behind its end what a
 * fake recogniser is to see in it.
 */
export async function testPhoto(...heads: readonly TestHead[]): Promise<Uint8Array<ArrayBuffer>> {
  const plain = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: shade(heads) } });
  return withHeads(await plain.png().toBuffer(), heads);
}

/** A close-up of a nose in which no head is seen. */
export async function testNose(nose: FakeNose): Promise<Uint8Array<ArrayBuffer>> {
  const plain = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: shade([nose]) } });
  return written(await plain.png().toBuffer(), { heads: [], nose });
}

/** The same with a picture of one's own, made square. */
export function withHeads(picture: Uint8Array, heads: readonly TestHead[]): Promise<Uint8Array<ArrayBuffer>> {
  return written(picture, { heads });
}

async function written(picture: Uint8Array, photo: FakePhoto): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await sharp(picture)
    .resize(SIDE, SIDE)
    .withExif({ IFD0: { Copyright: 'secret owner' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
  return new Uint8Array(Buffer.concat([jpeg, Buffer.from(MARK), fakePhoto(photo)]));
}

/** Reads what testPhoto wrote; other files are what they are to the fake recogniser. */
export function readingTestPhotos(fake: Recogniser): Recogniser {
  return {
    models: fake.models,
    analyse: async (bytes, options) => {
      const at = Buffer.from(bytes).lastIndexOf(MARK);
      if (at < 0) return fake.analyse(bytes, options);
      const said = bytes.slice(at + MARK.length);
      return withLandmarks(await fake.analyse(said, options), JSON.parse(Buffer.from(said).toString()).heads);
    },
    close: () => fake.close(),
  };
}

/** The same for a fake mark finder. */
export function markingTestPhotos(fake: MarkFinder): MarkFinder {
  return {
    model: fake.model,
    find: (bytes, region, options) => {
      const at = Buffer.from(bytes).lastIndexOf(MARK);
      return fake.find(at < 0 ? bytes : bytes.slice(at + MARK.length), region, options);
    },
    close: () => fake.close(),
  };
}

function withLandmarks(result: AnalysisResult, said: readonly TestHead[]): AnalysisResult {
  if (result.kind === 'rejected') return result;
  const heads = result.photo.heads.map((head) => {
    const landmarks = said.find(({ box }) => box?.join() === head.box.join())?.landmarks;
    return landmarks ? { ...head, landmarks } : head;
  });
  return { kind: 'analysed', photo: { ...result.photo, heads } };
}

/** Another content, another file. */
function shade(heads: readonly (FakeHead | FakeNose)[]): { r: number; g: number; b: number } {
  const code = [...JSON.stringify(heads)].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_536, 7);
  return { r: code % 256, g: code >> 8, b: 128 };
}
