import { type DistanceField, distanceTo, normalAt } from './distance-field.ts';
import type { PetIdentity } from './pet-identity.ts';
import { add, along, cross, scale, subtract, unit, type Vector } from './vector.ts';

/** An ear as a curved sheet in the head's frame. */
export interface EarSurface {
  readonly side: -1 | 1;
  /** Place on the sheet: u from -1 (front edge) to 1 (back edge), v from 0 (root) to 1 (tip). */
  readonly at: (u: number, v: number) => Vector;
  /** Unit vector out of the hairy outer face. */
  readonly outward: (u: number, v: number) => Vector;
}

/** How far the spine of the ear has bent at v, radians: what makes ears stand, tip over or hang. */
function bendOf(pet: PetIdentity): (v: number) => number {
  switch (pet.ears.carriage) {
    case 'upright':
      return (v) => 0.12 * v;
    case 'semi':
      return (v) => (v < 0.5 ? 0 : Math.min(1, (v - 0.5) / 0.2) * 2.1);
    case 'folded':
      return (v) => (v < 0.2 ? 0 : Math.min(1, (v - 0.2) / 0.25) * 2.5);
    case 'floppy':
      return (v) => Math.min(1, v / 0.28) * 1.5 + v * 0.25;
  }
}

/** The spine's points, its direction and its bend, sampled from root to tip. */
function traceSpine(pet: PetIdentity, side: -1 | 1, root: Vector): { points: Vector[]; up: Vector; across: Vector; over: Vector } {
  const { set, lean, length, carriage } = pet.ears;
  const hanging = carriage === 'floppy';
  const tilt = hanging ? 1.25 : set * 0.55 + lean * 0.5;
  const up = unit([side * Math.sin(tilt), -Math.cos(tilt), hanging ? -0.05 : -0.12]);
  // What the ear falls towards: hanging ears fall outwards and down, the others tip forwards.
  const over: Vector = hanging ? unit([side * 0.06, 1, 0.12]) : unit([side * 0.25, 0.15, 1]);
  const bend = bendOf(pet);
  const across = unit(hanging ? [side * 0.1, 0, -1] : add(cross(up, over), [0, 0, 0]));
  const points: Vector[] = [root];
  const steps = 16;
  for (let step = 0; step < steps; step++) {
    const angle = bend((step + 0.5) / steps);
    const direction = unit(add(scale(up, Math.cos(angle)), scale(over, Math.sin(angle))));
    points.push(along(points[step] ?? root, direction, length / steps));
  }
  return { points, up, across, over };
}

/** Half width at v as a share of the ear's width. */
function outline(v: number, roundness: number, hanging: boolean): number {
  const pointed = (1 - v) ** 0.85;
  const round = Math.sqrt(Math.max(0, 1 - v ** 2.6));
  const belly = hanging ? 0.62 + 0.5 * Math.sin(Math.min(1, v * 1.15) * Math.PI * 0.75) : 1;
  return (pointed * (1 - roundness) + round * roundness) * belly;
}

/** Both ears of an animal: left in the image first. */
export function shapeEars(pet: PetIdentity, skull: DistanceField): readonly [EarSurface, EarSurface] {
  const build = (side: -1 | 1): EarSurface => {
    const { set, width, roundness, carriage } = pet.ears;
    const hanging = carriage === 'floppy';
    const root: Vector = [side * Math.sin(set) * pet.skull.width * 0.9, -Math.cos(set) * pet.skull.height * 0.9, hanging ? 0.05 : -0.08];
    const spine = traceSpine(pet, side, root);
    // From the front edge (towards the nose) to the back edge, whichever ear it is.
    const across: Vector = hanging ? unit([side * 0.72, 0.1, -0.7]) : unit([side * 0.86, 0.32, -0.42]);
    const at = (u: number, v: number): Vector => {
      const position = Math.max(0, Math.min(0.9999, v)) * (spine.points.length - 1);
      const index = Math.floor(position);
      const from = spine.points[index] ?? root;
      const to = spine.points[index + 1] ?? from;
      const middle = along(from, subtract(to, from), position - index);
      const half = width * outline(v, roundness, hanging);
      const cup = hanging ? 0 : 0.3 * half * u * u;
      const place = along(along(middle, across, u * half), [0, 0, 1], cup);
      if (!hanging && v < 0.5) return place;
      const gap = distanceTo(skull, place) - (hanging ? 0.1 + pet.fur.length * 0.22 : 0.07);
      return gap < 0 ? along(place, normalAt(skull, place), -gap) : place;
    };
    const outward = (u: number, v: number): Vector => {
      const e = 0.03;
      const du = subtract(at(u + e, v), at(u - e, v));
      const dv = subtract(at(u, Math.min(1, v + e)), at(u, Math.max(0, v - e)));
      const normal = unit(cross(du, dv));
      // The outer face is the back of a standing ear; a hanging ear shows it to the side.
      return side > 0 ? normal : scale(normal, -1);
    };
    return { side, at, outward };
  };
  return [build(-1), build(1)];
}
