import { type Colour, mix } from '../colour.ts';
import { roughNoise, valueNoise } from '../noise.ts';
import { createRandom } from '../random.ts';
import { clamp, smoothStep } from '../vector.ts';
import { createCells } from './leather-cells.ts';
import { LEATHER_REACH, type NoseIdentity } from './nose-identity.ts';

/**
 * One nose without a photo's light, pose and camera, as a square of side × side places, rows from the top. Place (column, row) is
 * the point (u, v) = ((column + 0.5) · 2 / side - 1, (row + 0.5) · 2 / side - 1) of the canonical square.
 */
export interface LeatherMap {
  readonly side: number;
  /** 0 to 1: grooves, beads, nostrils; 0 in the hair. Times `identity.cells.relief` it is a length in units of the square's half width. */
  readonly height: Float32Array;
  /** RGB, three numbers a place, 0 to 255: the colour without light. */
  readonly albedo: Float32Array;
  /** 0 in the middle of the leather, 1 on its outline, more in the hair. */
  readonly rim: Float32Array;
}

/** Draws the canonical map of a nose. Pure; about 0.1 s at 320. */
export function drawLeatherMap(identity: NoseIdentity, side = 320): LeatherMap {
  const random = createRandom(`${identity.seed}/map`);
  const seed = Math.floor(random.between(0, 2 ** 30));
  const cellAt = createCells(identity, seed);
  const height = new Float32Array(side * side);
  const albedo = new Float32Array(side * side * 3);
  const rim = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const place = row * side + column;
      const u = ((column + 0.5) * 2) / side - 1;
      const v = ((row + 0.5) * 2) / side - 1;
      const edge = rimAt(identity, u, v, seed);
      const cell = cellAt(u, v);
      const hole = nostrilAt(identity, u, v);
      const line = grooveAt(identity, u, v);
      rim[place] = edge;
      const beads = cell.height * (0.9 + 0.2 * (valueNoise([u * 40, v * 40, 3], seed) - 0.5));
      height[place] = clamp(beads * (1 - 0.85 * line) * (1 - hole) * (1 - smoothStep(1.04, 1.1, edge)), 0, 1);
      const colour = colourAt(identity, { u, v, own: cell.own, edge, hole, line }, seed);
      for (const channel of [0, 1, 2] as const) albedo[place * 3 + channel] = colour[channel];
    }
  }
  return { side, height, albedo, rim };
}

/** 0 in the middle of the leather to 1 on its outline, growing on outside. */
function rimAt(identity: NoseIdentity, u: number, v: number, seed: number): number {
  const halfHeight = LEATHER_REACH * identity.aspect;
  const a = Math.abs(u) / LEATHER_REACH;
  const dipped = v - identity.dip * LEATHER_REACH * Math.max(0, 1 - a * 1.6);
  const b = (v < 0 ? dipped : v) / halfHeight;
  const width = 1 - identity.narrowing * clamp((b + 1) / 2, 0, 1.2) ** 1.4;
  const power = identity.species === 'cat' ? 2.9 : 2.5;
  const plain = ((a / width) ** power + Math.abs(b) ** power) ** (1 / power);
  return plain + identity.wobble * 2 * (valueNoise([u * 3, v * 3, 11], seed) - 0.5);
}

/** 0 outside the nostrils to 1 in their depth: a round hole with a slit that runs outwards and up. */
function nostrilAt({ nostrils }: NoseIdentity, u: number, v: number): number {
  const a = (Math.abs(u) - nostrils.apart * LEATHER_REACH) / nostrils.size;
  const b = (v - nostrils.height * LEATHER_REACH) / nostrils.size;
  const [cos, sin] = [Math.cos(nostrils.slant), Math.sin(nostrils.slant)];
  const [along, across] = [a * cos + b * sin, b * cos - a * sin];
  const hole = Math.hypot(along * 0.85, across * 1.25);
  const curve = across + 0.35 * (along - 0.6) ** 2;
  const slit = along > 0 && along < 2 ? Math.abs(curve) * (2.4 + 1.6 * along) : 9;
  return 1 - smoothStep(0.7, 1.1, Math.min(hole, slit));
}

/** 0 off the line under the nose to 1 in it: from between the nostrils down to the mouth, which parts to both sides. */
function grooveAt({ philtrum, aspect, nostrils }: NoseIdentity, u: number, v: number): number {
  const mouth = LEATHER_REACH * aspect * 1.12;
  const start = LEATHER_REACH * nostrils.height * 0.6;
  const across = Math.abs(u - philtrum.bend * Math.sin(v * 5)) / philtrum.width;
  const upright = v > start && v < mouth ? Math.exp(-across * across) * smoothStep(start, start + 0.2, v) : 0;
  const bow = mouth + 0.12 * Math.sin(Math.min(1.4, Math.abs(u)) * 2.4) - v;
  const lip = Math.exp(-((bow / (philtrum.width * 0.9)) ** 2));
  return Math.max(upright, lip);
}

interface Spot {
  readonly u: number;
  readonly v: number;
  readonly own: number;
  readonly edge: number;
  readonly hole: number;
  readonly line: number;
}

function colourAt(identity: NoseIdentity, spot: Spot, seed: number): Colour {
  const { pigment, hair } = identity;
  // A bead is of one colour as a rule: borders of patches follow the beads.
  const field = roughNoise([spot.u * 2.4, spot.v * 2.4, 21], seed) + (spot.own - 0.5) * 0.16;
  const sharp = pigment.kind === 'spotted' ? 0.02 : 0.2;
  const patch = smoothStep(1 - pigment.patches - sharp, 1 - pigment.patches + sharp, field + 0.08);
  const tone = 0.9 + 0.2 * spot.own;
  const bare = mix(pigment.leather, pigment.patch, patch);
  const leather: Colour = [bare[0] * tone, bare[1] * tone, bare[2] * tone];
  const dark = Math.max(spot.hole * 0.93, spot.line * 0.55);
  const skin = mix(leather, [8, 6, 6], dark);
  const strand = 0.9 + 0.3 * (roughNoise([spot.u * 2, spot.v * 2, 31], seed) - 0.5);
  const fur: Colour = [hair[0] * strand, hair[1] * strand, hair[2] * strand];
  return mix(skin, mix(fur, [22, 16, 15], spot.line * 0.8), smoothStep(0.97, 1.05, spot.edge));
}
