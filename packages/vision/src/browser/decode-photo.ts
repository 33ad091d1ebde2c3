import { checkPhotoFile, checkPhotoSize, type Rejection, rejectTruncated } from '../photo/photo-limits.ts';
import { type DecodedPhoto, WORKING_SIDE } from '../pipeline/pixels.ts';

/**
 * Encoded bytes -> upright 8-bit sRGB working image, by the browser's own decoder: EXIF orientation applied, first frame of
 * animations, transparency on white. Differences from Node, which the server's second look makes good: the time of exposure is not
 * read, and some browsers show the whole part of a truncated file instead of refusing it.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<{ readonly kind: 'decoded'; readonly photo: DecodedPhoto } | Rejection> {
  const file = checkPhotoFile(bytes);
  if (file.kind === 'rejected') return file;
  const bitmap = await decodeBitmap(bytes);
  if (bitmap === null) return rejectTruncated(file.format);
  try {
    return checkPhotoSize(bitmap.width, bitmap.height) ?? { kind: 'decoded', photo: photoFromImage(bitmap) };
  } finally {
    bitmap.close();
  }
}

/** A photo from what the page shows already, e.g. a camera's frame. The image stays the caller's. */
export function photoFromImage(image: ImageBitmap | OffscreenCanvas | HTMLCanvasElement): DecodedPhoto {
  const { width, height } = image;
  const scale = Math.min(1, WORKING_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { pixels: { data, width: canvas.width, height: canvas.height, channels: 4 }, width, height, takenAt: null };
}

async function decodeBitmap(bytes: Uint8Array): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(bytes)]), { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}
