import type { Pixels } from '../pipeline/pixels.ts';
import { screenFeatures } from './screen-features.ts';

/** Logistic regression on photos and simulated photos of screens (bench/src/photo-signals.ts), natural log-odds. */
const WEIGHTS = { lumaPeak: 3.56, chromaPeak: 0.88, constant: -9.5 };

/** 0 to 1: how much the photo looks like a photo of a screen. 0 for photos that are too small to tell. */
export function screenLikeness(pixels: Pixels): number {
  const features = screenFeatures(pixels);
  if (features === null) return 0;
  const logOdds = WEIGHTS.lumaPeak * features.lumaPeak + WEIGHTS.chromaPeak * features.chromaPeak + WEIGHTS.constant;
  return 1 / (1 + Math.exp(-logOdds));
}
