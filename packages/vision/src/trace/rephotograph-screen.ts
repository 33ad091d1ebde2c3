import type { Pixels } from '../pipeline/pixels.ts';

/** How a photo on a screen is photographed again. A simulation: real screens and cameras differ. */
export interface ScreenShot {
  /** Pixels of the screen across the photo shown. */
  readonly screenWidth: number;
  /** Size of the new photo, pixels. */
  readonly width: number;
  readonly height: number;
  /** Share of the new photo's width that the shown photo fills; above 1: no border of the screen is seen. */
  readonly fill: number;
  /** Turn of the camera, radians. */
  readonly angle: number;
  /** Keystone: how much nearer the right side is than the left, 0 to 0.3. */
  readonly keystone: number;
  /** Gap between the stripes of a pixel: share of it that is dark, 0 to 0.3. */
  readonly gap: number;
  /** Depth of the stripes that is left after the lens, 0 (no grid at all) to 1. */
  readonly sharpness: number;
  /** Exponent on 0..1 brightness: what screen and camera together do to it. */
  readonly gamma: number;
  /** Brightest value that a reflection adds, 0 to 80. */
  readonly glare: number;
}

/** Samples a pixel and direction: the sensor's pixel is an area. */
const SAMPLES = 3;

/**
 * The photo shown on a screen whose pixels are three upright stripes (red, green, blue) with dark gaps, seen by a camera: turned,
 * in perspective, over a dark border, with a reflection. The grid is sampled by the camera's pixels, so moiré comes by itself.
 */
export function rephotographScreen(photo: Pixels, shot: ScreenShot): Pixels {
  const { width, height } = shot;
  const data = new Uint8ClampedArray(width * height * 3);
  const screenHeight = Math.round((shot.screenWidth * photo.height) / photo.width);
  const scale = shot.screenWidth / (shot.fill * width);
  const [cos, sin] = [Math.cos(shot.angle), Math.sin(shot.angle)];
  const curve = Float64Array.from({ length: 256 }, (_, value) => 255 * (value / 255) ** shot.gamma);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const px = x + ((s % SAMPLES) + 0.5) / SAMPLES - width / 2;
        const py = y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES - height / 2;
        const depth = 1 + (shot.keystone * px) / width;
        const u = ((cos * px - sin * py) / depth) * scale + shot.screenWidth / 2;
        const v = ((sin * px + cos * py) / depth) * scale + screenHeight / 2;
        addScreenLight(sum, { photo, shot, curve, screenHeight, u, v });
      }
      const glare = shot.glare * Math.max(0, 1 - Math.hypot(x / width - 0.7, y / height - 0.25) / 0.6);
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = (sum[c] ?? 0) / (SAMPLES * SAMPLES) + glare;
    }
  }
  return { data, width, height, channels: 3 };
}

interface ScreenPoint {
  readonly photo: Pixels;
  readonly shot: ScreenShot;
  readonly curve: Float64Array;
  readonly screenHeight: number;
  /** In pixels of the screen. */
  readonly u: number;
  readonly v: number;
}

/** Light of one point of the screen; beyond it is its dark frame. */
function addScreenLight(sum: number[], { photo, shot, curve, screenHeight, u, v }: ScreenPoint): void {
  if (u < 0 || v < 0 || u >= shot.screenWidth || v >= screenHeight) {
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + 12;
    return;
  }
  const x = Math.min(photo.width - 1, Math.floor(((Math.floor(u) + 0.5) * photo.width) / shot.screenWidth));
  const y = Math.min(photo.height - 1, Math.floor(((Math.floor(v) + 0.5) * photo.height) / screenHeight));
  const at = (y * photo.width + x) * photo.channels;
  const stripe = (u - Math.floor(u)) * 3;
  const inGap = stripe - Math.floor(stripe) < shot.gap || v - Math.floor(v) < shot.gap;
  for (let c = 0; c < 3; c++) {
    // A lit stripe is three times as bright: over a pixel the light is that of the photo.
    const grid = Math.floor(stripe) === c && !inGap ? 3 / (1 - shot.gap) ** 2 : 0;
    const light = 1 + shot.sharpness * (grid - 1);
    sum[c] = (sum[c] ?? 0) + (curve[photo.data[at + c] ?? 0] ?? 0) * light;
  }
}
