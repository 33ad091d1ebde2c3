import type { LiveSight } from '@snout/vision/live';
import { LIVE_FRAME_SIDE } from '@snout/vision/live';
import type { CapturedPhoto } from './captured-photo.ts';
import type { CanvasFrame } from './grab-frame.ts';

/** JPEG of 0 to 1: above this, files grow faster than anything is gained for recognition. */
const QUALITY = 0.92;

/** A frame as a photo file. No place, no device: a canvas knows neither. */
export async function encodeFrame({ canvas }: CanvasFrame, name: string): Promise<File> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return new File([blob], `${name}.jpg`, { type: 'image/jpeg' });
}

/** Size of a chosen file, and whether a head is seen in it; nothing is known of a file that this browser cannot read. */
export async function examineFile(file: File, sight: LiveSight | null): Promise<Pick<CapturedPhoto, 'size' | 'headSeen'>> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return { size: null, headSeen: null };
  const size = { width: picture.width, height: picture.height };
  const scale = Math.min(1, LIVE_FRAME_SIDE / Math.max(size.width, size.height));
  const bitmap = await createImageBitmap(picture, {
    resizeWidth: Math.max(1, Math.round(size.width * scale)),
    resizeHeight: Math.max(1, Math.round(size.height * scale)),
    resizeQuality: 'high',
  });
  picture.close();
  // A small head may vanish in so small a copy: only one that is seen is sure.
  const look = await sight?.look({ bitmap, ...size, nose: false }).catch(() => null);
  return { size, headSeen: look?.head ? true : null };
}
