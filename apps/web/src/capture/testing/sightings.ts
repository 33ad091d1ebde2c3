import type { LiveHead } from '@snout/vision/live';
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

export function sighting(seen: LiveHead | null, { detail = 7, wasClose = false } = {}): Sighting {
  return { look: { head: seen, heads: seen ? 1 : 0, detail, milliseconds: 50 }, frame: FRAME, wasClose };
}
