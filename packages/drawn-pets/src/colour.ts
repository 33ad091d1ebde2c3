import { clamp } from './vector.ts';

/** Red, green, blue, 0 to 255 (may leave that range while light is being added). */
export type Colour = readonly [r: number, g: number, b: number];

/** From "#rrggbb". */
export function parseColour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** To "#rrggbb". */
export function toHex(colour: Colour): string {
  const [r, g, b] = colour.map((part) => Math.round(clamp(part, 0, 255)));
  return `#${(((r ?? 0) << 16) | ((g ?? 0) << 8) | (b ?? 0)).toString(16).padStart(6, '0')}`;
}

/** `a` at weight 0, `b` at weight 1. */
export const mix = (a: Colour, b: Colour, weight: number): Colour => [
  a[0] + (b[0] - a[0]) * weight,
  a[1] + (b[1] - a[1]) * weight,
  a[2] + (b[2] - a[2]) * weight,
];

export const brighten = (a: Colour, factor: number): Colour => [a[0] * factor, a[1] * factor, a[2] * factor];

/** Channel by channel. */
export const tint = (a: Colour, factors: Colour): Colour => [a[0] * factors[0], a[1] * factors[1], a[2] * factors[2]];

/** Luma of ITU-R BT.601. */
export const luma = (a: Colour): number => 0.299 * a[0] + 0.587 * a[1] + 0.114 * a[2];

/** Hue 0 to 360, saturation and lightness 0 to 1. */
export function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}
