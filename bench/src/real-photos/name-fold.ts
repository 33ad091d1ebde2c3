import { createHash } from 'node:crypto';

/**
 * A stable number in [0, 1) for a name, which decides whether training may see what bears it. The same rule as `fold_of` of
 * training/snout_training/detector/photos.py.
 */
export function nameFold(name: string): number {
  return Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) / 2 ** 32;
}

/** Photos of heads/ whose file name's fold is below this were never trained or tuned on. */
export const HELD_OUT_PHOTOS = 0.2;
/** Dogs of dog-faces/ whose fold is below this were never trained or tuned on. */
export const HELD_OUT_DOGS = 1 / 6;
