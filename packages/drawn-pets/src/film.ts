import { createRandom, type Random } from './random.ts';
import { clamp } from './vector.ts';

/** What the camera does to the light: everything between a clean drawing and the bytes of a photo. */
export interface Film {
  /** Gaussian blur, standard deviation in pixels. */
  readonly blur: number;
  /** Motion blur: length in pixels and direction in radians; 0 for none. */
  readonly motion: { readonly length: number; readonly angle: number };
  /** Factor on linear-ish brightness, 1 as drawn. */
  readonly exposure: number;
  readonly contrast: number;
  /** Greater than 0 is redder. */
  readonly warmth: number;
  /** Standard deviation of the sensor's noise, in steps of 255. */
  readonly noise: number;
  readonly vignette: number;
  readonly saturation: number;
  readonly seed: string;
}

/** A photo's pixels: RGB, three bytes each, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export function drawFilm(random: Random, seed: string): Film {
  const blurred = random.chance(0.35);
  return {
    blur: blurred ? random.between(0.5, 2.6) : random.between(0, 0.6),
    motion: { length: random.chance(0.1) ? random.between(3, 10) : 0, angle: random.between(0, Math.PI) },
    exposure: Math.exp(random.normal(0.06, 0.2)) * (random.chance(0.07) ? 0.5 : 1),
    contrast: random.between(0.82, 1.15),
    warmth: random.normal(0.02, 0.08),
    noise: random.chance(0.2) ? random.between(4, 12) : random.between(0.8, 4),
    vignette: random.chance(0.4) ? random.between(0.05, 0.35) : 0,
    saturation: random.between(0.65, 1.1),
    seed,
  };
}

/** One pass of a running mean over lines of pixels; `stride` and `step` choose rows or columns. */
function meanPass(
  source: Float32Array,
  target: Float32Array,
  radius: number,
  axes: { lines: number; size: number; lineStep: number; step: number },
): void {
  const span = 2 * radius + 1;
  for (let line = 0; line < axes.lines; line++) {
    for (let channel = 0; channel < 3; channel++) {
      const base = line * axes.lineStep + channel;
      const read = (index: number): number => source[base + clamp(index, 0, axes.size - 1) * axes.step] ?? 0;
      let sum = 0;
      for (let index = -radius; index <= radius; index++) sum += read(index);
      for (let index = 0; index < axes.size; index++) {
        target[base + index * axes.step] = sum / span;
        sum += read(index + radius + 1) - read(index - radius);
      }
    }
  }
}

/** Gaussian blur as two running means in each direction, mixed for small deviations. */
function soften(image: Float32Array, width: number, height: number, deviation: number): void {
  if (deviation < 0.3) return;
  const radius = Math.max(1, Math.round(deviation * 1.2));
  const share = Math.min(1, deviation / 0.9);
  const original = share < 1 ? image.slice() : image;
  const other = new Float32Array(image.length);
  const passes = deviation < 0.9 ? 1 : 2;
  for (let pass = 0; pass < passes; pass++) {
    meanPass(image, other, radius, { lines: height, size: width, lineStep: width * 3, step: 3 });
    meanPass(other, image, radius, { lines: width, size: height, lineStep: 3, step: width * 3 });
  }
  if (share < 1)
    for (let index = 0; index < image.length; index++) image[index] = (image[index] ?? 0) * share + (original[index] ?? 0) * (1 - share);
}

function smear(image: Float32Array, width: number, height: number, motion: Film['motion']): Float32Array {
  if (motion.length < 1) return image;
  const samples = Math.ceil(motion.length);
  const result = new Float32Array(image.length);
  for (let sample = 0; sample < samples; sample++) {
    const far = (sample / Math.max(1, samples - 1) - 0.5) * motion.length;
    const dx = Math.round(Math.cos(motion.angle) * far);
    const dy = Math.round(Math.sin(motion.angle) * far);
    for (let y = 0; y < height; y++) {
      const row = clamp(y + dy, 0, height - 1) * width;
      for (let x = 0; x < width; x++) {
        const from = (row + clamp(x + dx, 0, width - 1)) * 3;
        const to = (y * width + x) * 3;
        for (let channel = 0; channel < 3; channel++)
          result[to + channel] = (result[to + channel] ?? 0) + (image[from + channel] ?? 0) / samples;
      }
    }
  }
  return result;
}

/** Applies the film to a clean drawing. Pure: the same film and pixels give the same photo. */
export function develop(pixels: Pixels, film: Film): Pixels {
  const { width, height } = pixels;
  const image = Float32Array.from(pixels.rgb);
  soften(image, width, height, film.blur);
  const moved = smear(image, width, height, film.motion);
  const random = createRandom(`film/${film.seed}`);
  const balance = [1 + film.warmth, 1, 1 - film.warmth] as const;
  const rgb = new Uint8Array(moved.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const away = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2;
      const gain = film.exposure * (1 - film.vignette * away);
      const grey = 0.3 * (moved[at] ?? 0) + 0.59 * (moved[at + 1] ?? 0) + 0.11 * (moved[at + 2] ?? 0);
      const grain = (random.next() + random.next() + random.next() - 1.5) * 2 * film.noise;
      for (const channel of [0, 1, 2] as const) {
        const vivid = grey + ((moved[at + channel] ?? 0) - grey) * film.saturation;
        const speck = (random.next() - 0.5) * film.noise * 1.2;
        rgb[at + channel] = clamp(Math.round((vivid * gain * balance[channel] - 118) * film.contrast + 118 + grain + speck), 0, 255);
      }
    }
  }
  return { width, height, rgb };
}
