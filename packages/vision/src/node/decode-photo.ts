import sharp, { type Metadata, type Sharp } from 'sharp';
import { checkPhotoFile, checkPhotoSize, type Rejection, rejectTruncated } from '../photo/photo-limits.ts';
import { type DecodedPhoto, WORKING_SIDE } from '../pipeline/pixels.ts';
import { exposureTime } from './exposure-time.ts';

export type DecodeResult = { readonly kind: 'decoded'; readonly photo: DecodedPhoto } | Rejection;

/**
 * Process-wide settings for many photos decoded one by one: no cache of decoded files (memory stays flat) and one thread per photo
 * (workers are the parallelism). Called once per worker before the first photo.
 */
export function prepareDecoder(): void {
  sharp.cache(false);
  sharp.concurrency(1);
}

/**
 * Encoded bytes -> upright 8-bit sRGB working image. EXIF orientation applied, first frame of animations, transparency on white,
 * CMYK, grey and 16 bits converted. Never throws for a bad file; a file that ends early is `truncated`, not half a photo.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<DecodeResult> {
  const file = checkPhotoFile(bytes);
  if (file.kind === 'rejected') return file;
  try {
    const metadata = await open(bytes).metadata();
    const { width, height } = metadata.autoOrient;
    const rejection = checkPhotoSize(width, height);
    if (rejection !== null) return rejection;
    const { data, info } = await shrinkToWorkingSide(open(bytes), metadata).raw().toBuffer({ resolveWithObject: true });
    const pixels = { data, width: info.width, height: info.height, channels: 3 } as const;
    return { kind: 'decoded', photo: { pixels, width, height, takenAt: exposureTime(metadata.exif) } };
  } catch {
    return rejectTruncated(file.format);
  }
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'truncated', limitInputPixels: false, autoOrient: true, pages: 1, sequentialRead: true });
}

function shrinkToWorkingSide(image: Sharp, { autoOrient }: Metadata): Sharp {
  const { width, height } = autoOrient;
  const upright = image.flatten({ background: '#ffffff' }).toColourspace('srgb');
  if (Math.max(width, height) <= WORKING_SIDE) return upright;
  return upright.resize({ width: WORKING_SIDE, height: WORKING_SIDE, fit: 'inside', kernel: 'mitchell' });
}
