import type { AnalysisResult } from '@snout/core/recognition';
import { type PhotoFormat, sniffFormat } from './sniff-format.ts';

/** 50 MB: above what phones and cameras write as JPEG. */
export const MAX_FILE_BYTES = 50_000_000;
/** 100 megapixels: larger ones are panoramas, scans or decompression bombs. */
export const MAX_PIXELS = 100_000_000;
/** Below this many pixels on the shorter side no head has the 32 px that recognition starts at. */
export const MIN_SIDE = 32;
/** Longer to shorter side: strips and banners. */
export const MAX_ASPECT = 20;

export type Rejection = Extract<AnalysisResult, { kind: 'rejected' }>;
type ReadableFormat = Exclude<PhotoFormat, 'heic' | 'other-image'>;

/** Judges a file before it is decoded: a rejection, or the format that it begins like. */
export function checkPhotoFile(bytes: Uint8Array): Rejection | { readonly kind: 'readable'; readonly format: ReadableFormat } {
  if (bytes.byteLength === 0) return reject('empty-file', 'The file is empty. Choose the photo again.');
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return reject(
      'file-too-large',
      `The file has ${megabytes(bytes.byteLength)} MB; at most ${megabytes(MAX_FILE_BYTES)} MB are read. Save the photo as a smaller JPEG.`,
    );
  }
  const format = sniffFormat(bytes);
  switch (format) {
    case null:
      return reject('not-an-image', 'The file is not a photo. Choose a JPEG, PNG or WebP file.');
    case 'heic':
      return reject(
        'unsupported-format',
        'HEIC photos cannot be read. Export the photo as JPEG (iPhone: Settings, Camera, Formats, Most Compatible).',
      );
    case 'other-image':
      return reject('unsupported-format', 'This image format cannot be read. Export the photo as JPEG.');
    default:
      return { kind: 'readable', format };
  }
}

/** Judges the size that the file's header claims, in pixels; null: fine. */
export function checkPhotoSize(width: number, height: number): Rejection | null {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
  if (width * height > MAX_PIXELS) {
    const size = Math.round((width * height) / 1_000_000);
    return reject(
      'too-many-pixels',
      `The photo has ${size} megapixels; at most ${MAX_PIXELS / 1_000_000} are read. Make it smaller and try again.`,
    );
  }
  if (longer > shorter * MAX_ASPECT) {
    return reject('extreme-aspect', `The photo is a strip of ${width} x ${height} pixels. Cut out the part with the animal.`);
  }
  if (shorter < MIN_SIDE) {
    return reject(
      'too-small',
      `The photo has ${width} x ${height} pixels; at least ${MIN_SIDE} x ${MIN_SIDE} are needed. Use the original photo.`,
    );
  }
  return null;
}

/** The file begins like a photo of this format but cannot be decoded to its end. */
export function rejectTruncated(format: ReadableFormat): Rejection {
  return reject('truncated', `The ${format.toUpperCase()} file is damaged or was not copied completely. Copy or download it again.`);
}

function reject(reason: Rejection['reason'], message: string): Rejection {
  return { kind: 'rejected', reason, message };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
