import type { Box } from '@snout/core/recognition';
import sharp from 'sharp';

/** Longest side of a photo as it is served, in pixels. */
export const PHOTO_SIDE = 1280;
/** Side of a head crop as it is served, in pixels. */
export const CROP_SIDE = 320;
/** Space around the head, as a share of the longer side of its box. */
const CROP_MARGIN = 0.15;
const JPEG_QUALITY = 85;
/** Of crops in which single marks are shown. */
const EVIDENCE_QUALITY = 90;

/** Pictures for people: JPEG, upright, without any metadata. */
export interface PhotoRenderer {
  /** The whole photo, longest side at most PHOTO_SIDE pixels; never enlarged. */
  renderPhoto(bytes: Uint8Array): Promise<Uint8Array>;
  /** The head, CROP_SIDE pixels square. `box` in pixels of the upright photo. */
  renderHead(bytes: Uint8Array, box: Box): Promise<Uint8Array>;
  /** RGB bytes of a square as an address that holds its JPEG in itself. */
  renderCrop(rgb: Uint8Array, side: number): Promise<string>;
  /** RGB bytes of a square as an image file that has lost nothing. */
  encodeLossless(rgb: Uint8Array, side: number): Promise<Uint8Array<ArrayBuffer>>;
  /** A drawing (SVG) as a PNG. */
  rasterise(svg: string): Promise<Uint8Array>;
}

/** sharp drops EXIF, GPS and colour profiles unless told to keep them, and works in its own threads. */
export const sharpPhotoRenderer: PhotoRenderer = {
  async renderPhoto(bytes) {
    return open(bytes)
      .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer();
  },

  async renderHead(bytes, box) {
    const { autoOrient } = await sharp(bytes).metadata();
    return open(bytes)
      .extract(cropRegion(box, autoOrient))
      .resize({ width: CROP_SIDE, height: CROP_SIDE, fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer();
  },

  async renderCrop(rgb, side) {
    const jpeg = await sharp(rgb, { raw: { width: side, height: side, channels: 3 } })
      .jpeg({ quality: EVIDENCE_QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer();
    return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
  },

  async encodeLossless(rgb, side) {
    return new Uint8Array(
      await sharp(rgb, { raw: { width: side, height: side, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
  },

  rasterise: (svg) => sharp(Buffer.from(svg)).png().toBuffer(),
};

function open(bytes: Uint8Array) {
  return sharp(bytes, { failOn: 'none' }).autoOrient().toColourspace('srgb');
}

interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The square around the head, moved and shrunk to lie inside the photo. */
export function cropRegion(box: Box, photo: { readonly width: number; readonly height: number }): Region {
  const [x0, y0, x1, y1] = box;
  const wanted = Math.max(x1 - x0, y1 - y0) * (1 + 2 * CROP_MARGIN);
  const side = Math.max(1, Math.min(Math.round(wanted), photo.width, photo.height));
  const left = clamp(Math.round((x0 + x1 - side) / 2), 0, photo.width - side);
  const top = clamp(Math.round((y0 + y1 - side) / 2), 0, photo.height - side);
  return { left, top, width: side, height: side };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
