import type { DistanceField, Solid } from './distance-field.ts';
import type { PetIdentity } from './pet-identity.ts';
import { scale, subtract, type Turn, unrotate, type Vector } from './vector.ts';

export type Posture = 'sitting' | 'lying' | 'standing';

const capsule = (from: Vector, to: Vector, radii: readonly [number, number]): Solid => ({ kind: 'capsule', from, to, radii });

/** Limbs and trunk in the body's own frame: the neck's root at the origin, chest towards +z, feet towards +y. */
function trunk(posture: Posture, k: number): Solid[] {
  switch (posture) {
    case 'sitting':
      return [
        { kind: 'ellipsoid', centre: [0, 0.75, -0.25], radii: [0.78 * k, 0.95, 0.7] },
        { kind: 'ellipsoid', centre: [0, 2, -0.85], radii: [0.95 * k, 1, 1] },
        { kind: 'ellipsoid', centre: [-0.8 * k, 2.35, -0.5], radii: [0.42, 0.7, 0.75] },
        { kind: 'ellipsoid', centre: [0.8 * k, 2.35, -0.5], radii: [0.42, 0.7, 0.75] },
        capsule([-0.36 * k, 0.9, 0.1], [-0.36, 2.75, 0.32], [0.34, 0.2]),
        capsule([0.36 * k, 0.9, 0.1], [0.36, 2.75, 0.32], [0.34, 0.2]),
        { kind: 'ellipsoid', centre: [-0.37, 2.92, 0.48], radii: [0.25, 0.17, 0.33] },
        { kind: 'ellipsoid', centre: [0.37, 2.92, 0.48], radii: [0.25, 0.17, 0.33] },
        capsule([0.5, 2.8, -1.4], [1.6, 2.9, -0.9], [0.2, 0.12]),
      ];
    case 'lying':
      return [
        { kind: 'ellipsoid', centre: [0, 0.55, -0.3], radii: [0.8 * k, 0.75, 0.75] },
        { kind: 'ellipsoid', centre: [0, 0.75, -1.9], radii: [0.9 * k, 0.72, 1.5] },
        { kind: 'ellipsoid', centre: [-0.75 * k, 0.95, -2.6], radii: [0.45, 0.5, 0.75] },
        { kind: 'ellipsoid', centre: [0.75 * k, 0.95, -2.6], radii: [0.45, 0.5, 0.75] },
        capsule([-0.45 * k, 1.05, -0.1], [-0.48, 1.28, 1.05], [0.3, 0.2]),
        capsule([0.45 * k, 1.05, -0.1], [0.48, 1.28, 1.05], [0.3, 0.2]),
        capsule([0.2, 1.2, -3.2], [1.5, 1.35, -2.9], [0.2, 0.12]),
      ];
    case 'standing':
      return [
        { kind: 'ellipsoid', centre: [0, 0.6, -0.35], radii: [0.72 * k, 0.85, 0.75] },
        { kind: 'ellipsoid', centre: [0, 0.55, -1.7], radii: [0.72 * k, 0.7, 1.4] },
        { kind: 'ellipsoid', centre: [0, 0.55, -2.7], radii: [0.68 * k, 0.72, 0.65] },
        capsule([-0.42 * k, 0.9, -0.2], [-0.4, 2.5, -0.1], [0.3, 0.19]),
        capsule([0.42 * k, 0.9, -0.2], [0.4, 2.5, -0.1], [0.3, 0.19]),
        capsule([-0.42 * k, 0.9, -2.75], [-0.4, 2.5, -2.9], [0.42, 0.19]),
        capsule([0.42 * k, 0.9, -2.75], [0.4, 2.5, -2.9], [0.42, 0.19]),
        capsule([0, 0.1, -3.2], [0.5, -0.7, -4], [0.2, 0.1]),
      ];
  }
}

/** How low the feet stand under the neck's root, in body units. */
export const standingHeight = (posture: Posture): number => ({ sitting: 3.05, lying: 1.45, standing: 2.7 })[posture];

/** The body under a head: `neckRoot` and the turn are in view axes; the result is in the body's own frame. */
export function shapeBody(pet: PetIdentity, posture: Posture, pose: { head: Vector; turn: Turn; neckRoot: Vector }): DistanceField {
  const girth = pet.build;
  // The neck ends inside the head: the head's place seen from the body.
  const back = unrotate(subtract(pose.head, pose.neckRoot), pose.turn);
  const neck: Solid[] = [capsule([0, 0.35, -0.25], scale(back, 0.85), [0.62 * girth, 0.58])];
  return { solids: [...trunk(posture, girth), ...neck], hollows: [], blend: 0.3 };
}
