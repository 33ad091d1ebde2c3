import { brighten, type Colour, fromHsl, toHex } from './colour.ts';
import type { Frame } from './frame.ts';
import { short } from './placement.ts';
import type { Random } from './random.ts';

/** x, y, width and height in pixels. */
type Area = readonly [number, number, number, number];

export const rectangle = ([x, y, w, h]: Area, fill: string, extra = ''): string =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}" ${extra}/>`;

/** A muted colour as walls, cloth and furniture have it. */
export const muted = (random: Random): Colour =>
  fromHsl(random.between(0, 360), random.between(0.03, 0.4) ** 1.3, random.between(0.18, 0.85));

export function gradient(random: Random, id: string, from: Colour, to: Colour): string {
  const angle = random.between(0, Math.PI * 2);
  const [x, y] = [Math.cos(angle) / 2, Math.sin(angle) / 2];
  return `<linearGradient id="${id}" x1="${(0.5 - x).toFixed(2)}" y1="${(0.5 - y).toFixed(2)}" x2="${(0.5 + x).toFixed(2)}" y2="${(0.5 + y).toFixed(2)}"><stop offset="0" stop-color="${toHex(from)}"/><stop offset="1" stop-color="${toHex(to)}"/></linearGradient>`;
}

/** Fills a region with a soft gradient of one colour. */
export function wash(random: Random, id: string, box: Area, colour: Colour): string {
  return (
    gradient(random, id, brighten(colour, random.between(0.6, 0.95)), brighten(colour, random.between(1, 1.25))) +
    rectangle(box, `url(#${id})`)
  );
}

/** Short strokes: blades of grass, carpet pile, straw. */
export function strokes(
  random: Random,
  frame: Frame,
  options: { colour: Colour; count: number; size: number; top: number; upright: boolean },
): string {
  return Array.from({ length: options.count }, () => {
    const x = random.next() * frame.width;
    const depth = random.next() ** 0.7;
    const y = options.top + (frame.height - options.top) * depth;
    const angle = options.upright ? -Math.PI / 2 + random.normal(0, 0.35) : random.between(0, Math.PI * 2);
    const size = options.size * (0.35 + depth) * random.between(0.5, 1.4);
    const colour = brighten(options.colour, random.between(0.6, 1.35));
    return `<path d="M${short(x)} ${short(y)}l${short(Math.cos(angle) * size)} ${short(Math.sin(angle) * size)}" stroke="${toHex(colour)}" stroke-width="${short(size * 0.14 + 0.4)}"/>`;
  }).join('');
}

export function blobs(
  random: Random,
  frame: Frame,
  options: { count: number; size: number; colour: () => Colour; opacity: readonly [number, number] },
): string {
  return Array.from({ length: options.count }, () => {
    const r = options.size * random.between(0.3, 1.3);
    return `<ellipse cx="${short(random.next() * frame.width)}" cy="${short(random.next() * frame.height)}" rx="${short(r)}" ry="${short(r * random.between(0.4, 1))}" fill="${toHex(options.colour())}" opacity="${random.between(options.opacity[0], options.opacity[1]).toFixed(2)}" transform="rotate(${short(random.between(-40, 40))} ${frame.width / 2} ${frame.height / 2})"/>`;
  }).join('');
}

/** A cloudy or streaky texture over everything: wood, plaster, cloth. */
export function grainOf(random: Random, frame: Frame): string {
  const fine = random.between(0.008, 0.12);
  const stretch = random.chance(0.4) ? random.between(4, 14) : 1;
  const frequency = random.chance(0.5)
    ? `${(fine / stretch).toFixed(4)} ${fine.toFixed(4)}`
    : `${fine.toFixed(4)} ${(fine / stretch).toFixed(4)}`;
  const noise = `<feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="2" seed="${Math.floor(random.next() * 999)}"/>`;
  // Noise to a veil of black with varied opacity.
  const veil = `<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  1.6 1.2 0 0 -1"/>`;
  const filter = `<filter id="bt" x="0" y="0" width="100%" height="100%">${noise}${veil}</filter>`;
  return (
    filter + rectangle([0, 0, frame.width, frame.height], '#000', `filter="url(#bt)" opacity="${random.between(0.2, 0.6).toFixed(2)}"`)
  );
}
