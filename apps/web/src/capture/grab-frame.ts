import type { CameraFrame } from './frame-pool.ts';

/** A frame of the camera in a canvas of its own. */
export interface CanvasFrame extends CameraFrame {
  readonly canvas: OffscreenCanvas;
}

/**
 * Copies what the video shows now; null before its first frame. Not createImageBitmap(video): in Chromium such a bitmap is drawn when
 * it is first used, by when the camera shows something else.
 */
export function grabFrame(video: HTMLVideoElement): CanvasFrame | null {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return {
    canvas,
    width,
    height,
    close() {
      // Frees the pixels without waiting for the collector.
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/** A smaller copy to hand to a worker: at most `side` px on its longer side. */
export function smallCopy({ canvas, width, height }: CanvasFrame, side: number): ImageBitmap {
  const scale = Math.min(1, side / Math.max(width, height));
  const small = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = small.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'medium';
    context.drawImage(canvas, 0, 0, small.width, small.height);
  }
  return small.transferToImageBitmap();
}
