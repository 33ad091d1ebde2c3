import { valueNoise } from '../noise.ts';
import { clamp, smoothStep } from '../vector.ts';
import type { NoseIdentity } from './nose-identity.ts';
import { LEATHER_REACH } from './nose-identity.ts';

/** What the leather is at one place. */
export interface CellPlace {
  /** 0 at the bottom of a groove to 1 on the crown of the highest bead. */
  readonly height: number;
  /** The nearest bead's own number, 0 to 1. */
  readonly own: number;
}

/** A number from 0 to 1 for a point of the lattice. */
function latticeNumber(x: number, y: number, seed: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/**
 * The beads of one nose as a function of the place (u, v) in the canonical square: cells around jittered points (Worley 1996) in a
 * lattice that is bent, stretched and densified towards the rim, some neighbours grown together.
 */
export function createCells(identity: NoseIdentity, seed: number): (u: number, v: number) => CellPlace {
  const { cells } = identity;
  const perUnit = cells.across / LEATHER_REACH;
  const [cos, sin] = [Math.cos(cells.direction), Math.sin(cells.direction)];
  const stretch = Math.sqrt(cells.elongation);
  return (u, v) => {
    const grow = perUnit * (1 + cells.denser * (u * u + v * v));
    const bendU = cells.bend * 2 * (valueNoise([u * 2.2 + 9, v * 2.2, 0.5], seed) - 0.5);
    const bendV = cells.bend * 2 * (valueNoise([u * 2.2, v * 2.2 + 9, 7.5], seed) - 0.5);
    const x = ((u * cos + v * sin) * grow + bendU) / stretch;
    const y = ((v * cos - u * sin) * grow + bendV) * stretch;
    return bead(x, y, identity, seed);
  };
}

/** The two nearest points of the lattice and what lies between them. */
function bead(x: number, y: number, identity: NoseIdentity, seed: number): CellPlace {
  const { jitter, merged, groove } = identity.cells;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  let [first, second] = [9, 9];
  let [own, other] = [0, 0];
  for (let code = 0; code < 9; code++) {
    const cx = column + (code % 3) - 1;
    const cy = row + Math.floor(code / 3) - 1;
    const dx = cx + 0.5 + (latticeNumber(cx, cy, seed) - 0.5) * jitter - x;
    const dy = cy + 0.5 + (latticeNumber(cx, cy, seed + 1) - 0.5) * jitter - y;
    const distance = dx * dx + dy * dy;
    if (distance >= second) continue;
    const number = latticeNumber(cx, cy, seed + 2);
    if (distance < first) [first, second, own, other] = [distance, first, number, own];
    else [second, other] = [distance, number];
  }
  const gap = Math.sqrt(second) - Math.sqrt(first);
  // Symmetric in the two, so that both sides of a border agree on whether it is a groove.
  const together = (own * 7.31 + other * 7.31) % 1 < merged;
  const wall = smoothStep(0, groove * 2, gap) * (together ? 0.25 : 1) + (together ? 0.75 : 0);
  const dome = 1 - 0.35 * clamp(first * 2, 0, 1);
  return { height: wall * dome * (0.62 + 0.38 * own), own };
}
