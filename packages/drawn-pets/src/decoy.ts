import { brighten, type Colour, fromHsl, mix, parseColour, toHex } from './colour.ts';
import type { Frame } from './frame.ts';
import { short } from './placement.ts';
import type { Random } from './random.ts';

/** Things that are no dog and no cat, for pictures in which nothing must be found. */
export const DECOYS = ['person', 'plush', 'ball', 'plant'] as const;
export type Decoy = (typeof DECOYS)[number];

const ellipse = ([x, y, rx, ry]: readonly [number, number, number, number], fill: string, extra = ''): string =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}" ${extra}/>`;

function globe(id: string, colour: Colour, light: readonly [number, number]): string {
  return `<radialGradient id="${id}" cx="${light[0]}" cy="${light[1]}" r="0.8"><stop offset="0" stop-color="${toHex(brighten(colour, 1.25))}"/><stop offset="0.55" stop-color="${toHex(colour)}"/><stop offset="1" stop-color="${toHex(brighten(colour, 0.45))}"/></radialGradient>`;
}

function drawPerson(random: Random, id: string, size: number): string {
  const skin = parseColour(random.pick(['#f0cdb4', '#e2b08c', '#c98f66', '#9a6642', '#6b432b', '#f5dccb']));
  const hair = parseColour(random.pick(['#1d1713', '#3b2516', '#6b4423', '#a57b45', '#8a8783', '#7a2f17']));
  const shirt = fromHsl(random.between(0, 360), random.between(0.05, 0.6), random.between(0.2, 0.75));
  const [w, h] = [size * random.between(0.36, 0.44), size * 0.54];
  const eyes = [-1, 1].map((side) => {
    const x = side * w * 0.42;
    return `${ellipse([x, -h * 0.08, w * 0.17, h * 0.06], '#f4f1ee')}${ellipse([x, -h * 0.08, w * 0.075, h * 0.06], toHex(brighten(hair, 0.7)))}<path d="M${short(x - w * 0.2)} ${short(-h * 0.24)}q${short(w * 0.2)} ${short(-h * 0.07)} ${short(w * 0.4)} 0" stroke="${toHex(hair)}" stroke-width="${short(size * 0.025)}" fill="none"/>`;
  });
  return [
    globe(`${id}s`, skin, [0.35, 0.3]),
    globe(`${id}t`, shirt, [0.3, 0.2]),
    random.chance(0.5) ? ellipse([0, size * 0.12, w * 1.35, h * 1.25], toHex(brighten(hair, 0.8))) : '',
    ellipse([0, size * 1.55, size * 0.95, size * 0.95], `url(#${id}t)`),
    `<rect x="${short(-w * 0.42)}" y="${short(h * 0.5)}" width="${short(w * 0.84)}" height="${short(h * 0.75)}" fill="${toHex(brighten(skin, 0.75))}"/>`,
    ellipse([0, -h * 0.22, w * 1.1, h * 0.95], toHex(hair)),
    ellipse([0, 0, w, h], `url(#${id}s)`),
    `<path d="M${short(-w)} ${short(-h * 0.2)}Q${short(-w * 0.4)} ${short(-h * random.between(0.5, 0.9))} ${short(w * random.between(-0.3, 0.3))} ${short(-h * 0.55)}T${short(w)} ${short(-h * 0.2)}Q${short(w)} ${short(-h * 1.2)} 0 ${short(-h * 1.15)}T${short(-w)} ${short(-h * 0.2)}" fill="${toHex(hair)}"/>`,
    ...eyes,
    `<path d="M0 ${short(-h * 0.02)}q${short(w * 0.16)} ${short(h * 0.26)} ${short(-w * 0.08)} ${short(h * 0.27)}" stroke="${toHex(brighten(skin, 0.65))}" stroke-width="${short(size * 0.018)}" fill="none"/>`,
    `<path d="M${short(-w * 0.36)} ${short(h * 0.5)}q${short(w * 0.36)} ${short(h * random.between(0, 0.22))} ${short(w * 0.72)} 0" stroke="#a5554d" stroke-width="${short(size * 0.03)}" fill="none"/>`,
  ].join('');
}

function drawPlush(random: Random, id: string, size: number): string {
  const cloth = random.chance(0.5)
    ? parseColour(random.pick(['#9a6b3c', '#c79a62', '#7a5233', '#e2cfae']))
    : fromHsl(random.between(0, 360), random.between(0.2, 0.7), random.between(0.4, 0.8));
  const pale = mix(cloth, [255, 245, 230], 0.55);
  const r = size * 0.5;
  const ears = [-1, 1].map(
    (side) =>
      ellipse([side * r * 0.78, -r * 0.72, r * 0.36, r * 0.36], `url(#${id}c)`) +
      ellipse([side * r * 0.78, -r * 0.7, r * 0.2, r * 0.2], toHex(pale)),
  );
  const eyes = [-1, 1].map(
    (side) =>
      ellipse([side * r * 0.36, -r * 0.12, r * 0.1, r * 0.1], '#14110f') +
      ellipse([side * r * 0.36 - r * 0.03, -r * 0.16, r * 0.03, r * 0.03], '#fff'),
  );
  return [
    globe(`${id}c`, cloth, [0.35, 0.28]),
    globe(`${id}p`, pale, [0.4, 0.3]),
    ellipse([0, r * 1.75, r * 0.95, r * 1.1], `url(#${id}c)`),
    ellipse([0, r * 1.8, r * 0.6, r * 0.75], `url(#${id}p)`),
    ...[-1, 1].map((side) =>
      ellipse(
        [side * r * 1, r * 1.45, r * 0.3, r * 0.6],
        `url(#${id}c)`,
        `transform="rotate(${side * -25} ${short(side * r)} ${short(r * 1.45)})"`,
      ),
    ),
    ...[-1, 1].map((side) => ellipse([side * r * 0.7, r * 2.7, r * 0.4, r * 0.35], `url(#${id}c)`)),
    ...ears,
    ellipse([0, 0, r, r * 0.92], `url(#${id}c)`),
    ellipse([0, r * 0.34, r * 0.46, r * 0.36], `url(#${id}p)`),
    ...eyes,
    ellipse([0, r * 0.18, r * 0.13, r * 0.09], '#2a1d18'),
    `<path d="M0 ${short(r * 0.27)}v${short(r * 0.16)}m${short(-r * 0.16)} ${short(r * 0.08)}q${short(r * 0.16)} ${short(r * 0.1)} ${short(r * 0.32)} 0" stroke="#3a2a22" stroke-width="${short(r * 0.03)}" fill="none"/>`,
    `<path d="M0 ${short(-r * 0.9)}V${short(-r * 0.3)}M0 ${short(r * 0.8)}V${short(r * 2.7)}" stroke="#000" stroke-opacity="0.25" stroke-width="${short(r * 0.02)}" stroke-dasharray="${short(r * 0.06)}"/>`,
  ].join('');
}

function drawBall(random: Random, id: string, size: number): string {
  const r = size * 0.42;
  const colour = fromHsl(random.between(0, 360), random.between(0.4, 0.85), random.between(0.35, 0.65));
  return `${globe(`${id}b`, colour, [0.35, 0.3])}${ellipse([0, r * 0.98, r * 0.9, r * 0.16], '#000', 'opacity="0.35"')}${ellipse([0, 0, r, r], `url(#${id}b)`)}<path d="M${short(-r * 0.92)} ${short(-r * 0.3)}Q0 ${short(r * 0.4)} ${short(r * 0.92)} ${short(-r * 0.3)}M${short(-r * 0.6)} ${short(r * 0.75)}Q0 ${short(-r * 0.1)} ${short(r * 0.6)} ${short(r * 0.75)}" stroke="#fff" stroke-opacity="0.7" stroke-width="${short(r * 0.08)}" fill="none"/>`;
}

function drawPlant(random: Random, id: string, size: number): string {
  const green = fromHsl(random.between(80, 150), random.between(0.25, 0.6), random.between(0.2, 0.4));
  const leaves = Array.from({ length: 22 }, () => {
    const angle = random.between(-1.5, 1.5);
    const reach = size * random.between(0.35, 0.9);
    const [x, y] = [Math.sin(angle) * reach, -Math.cos(angle) * reach];
    return `<path d="M0 0Q${short(x * 0.5 - y * 0.2)} ${short(y * 0.5 + x * 0.2)} ${short(x)} ${short(y)}Q${short(x * 0.5 + y * 0.14)} ${short(y * 0.5 - x * 0.14)} 0 0" fill="${toHex(brighten(green, random.between(0.55, 1.5)))}"/>`;
  });
  return `${leaves.join('')}${globe(`${id}p`, parseColour(random.pick(['#a5532f', '#d8d2c6', '#4a4c50'])), [0.3, 0.3])}<path d="M${short(-size * 0.3)} 0h${short(size * 0.6)}l${short(-size * 0.08)} ${short(size * 0.55)}h${short(-size * 0.44)}z" fill="url(#${id}p)"/>`;
}

/** Draws a decoy somewhere in the frame. */
export function drawDecoy(kind: Decoy, random: Random, frame: Frame, id: string): string {
  const size = Math.min(frame.width, frame.height) * random.between(0.2, 0.6);
  const [x, y] = [frame.width * random.between(0.15, 0.85), frame.height * random.between(0.25, 0.8)];
  const draw = { person: drawPerson, plush: drawPlush, ball: drawBall, plant: drawPlant }[kind];
  return `<g transform="translate(${short(x)} ${short(y)}) rotate(${short(random.normal(0, 9))})">${draw(random, id, size)}</g>`;
}
