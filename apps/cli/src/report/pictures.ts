import type { Box } from '@snout/core/recognition';
import sharp from 'sharp';

/** Space around a head, as a share of the longer side of its box. */
const MARGIN = 0.2;
const THUMBNAIL_QUALITY = 78;
const CROP_QUALITY = 90;

/** The head of a photo as a JPEG of `side` x `side` px; the part outside the photo stays grey. Carries no metadata. */
export async function cutHead(file: string, [x0, y0, x1, y1]: Box, side: number): Promise<Buffer> {
  const upright = await sharp(file, { failOn: 'none', autoOrient: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  const wanted = Math.max(x1 - x0, y1 - y0) * (1 + 2 * MARGIN);
  const left = clamp(Math.round((x0 + x1 - wanted) / 2), upright.info.width - 1);
  const top = clamp(Math.round((y0 + y1 - wanted) / 2), upright.info.height - 1);
  const width = Math.max(1, Math.min(Math.round(wanted), upright.info.width - left));
  const height = Math.max(1, Math.min(Math.round(wanted), upright.info.height - top));
  return sharp(upright.data)
    .extract({ left, top, width, height })
    .resize({ width: side, height: side, fit: 'contain', background: '#808080' })
    .flatten({ background: '#808080' })
    .jpeg({ quality: THUMBNAIL_QUALITY })
    .toBuffer();
}

/** RGB bytes of a square as a JPEG; carries no metadata. */
export function encodeCrop(rgb: Uint8Array, side: number): Promise<Buffer> {
  return sharp(rgb, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: CROP_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** RGB bytes of a square as a PNG: nothing of them is lost. */
export async function encodeLossless(rgb: Uint8Array, side: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await sharp(rgb, { raw: { width: side, height: side, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
}

/** A drawing as a PNG. */
export function rasterise(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** As an address that a page or a drawing holds in itself. */
export function toDataAddress(jpeg: Buffer): string {
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), high);
}
