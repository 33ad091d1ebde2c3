import { brighten, type Colour, mix, toHex } from './colour.ts';
import { normalAt, ontoSurface } from './distance-field.ts';
import type { HeadShape } from './head-shape.ts';
import { type Light, lit } from './light.ts';
import type { PetIdentity } from './pet-identity.ts';
import { type Piece, type Placement, polyline, project, short, toView, turnOnly } from './placement.ts';
import type { Random } from './random.ts';
import { add, along, dot, scale, tangent, unit, type Vector } from './vector.ts';

/** What a face does in one photo. */
export interface Expression {
  /** 0 shut to 1 wide open. */
  readonly eyesOpen: number;
  /** Where the eyes look, in eye sizes. */
  readonly glance: readonly [x: number, y: number];
  /** Width of the pupil over that of the iris. */
  readonly pupil: number;
  /** 0 a closed mouth to 1 a panting dog with its tongue out. */
  readonly panting: number;
}

interface Plane {
  readonly centre: Vector;
  readonly right: Vector;
  readonly down: Vector;
  readonly out: Vector;
}

function planeAt(centre: Vector, out: Vector, turn = 0): Plane {
  const normal = unit(out);
  const across = tangent([1, 0, 0], normal);
  const below = unit(along(along([0, 1, 0], normal, -normal[1]), across, -across[1]));
  return {
    centre,
    out: normal,
    right: add(scale(across, Math.cos(turn)), scale(below, Math.sin(turn))),
    down: add(scale(below, Math.cos(turn)), scale(across, -Math.sin(turn))),
  };
}

const on = (plane: Plane, a: number, b: number, lift = 0): Vector =>
  along(along(along(plane.centre, plane.right, a), plane.down, b), plane.out, lift);

/** The matrix that lays a unit drawing (x right, y down) on the plane, as an SVG transform. */
function matrixOf(plane: Plane, placement: Placement, size: number, shift: readonly [number, number]): string {
  const origin = project(placement, on(plane, shift[0] * size, shift[1] * size));
  const right = project(placement, on(plane, (shift[0] + 1) * size, shift[1] * size));
  const down = project(placement, on(plane, shift[0] * size, (shift[1] + 1) * size));
  const numbers = [right[0] - origin[0], right[1] - origin[1], down[0] - origin[0], down[1] - origin[1]].map((n) => n.toFixed(3));
  return `matrix(${numbers.join(' ')} ${short(origin[0])} ${short(origin[1])})`;
}

export interface FaceStage {
  readonly placement: Placement;
  readonly light: Light;
  readonly random: Random;
  readonly expression: Expression;
  /** Makes ids of gradients unique within the scene. */
  readonly id: string;
}

function eyeOutline(pet: PetIdentity, plane: Plane, open: number, factor: number): Vector[] {
  const { size, opening } = pet.eyes;
  return Array.from({ length: 28 }, (_, index) => {
    const t = (index / 28) * Math.PI * 2;
    const upper = Math.sin(t) < 0;
    const bow = Math.sign(Math.sin(t)) * Math.abs(Math.sin(t)) ** 1.2;
    const height = opening * size * (upper ? 0.2 + 0.85 * open : 0.85 * (0.4 + 0.6 * open));
    const a = Math.cos(t) * size * factor;
    return on(plane, a, bow * height * factor, size * 0.25 * (1 - Math.cos(t) ** 2));
  });
}

/** One eye: dark rim, eyeball with iris and pupil, the lid's shadow and a glint. */
export function drawEye(pet: PetIdentity, head: HeadShape, which: 0 | 1, stage: FaceStage): Piece[] {
  const { placement, light, expression, id } = stage;
  const side = which === 0 ? -1 : 1;
  const plane = planeAt(head.landmarks.eyes[which], head.gazes[which], -side * pet.eyes.slant);
  const facing = turnOnly(placement, plane.out);
  if (facing[2] < 0.12) return [];
  const depth = toView(placement, plane.centre)[2] + pet.eyes.size * 0.35;
  const cat = pet.species === 'cat';
  const { size } = pet.eyes;
  const path = (factor: number): string =>
    polyline(
      eyeOutline(pet, plane, expression.eyesOpen, factor).map((p) => project(placement, p)),
      true,
    );
  const shade = lit([255, 255, 255], facing, light, 0.95);
  const factor = (colour: Colour): Colour => [(colour[0] * shade[0]) / 255, (colour[1] * shade[1]) / 255, (colour[2] * shade[2]) / 255];
  const iris = factor(pet.eyes.colours[which]);
  const gradient = `${id}e${which}`;
  const glance = expression.glance;
  const irisSize = cat ? 0.98 : 0.92;
  const matrix = matrixOf(plane, placement, size, [glance[0], glance[1] - 0.02]);
  const pupil = cat ? 0.02 : 0.38 + 0.25 * expression.pupil;
  const stops = [
    [0, brighten(iris, 0.1)],
    [pupil * 0.97, brighten(iris, cat ? 0.75 : 0.12)],
    [pupil * 1.05 + 0.02, brighten(iris, cat ? 0.9 : 0.8)],
    [0.72, brighten(iris, 1.18)],
    [0.9, brighten(iris, 0.72)],
    [0.96, brighten(iris, 0.28)],
    [0.985, brighten(iris, 0.22)],
    [1, cat ? brighten(iris, 0.3) : factor([168, 154, 146])],
  ] as const;
  const defs = `<radialGradient id="${gradient}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="${irisSize}" gradientTransform="${matrix}">${stops
    .map(([offset, colour]) => `<stop offset="${offset.toFixed(2)}" stop-color="${toHex(colour)}"/>`)
    .join('')}</radialGradient>`;
  const slit = cat
    ? `<ellipse rx="${(0.1 + 0.55 * expression.pupil).toFixed(2)}" ry="${Math.min(0.72, pet.eyes.opening * 0.8).toFixed(2)}" fill="#0b0908" transform="${matrix}"/>`
    : '';
  const upper = eyeOutline(pet, plane, expression.eyesOpen, 1)
    .filter((_, index) => index >= 14)
    .map((p) => project(placement, p));
  const glint = matrixOf(plane, placement, size, [light.direction[0] * 0.35, -0.28 + light.direction[1] * 0.12]);
  const unitPixels = placement.pixelsPerUnit * size;
  const rim = toHex(factor(mix(brighten(pet.coat.base, 0.25), [30, 24, 22], 0.75)));
  const svg = [
    `<path d="${path(1.3)}" fill="${rim}" opacity="0.55"/><path d="${path(1.14)}" fill="${rim}"/>`,
    defs,
    `<path d="${path(1)}" fill="url(#${gradient})"/>`,
    slit,
    `<path d="${polyline(upper, false)}" fill="none" stroke="#0d0a09" stroke-opacity="0.55" stroke-width="${short(Math.max(0.5, unitPixels * 0.24))}"/>`,
    `<ellipse rx="0.15" ry="0.13" fill="#fff" fill-opacity="0.88" transform="${glint}"/>`,
  ].join('');
  return [{ depth, svg }];
}

/** The nose leather with its nostrils. */
export function drawNose(pet: PetIdentity, head: HeadShape, stage: FaceStage): Piece[] {
  const { placement, light, id } = stage;
  const cat = pet.species === 'cat';
  const plane = planeAt(along(head.landmarks.nose, [0, 0, 1], 0.02), [0, cat ? -0.05 : -0.22, 1]);
  const facing = turnOnly(placement, plane.out);
  if (facing[2] < -0.2) return [];
  const { width, height } = pet.nose;
  const outline = Array.from({ length: 30 }, (_, index) => {
    const t = (index / 30) * Math.PI * 2;
    const b = Math.sin(t);
    const narrow = cat ? 1 - 0.62 * (b + 1) * 0.5 : 1 - 0.3 * (b + 1) * 0.5;
    const a = Math.sign(Math.cos(t)) * Math.abs(Math.cos(t)) ** 0.75 * narrow;
    const dip = cat && b < 0 ? 0.25 * (1 - a * a) * -b * 0.4 : 0;
    return project(placement, on(plane, a * width, (b * 0.9 + dip) * height, -a * a * width * 0.55));
  });
  const gradient = `${id}n`;
  const shade = (k: number): string => toHex(lit(brighten(pet.nose.colour, k), facing, light, 1));
  const [cx, cy] = project(placement, on(plane, 0, -height * 0.4));
  const r = placement.pixelsPerUnit * Math.max(width, height) * 1.25;
  const nostril = (side: -1 | 1): string => {
    const matrix = matrixOf(
      { ...plane, centre: on(plane, side * width * (cat ? 0.42 : 0.5), height * (cat ? 0.28 : 0.12), -width * 0.1) },
      placement,
      width,
      [0, 0],
    );
    return turnOnly(placement, unit(along(plane.out, plane.right, side * 0.6)))[2] < 0.05
      ? ''
      : `<ellipse rx="${cat ? 0.13 : 0.21}" ry="${cat ? 0.1 : 0.16}" fill="#080606" fill-opacity="${cat ? 0.6 : 0.85}" transform="${matrix} rotate(${side * -28})"/>`;
  };
  const svg = `<radialGradient id="${gradient}" gradientUnits="userSpaceOnUse" cx="${short(cx)}" cy="${short(cy)}" r="${short(r)}"><stop offset="0" stop-color="${toHex(mix(lit(pet.nose.colour, facing, light, 1), [235, 235, 240], cat ? 0.12 : 0.28))}"/><stop offset="0.5" stop-color="${shade(1)}"/><stop offset="1" stop-color="${shade(0.55)}"/></radialGradient><path d="${polyline(outline, true)}" fill="url(#${gradient})"/>${nostril(-1)}${nostril(1)}`;
  return [{ depth: toView(placement, plane.centre)[2] + 0.12, svg }];
}

/** The line under the nose and the lips. */
export function drawMouth(pet: PetIdentity, head: HeadShape, stage: FaceStage): Piece[] {
  const { placement } = stage;
  const cat = pet.species === 'cat';
  const { nose } = head.landmarks;
  const { mouth } = head;
  const lines: Vector[][] = [[[nose[0], nose[1] + pet.nose.height * 0.8, nose[2]], mouth]];
  const reach = cat ? 0.3 : pet.muzzle.width * 1.05;
  const back = cat ? 0.16 : pet.muzzle.length * 0.75;
  for (const side of [-1, 1]) {
    lines.push(
      Array.from({ length: 9 }, (_, index) => {
        const t = index / 8;
        const bow = cat ? 0.1 * Math.sin(t * Math.PI * 0.8) : 0.14 * Math.sin(t * Math.PI * 0.5) + 0.08 * t * t;
        return [side * reach * t ** 0.7, mouth[1] + bow, mouth[2] - back * t ** 1.5] as const;
      }),
    );
  }
  const width = placement.pixelsPerUnit * (cat ? 0.022 : 0.03);
  return lines.flatMap((line) => {
    const placed = line.map((p) => ontoSurface(head.field, p));
    const middle = placed[Math.floor(placed.length / 2)] ?? mouth;
    const seen = placed.filter((p) => turnOnly(placement, normalAt(head.field, p))[2] > 0);
    if (seen.length < 2) return [];
    const lifted = seen.map((p) => project(placement, along(p, normalAt(head.field, p), 0.02)));
    return [
      {
        depth: toView(placement, middle)[2] + 0.16,
        svg: `<path d="${polyline(lifted, false)}" fill="none" stroke="#1a1211" stroke-opacity="0.5" stroke-linecap="round" stroke-width="${short(Math.max(0.5, width))}"/>`,
      },
    ];
  });
}

/** Whiskers as fine bowed lines. */
export function drawWhiskers(pet: PetIdentity, head: HeadShape, stage: FaceStage): Piece[] {
  const { placement, random } = stage;
  const pieces: Piece[] = [];
  const pale = dot(pet.coat.base, [0.3, 0.6, 0.1]) > 150 ? '#f7f4ee' : '#d9d5d0';
  const { nose } = head.landmarks;
  for (const side of [-1, 1]) {
    for (let index = 0; index < pet.whiskers.count; index++) {
      const root = ontoSurface(head.field, [side * random.between(0.2, 0.34), nose[1] + random.between(0.08, 0.24), nose[2] - 0.08]);
      const size = pet.whiskers.length * random.between(0.6, 1.1);
      const tip = add(root, [side * size, random.between(-0.3, 0.22) * size, random.between(-0.35, 0.15) * size]);
      const bend = add(scale(add(root, tip), 0.5), [0, -0.12 * size, 0.12]);
      const [a, b, c] = [project(placement, root), project(placement, bend), project(placement, tip)];
      pieces.push({
        depth: Math.max(toView(placement, root)[2], toView(placement, tip)[2]) + 0.1,
        svg: `<path d="M${short(a[0])} ${short(a[1])}Q${short(b[0])} ${short(b[1])} ${short(c[0])} ${short(c[1])}" fill="none" stroke="${pale}" stroke-opacity="0.6" stroke-width="${short(Math.max(0.3, placement.pixelsPerUnit * 0.011))}"/>`,
      });
    }
  }
  return pieces;
}
