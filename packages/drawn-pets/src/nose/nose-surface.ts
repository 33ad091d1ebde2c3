import { valueNoise } from '../noise.ts';
import { createRandom } from '../random.ts';
import { add, along, rotate, scale, unrotate, type Vector } from '../vector.ts';
import { LEATHER_REACH, type NoseIdentity } from './nose-identity.ts';
import type { NoseView } from './nose-view.ts';

/** How high the middle of the leather stands out, in half widths of the canonical square, and how soon the dome falls away. */
const BULGE = 0.36;
const FALL = 1.1;

export type Point = readonly [x: number, y: number];

/** Where one photo shows which place of the canonical square. */
export interface NoseSurface {
  /** Canonical (u, v) and the direction the smooth leather faces in view axes, for a pixel of the photo (centres at k + 0.5). */
  readonly at: (x: number, y: number) => { readonly place: Point; readonly slope: Point };
  /** The photo's pixel that shows a canonical place; nobody asks whether the camera sees it. */
  readonly project: (place: Point) => Point;
}

/** The leather as a dome, grown, pulled about and turned before a camera; `side` of the photo in pixels. */
export function placeNose(identity: NoseIdentity, view: NoseView, side: number): NoseSurface {
  const { turn, distance, growth } = view;
  const focal = (view.fill * side * distance) / (2 * LEATHER_REACH);
  const middle: Point = [side * (0.5 + view.shift[0]), side * (0.5 + view.shift[1])];
  const pull = createPull(view);
  const reach: Point = [LEATHER_REACH * growth[0], LEATHER_REACH * identity.aspect * growth[1]];
  const height = (x: number, y: number): number => BULGE * Math.exp(-FALL * ((x / reach[0]) ** 2 + (y / reach[1]) ** 2));
  const eye = unrotate([0, 0, distance], turn);

  const at: NoseSurface['at'] = (px, py) => {
    const ray = unrotate([(px - middle[0]) / focal, (py - middle[1]) / focal, -1], turn);
    let z = 0;
    let hit: Vector = [0, 0, 0];
    // Where the ray meets the dome: its height is that of the place found so far.
    for (let round = 0; round < 4; round++) {
      hit = along(eye, ray, (z - eye[2]) / ray[2]);
      z = height(hit[0], hit[1]);
    }
    const [x, y] = [hit[0], hit[1]];
    const slope: Point = [(-2 * FALL * z * x) / reach[0] ** 2, (-2 * FALL * z * y) / reach[1] ** 2];
    const grown: Point = [x / growth[0], y / growth[1]];
    const [du, dv] = pull(grown);
    return { place: [grown[0] + du, grown[1] + dv], slope };
  };

  const project: NoseSurface['project'] = ([u, v]) => {
    let grown: Point = [u, v];
    for (let round = 0; round < 8; round++) {
      const [du, dv] = pull(grown);
      grown = [u - du, v - dv];
    }
    const [x, y] = [grown[0] * growth[0], grown[1] * growth[1]];
    const seen = rotate([x, y, height(x, y)], turn);
    const depth = distance - seen[2];
    return [middle[0] + (focal * seen[0]) / depth, middle[1] + (focal * seen[1]) / depth];
  };
  return { at, project };
}

/** Movement of the skin: a smooth field of shifts that differs from photo to photo. */
function createPull(view: NoseView): (place: Point) => Point {
  const seed = Math.floor(createRandom(`nose-pull/${view.seed}`).between(0, 2 ** 30));
  return ([u, v]) => [
    view.elastic * 2 * (valueNoise([u * 1.6 + 4, v * 1.6, 2], seed) - 0.5),
    view.elastic * 2 * (valueNoise([u * 1.6, v * 1.6 + 4, 5], seed) - 0.5),
  ];
}

/** The direction a surface faces, in view axes, from how steeply it rises along u and v. */
export function facing(slope: Point, view: NoseView): Vector {
  const size = 1 / Math.sqrt(1 + slope[0] ** 2 + slope[1] ** 2);
  return rotate(add(scale([-slope[0], -slope[1], 0], size), [0, 0, size]), view.turn);
}
