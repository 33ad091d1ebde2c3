import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../photo/photo-limits.ts';
import { decodePhoto } from './decode-photo.ts';

/** Left half red, right half blue, with a green strip at the top: any turn or mirroring shows. */
const WIDTH = 96;
const HEIGHT = 64;
let pattern: Buffer;
const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 3 } } as const;

beforeAll(() => {
  pattern = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) pattern.set(y < 16 ? [0, 200, 0] : x < WIDTH / 2 ? [200, 0, 0] : [0, 0, 200], (y * WIDTH + x) * 3);
  }
});

async function decode(bytes: Uint8Array) {
  const result = await decodePhoto(bytes);
  if (result.kind === 'rejected') throw new Error(`${result.reason}: ${result.message}`);
  return result.photo;
}

/** The colour in the middle of the top, bottom left and bottom right parts. */
async function colours(bytes: Uint8Array): Promise<readonly string[]> {
  const { pixels } = await decode(bytes);
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * pixels.height) * pixels.width + Math.floor(x * pixels.width)) * 3;
    const [red = 0, green = 0, blue = 0] = pixels.data.subarray(start, start + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) < 40) return 'grey';
    return red > green && red > blue ? 'red' : green > blue ? 'green' : 'blue';
  };
  return [at(0.5, 0.1), at(0.2, 0.7), at(0.8, 0.7)];
}

const upright = ['green', 'red', 'blue'];
const rejection = (reason: string, message: RegExp) => ({ kind: 'rejected', reason, message: expect.stringMatching(message) });

describe('decodePhoto reads', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const)('%s', async (format) => {
    expect(await colours(await sharp(pattern, raw).toFormat(format).toBuffer())).toEqual(upright);
  });

  it('progressive JPEG', async () => {
    expect(await colours(await sharp(pattern, raw).jpeg({ progressive: true }).toBuffer())).toEqual(upright);
  });

  it('CMYK', async () => {
    expect(await colours(await sharp(pattern, raw).toColourspace('cmyk').jpeg().toBuffer())).toEqual(upright);
  });

  it('16 bits per channel', async () => {
    const bytes = await sharp(pattern, raw).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    expect(await colours(bytes)).toEqual(upright);
    expect((await decode(bytes)).pixels.data.length).toBe(WIDTH * HEIGHT * 3);
  });

  it('greyscale, with and without transparency', async () => {
    const grey = sharp(pattern, raw).greyscale();
    const { pixels } = await decode(await grey.clone().jpeg().toBuffer());
    expect(pixels.data.length).toBe(WIDTH * HEIGHT * 3);
    const transparent = await sharp(await grey.png().toBuffer())
      .ensureAlpha(0.5)
      .png()
      .toBuffer();
    expect((await decode(transparent)).pixels.data.length).toBe(WIDTH * HEIGHT * 3);
  });

  it('transparency on white', async () => {
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    expect((await decode(bytes)).pixels.data.every((value) => value === 255)).toBe(true);
  });

  it.each(['gif', 'webp'] as const)('the first frame of an animated %s', async (format) => {
    const second = Buffer.alloc(pattern.length, 255);
    const frames = { raw: { width: WIDTH, height: HEIGHT * 2, channels: 3, pageHeight: HEIGHT } } as const;
    const bytes = await sharp(Buffer.concat([pattern, second]), frames)
      .toFormat(format, { loop: 0 })
      .toBuffer();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    const photo = await decode(bytes);
    expect([photo.width, photo.height]).toEqual([WIDTH, HEIGHT]);
    expect(await colours(bytes)).toEqual(upright);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i upright', async (orientation) => {
    const stored = await unorient(orientation).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const photo = await decode(stored);
    expect([photo.width, photo.height]).toEqual([WIDTH, HEIGHT]);
    expect(await colours(stored)).toEqual(upright);
  });

  it('the time of exposure', async () => {
    const time = { exif: { IFD2: { DateTimeOriginal: '2024:05:01 10:20:30' } } };
    expect((await decode(await sharp(pattern, raw).withExif(time.exif).jpeg().toBuffer())).takenAt).toBe('2024-05-01T10:20:30');
    expect((await decode(await sharp(pattern, raw).jpeg().toBuffer())).takenAt).toBeNull();
    const nonsense = { IFD2: { DateTimeOriginal: 'yesterday, I think' } };
    expect((await decode(await sharp(pattern, raw).withExif(nonsense).jpeg().toBuffer())).takenAt).toBeNull();
  });

  it.each(['jpeg', 'png'] as const)('a large %s at a working size, with the size of the photo itself', async (format) => {
    const bytes = await sharp(pattern, raw).resize(3300, 2200).toFormat(format).toBuffer();
    const { pixels, width, height } = await decode(bytes);
    expect([width, height, pixels.width, pixels.height]).toEqual([3300, 2200, 1600, 1067]);
    expect(await colours(bytes)).toEqual(upright);
  });

  it('a photo turned and shrunk at once', async () => {
    const large = await sharp(pattern, raw).resize(2400, 1600).png({ compressionLevel: 1 }).toBuffer();
    const bytes = await sharp(large).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { pixels, width, height } = await decode(bytes);
    expect([width, height, pixels.width, pixels.height]).toEqual([2400, 1600, 1600, 1067]);
    expect(await colours(bytes)).toEqual(upright);
  });

  it('a part of a larger buffer', async () => {
    const jpeg = await sharp(pattern, raw).jpeg().toBuffer();
    const larger = Buffer.concat([Buffer.alloc(1000, 1), jpeg, Buffer.alloc(1000, 2)]);
    expect(await colours(larger.subarray(1000, 1000 + jpeg.length))).toEqual(upright);
  });
});

describe('decodePhoto refuses', () => {
  it('an empty file', async () => {
    expect(await decodePhoto(new Uint8Array())).toEqual(rejection('empty-file', /empty/));
  });

  it('a file that is too large before looking at it', async () => {
    expect(await decodePhoto(new Uint8Array(MAX_FILE_BYTES + 1))).toEqual(rejection('file-too-large', /at most 50 MB/));
  });

  it.each(['hello, I am a text', '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>', '%PDF-1.7', 'PK\x03\x04'])(
    'what is no photo: %s',
    async (text) => {
      expect(await decodePhoto(Buffer.from(text))).toEqual(rejection('not-an-image', /not a photo/));
    },
  );

  it('HEIC, with the way out', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)]);
    expect(await decodePhoto(heic)).toEqual(rejection('unsupported-format', /Export the photo as JPEG/));
  });

  it('other formats, with the way out', async () => {
    expect(await decodePhoto(Buffer.from('BM123456789012345678'))).toEqual(rejection('unsupported-format', /as JPEG/));
  });

  it('100 megapixels that a header of a few bytes claims', async () => {
    expect(await decodePhoto(pngHeader(20_000, 10_000))).toEqual(rejection('too-many-pixels', /200 megapixels.*at most 100/));
    expect(await decodePhoto(pngHeader(2_000_000_000 / 2, 2_000_000_000 / 2))).toMatchObject({ kind: 'rejected' });
  });

  it('a strip of 10,000 x 1 pixels', async () => {
    const strip = sharp({ create: { width: 10_000, height: 1, channels: 3, background: 'red' } });
    expect(await decodePhoto(await strip.png().toBuffer())).toEqual(rejection('extreme-aspect', /10000 x 1/));
  });

  it('a photo smaller than a head must be', async () => {
    const small = sharp(pattern, raw).resize(31, 40);
    expect(await decodePhoto(await small.png().toBuffer())).toEqual(rejection('too-small', /31 x 40.*32 x 32/));
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('a %s that ends early, wherever it was cut', async (format) => {
    const noise = Buffer.from(Uint8Array.from({ length: 200 * 160 * 3 }, (_, i) => (i * 7919) >> 3));
    const whole = await sharp(noise, { raw: { width: 200, height: 160, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    expect((await decodePhoto(whole)).kind).toBe('decoded');
    for (const share of [0.1, 0.5, 0.9]) {
      const cut = whole.subarray(0, Math.max(40, Math.floor(whole.length * share)));
      expect([share, await decodePhoto(cut)]).toEqual([share, rejection('truncated', /damaged or was not copied/)]);
    }
  });

  it('a large JPEG that ends early although it is decoded at a fraction of its size', async () => {
    const whole = await sharp(pattern, raw).resize(3300, 2200).jpeg().toBuffer();
    expect(await decodePhoto(whole.subarray(0, whole.length * 0.7))).toMatchObject({ reason: 'truncated' });
    const progressive = await sharp(pattern, raw).resize(1000, 700).jpeg({ progressive: true }).toBuffer();
    expect(await decodePhoto(progressive.subarray(0, progressive.length * 0.7))).toMatchObject({ reason: 'truncated' });
  });
});

/** The pattern stored so that a reader who applies the EXIF orientation sees it upright. */
function unorient(orientation: number) {
  const image = sharp(pattern, raw);
  switch (orientation) {
    case 2:
      return image.flop();
    case 3:
      return image.rotate(180);
    case 4:
      return image.flip();
    case 5:
      return sharp(
        transpose(pattern, (x, y) => [x, y]),
        TURNED,
      );
    case 6:
      return image.rotate(-90);
    case 7:
      return sharp(
        transpose(pattern, (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y]),
        TURNED,
      );
    case 8:
      return image.rotate(90);
    default:
      return image;
  }
}

const TURNED = { raw: { width: HEIGHT, height: WIDTH, channels: 3 } } as const;

function transpose(image: Buffer, from: (x: number, y: number) => readonly [number, number]): Buffer {
  const turned = Buffer.alloc(image.length);
  for (let y = 0; y < WIDTH; y++) {
    for (let x = 0; x < HEIGHT; x++) {
      const [sourceX, sourceY] = from(y, x);
      image.copy(turned, (y * HEIGHT + x) * 3, (sourceY * WIDTH + sourceX) * 3, (sourceY * WIDTH + sourceX) * 3 + 3);
    }
  }
  return turned;
}

/** A PNG of one header and a scrap of data that claims any size. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(body));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, tail]);
  };
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([mark, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND', Buffer.alloc(0))]);
}
