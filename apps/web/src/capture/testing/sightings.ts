import type { LiveHead, LiveLook } from '@snout/vision/live';
import type { Sighting } from '../judge-frame.ts';

export const FRAME = { width: 640, height: 480 };

interface HeadOptions {
  readonly species?: 'dog' | 'cat';
  /** As in turnOf. */
  readonly turn?: number;
  /** Eye distance, px. */
  readonly eyes?: number;
  readonly score?: number;
  readonly reasons?: LiveHead['quality']['reasons'];
  readonly centre?: readonly [number, number];
}

/** A head in the middle of FRAME as the detector would describe it: about 2.7 eye distances wide. */
export function head({ species = 'dog', turn = 0, eyes = 80, score = 80, reasons = [], centre = [320, 240] }: HeadOptions = {}): LiveHead {
  const [x, y] = centre;
  const side = eyes * 2.7;
  return {
    box: [x - side / 2, y - side / 2, x + side / 2, y + side / 2],
    species,
    score: 0.6,
    landmarks: { leftEye: [x - eyes / 2, y - eyes / 3], rightEye: [x + eyes / 2, y - eyes / 3], nose: [x + turn * eyes, y + eyes / 3] },
    quality: { score, reasons, model: 'q' },
  };
}

type LiveNose = NonNullable<LiveLook['nose']>;

interface NoseOptions {
  readonly centre?: readonly [number, number];
  readonly score?: number;
  readonly reasons?: LiveNose['quality']['reasons'];
}

/** Leather 200 px wide. */
export function nose({ centre: [x, y] = [320, 240], score = 80, reasons = [] }: NoseOptions = {}): LiveNose {
  const nostrils = [[x - 40, y] as const, [x + 40, y] as const] as const;
  return { leather: [x - 100, y - 80, x + 100, y + 80], nostrils, tilt: 0, presence: 0.9, quality: { score, reasons } };
}

interface Seen {
  readonly nose?: LiveNose | null;
  readonly detail?: number;
}

export function sighting(seen: LiveHead | null, { nose = null, detail = 7 }: Seen = {}): Sighting {
  return { look: { head: seen, heads: seen ? 1 : 0, nose, detail, milliseconds: 50 }, frame: FRAME };
}
