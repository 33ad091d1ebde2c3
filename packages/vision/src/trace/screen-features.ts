import type { Pixels } from '../pipeline/pixels.ts';
import { createFourier, type Fourier } from './fourier.ts';

/**
 * Traces of a screen's pixel grid: it is regular, the fur and rooms of real scenes are not. A camera that sees the grid finely shows
 * lines; one that sees it coarsely shows moiré, in brightness and, since red, green and blue lie side by side, in colour.
 */
export interface ScreenFeatures {
  /** Natural log of how far the highest peak of the brightness spectrum stands out of frequencies as high as its own. */
  readonly lumaPeak: number;
  /** The same of red minus blue. */
  readonly chromaPeak: number;
}

/** Side of a patch in pixels. */
const PATCH = 128;
/** Patches along each side at most; their spectra are added up: what all share stands out. */
const PATCHES = 2;
/** Frequencies below this many periods a patch are the picture itself. */
const LOWEST = 8;
/** Lines of 8 x 8 blocks (JPEG) repeat 16 times in a patch: these frequencies, along the axes, are not the screen's. */
const JPEG_PERIODS = PATCH / 8;

/** Null: the photo is smaller than a patch. */
export function screenFeatures(pixels: Pixels): ScreenFeatures | null {
  if (pixels.width < PATCH || pixels.height < PATCH) return null;
  workspace ??= createWorkspace();
  const { luma, chroma, rings } = workspace;
  luma.fill(0);
  chroma.fill(0);
  for (const [x, y] of patchCorners(pixels)) {
    readPatch(pixels, { x, y }, workspace);
    addSpectra(workspace);
  }
  return { lumaPeak: peakOf(luma, rings), chromaPeak: peakOf(chroma, rings) };
}

/** Tables, and room for one patch and the sums: 1 MB of garbage a photo otherwise. Nothing in it outlives a call. */
interface Workspace {
  readonly fourier: Fourier;
  readonly hann: Float64Array;
  readonly rings: readonly Int32Array[];
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly luma: Float64Array;
  readonly chroma: Float64Array;
}

let workspace: Workspace | null = null;

function createWorkspace(): Workspace {
  const room = () => new Float64Array(PATCH * PATCH);
  return {
    fourier: createFourier(PATCH),
    hann: hannWindow(),
    rings: frequencyRings(),
    re: room(),
    im: room(),
    luma: room(),
    chroma: room(),
  };
}

/** Lets the patch fade out towards its borders, whose jump would be a frequency of its own. */
function hannWindow(): Float64Array {
  return Float64Array.from({ length: PATCH }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / PATCH));
}

function patchCorners({ width, height }: Pixels): readonly (readonly [number, number])[] {
  return starts(height).flatMap((y) => starts(width).map((x) => [x, y] as const));
}

function starts(length: number): readonly number[] {
  const count = Math.min(PATCHES, Math.floor(length / PATCH));
  const room = length - PATCH;
  return Array.from({ length: count }, (_, i) => Math.floor(count === 1 ? room / 2 : (i * room) / (count - 1)));
}

/** Transform of a patch: two real signals in one, brightness as the real part, red minus blue as the imaginary one. */
function readPatch(
  { data, width, channels }: Pixels,
  corner: { readonly x: number; readonly y: number },
  { fourier, hann, re, im }: Workspace,
): void {
  for (let row = 0; row < PATCH; row++) {
    let at = ((corner.y + row) * width + corner.x) * channels;
    for (let column = 0; column < PATCH; column++, at += channels) {
      const r = data[at] ?? 0;
      const g = data[at + 1] ?? 0;
      const b = data[at + 2] ?? 0;
      const weight = (hann[row] ?? 0) * (hann[column] ?? 0);
      re[row * PATCH + column] = weight * (0.299 * r + 0.587 * g + 0.114 * b);
      im[row * PATCH + column] = weight * (r - b);
    }
  }
  for (let row = 0; row < PATCH; row++) fourier.transform(re, im, row * PATCH, 1);
  for (let column = 0; column < PATCH; column++) fourier.transform(re, im, column, PATCH);
}

/** Adds the sizes of both signals' frequencies, of the half that the other mirrors. */
function addSpectra({ re, im, luma, chroma }: Workspace): void {
  for (let v = 0; v <= PATCH / 2; v++) {
    for (let u = 0; u < PATCH; u++) {
      const k = v * PATCH + u;
      const mirror = ((PATCH - v) % PATCH) * PATCH + ((PATCH - u) % PATCH);
      const a = re[k] ?? 0;
      const b = im[k] ?? 0;
      const c = re[mirror] ?? 0;
      const d = im[mirror] ?? 0;
      luma[k] = (luma[k] ?? 0) + Math.sqrt((a + c) ** 2 + (b - d) ** 2);
      chroma[k] = (chroma[k] ?? 0) + Math.sqrt((b + d) ** 2 + (c - a) ** 2);
    }
  }
}

/** How far the highest frequency stands above the mean of those as high as it is, in natural logarithm. */
function peakOf(spectrum: Float64Array, rings: readonly Int32Array[]): number {
  const peaks = rings.map((ring) => {
    let sum = 0;
    let highest = Number.NEGATIVE_INFINITY;
    for (const place of ring) {
      // Never the logarithm of nothing: a flat patch has no frequencies at all.
      const value = Math.log(1e-3 + (spectrum[place] ?? 0));
      sum += value;
      if (value > highest) highest = value;
    }
    return highest - sum / ring.length;
  });
  return Math.max(...peaks);
}

/** Places in the half spectrum by distance from the constant, rounded: frequencies as high as each other. */
function frequencyRings(): readonly Int32Array[] {
  const rings = new Map<number, number[]>();
  for (let v = 0; v <= PATCH / 2; v++) {
    for (let u = 0; u < PATCH; u++) {
      const across = u > PATCH / 2 ? u - PATCH : u;
      const ring = Math.round(Math.hypot(across, v));
      if (ring < LOWEST || ring > PATCH / 2 || isBlockLine(across, v)) continue;
      const places = rings.get(ring) ?? [];
      places.push(v * PATCH + u);
      rings.set(ring, places);
    }
  }
  return [...rings.values()].map((places) => Int32Array.from(places));
}

function isBlockLine(u: number, v: number): boolean {
  const near = (f: number) => Math.abs(f - Math.round(f / JPEG_PERIODS) * JPEG_PERIODS) <= 1;
  return (Math.abs(u) <= 1 || Math.abs(v) <= 1) && near(u) && near(v);
}
