import { type Colour, tint } from './colour.ts';
import type { Random } from './random.ts';
import { clamp, dot, unit, type Vector } from './vector.ts';

/** The light of a photo, the same for everything in it. Factors multiply colours. */
export interface Light {
  /** Unit vector from the scene towards the lamp or sun, in view axes. */
  readonly direction: Vector;
  readonly ambient: Colour;
  readonly key: Colour;
}

export function drawLight(random: Random): Light {
  const direction = unit([random.between(-1, 1), random.between(-1.2, 0.05), random.between(0.15, 1.1)]);
  const contrast = random.between(0.25, 0.95);
  const warmth = random.normal(0.02, 0.07);
  const ambient = 1.02 - contrast * 0.46;
  const key = contrast * 0.72;
  return {
    direction,
    ambient: [ambient * (1 - warmth * 0.4), ambient, ambient * (1 + warmth * 0.5)],
    key: [key * (1 + warmth), key, key * (1 - warmth * 1.3)],
  };
}

/** The colour of a surface under the light. `openness` is 0 in a crease and 1 in the open. */
export function lit(colour: Colour, normal: Vector, light: Light, openness: number): Colour {
  // Fur scatters: the light wraps around the shape.
  const facing = clamp((dot(normal, light.direction) + 0.35) / 1.35, 0, 1);
  const shade: Colour = [
    (light.ambient[0] + light.key[0] * facing) * openness,
    (light.ambient[1] + light.key[1] * facing) * openness,
    (light.ambient[2] + light.key[2] * facing) * openness,
  ];
  return tint(colour, shade);
}
