import type { Recogniser } from '@snout/core/recognition';
import { type FakeHead, fakePhoto } from '@snout/core/testing';
import sharp from 'sharp';

const MARK = '\nfake photo: ';
const SIDE = 1000;

/**
 * A real JPEG (so that it can be shown) with a place in its EXIF (so that stripping can be seen), and behind its end what a
 * fake recogniser is to see in it.
 */
export async function testPhoto(...heads: readonly FakeHead[]): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: shade(heads) } })
    .withExif({ IFD0: { Copyright: 'secret owner' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
  return new Uint8Array(Buffer.concat([jpeg, Buffer.from(MARK), fakePhoto({ heads })]));
}

/** Reads what testPhoto wrote; other files are what they are to the fake recogniser. */
export function readingTestPhotos(fake: Recogniser): Recogniser {
  return {
    models: fake.models,
    analyse: (bytes, options) => {
      const at = Buffer.from(bytes).lastIndexOf(MARK);
      return fake.analyse(at < 0 ? bytes : bytes.slice(at + MARK.length), options);
    },
    close: () => fake.close(),
  };
}

/** Another content, another file. */
function shade(heads: readonly FakeHead[]): { r: number; g: number; b: number } {
  const code = [...JSON.stringify(heads)].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_536, 7);
  return { r: code % 256, g: code >> 8, b: 128 };
}
