import type { Box, Point } from '../recognition/photo-analysis.ts';

/** The leather of a nose in a photo. Pixels of the upright photo. */
export interface NoseRegion {
  /** Smallest upright box around the leather. */
  readonly leather: Box;
  /** The one further left in the photo first. */
  readonly nostrils: readonly [Point, Point];
  /** Of the line through both nostrils, degrees, clockwise: 0 is level. */
  readonly tilt: number;
  /** 0 to 1: how sure it is that there is a nose. */
  readonly presence: number;
}

export const NOSE_REASONS = ['move-closer', 'hold-still', 'more-light', 'avoid-shine', 'square-on', 'uncover-nose'] as const;
/** What a person can do to make a better close-up, worst defect first. */
export type NoseReason = (typeof NOSE_REASONS)[number];

/** How much of the pattern of the leather a photo can show. */
export interface NoseQuality {
  /** 0 (useless) to 100. */
  readonly score: number;
  readonly reasons: readonly NoseReason[];
}

export interface FoundNose extends NoseRegion {
  readonly quality: NoseQuality;
}

const ADVICE: Readonly<Record<NoseReason, string>> = {
  'move-closer': 'go closer, until the nose fills most of the photo',
  'hold-still': 'hold the camera still and let it focus on the nose',
  'more-light': 'make more light',
  'avoid-shine': 'wipe the nose dry, or turn a little to avoid the shine',
  'square-on': 'take it square on, both nostrils alike',
  'uncover-nose': 'show the whole nose',
};

/** In words; null when there is nothing to say. */
export function adviceForNose({ reasons }: NoseQuality): string | null {
  return reasons.length === 0 ? null : reasons.map((reason) => ADVICE[reason]).join('; ');
}
