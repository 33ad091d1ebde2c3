import { type Pixels, rephotographScreen } from '@snout/vision/trace';
import sharp from 'sharp';

/** Sharpness of the grid that is left after the lens: kinds of simulated attacks, from the easy to the hard. */
export const ATTACKS: Readonly<
  Record<string, { readonly sharpness: readonly [number, number]; readonly blur: readonly [number, number] }>
> = {
  'grid clearly seen': { sharpness: [0.6, 1], blur: [0.3, 0.6] },
  'grid faintly seen': { sharpness: [0.3, 0.6], blur: [0.5, 0.9] },
  'grid nearly lost': { sharpness: [0.1, 0.3], blur: [0.8, 1.3] },
};

/** A simulated photo of the photo on a screen, as a JPEG file. `random`: 0 to 1. */
export async function photographScreen(photo: Pixels, attack: (typeof ATTACKS)[string], random: () => number): Promise<Buffer> {
  const between = ([low, high]: readonly [number, number]) => low + random() * (high - low);
  const width = Math.round(between([640, 1600]));
  const height = Math.round((width * photo.height) / photo.width);
  const { data } = rephotographScreen(photo, {
    screenWidth: Math.round(between([400, 1600])),
    width,
    height,
    fill: between([0.8, 1.4]),
    angle: between([-0.15, 0.15]),
    keystone: between([0, 0.2]),
    gap: between([0, 0.2]),
    sharpness: between(attack.sharpness),
    gamma: between([0.9, 1.3]),
    glare: between([0, 60]),
  });
  return sharp(data, { raw: { width, height, channels: 3 } })
    .blur(between(attack.blur))
    .jpeg({ quality: Math.round(between([70, 95])) })
    .toBuffer();
}
