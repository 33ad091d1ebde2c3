import { type DistanceField, meet, normalAt, type Solid } from './distance-field.ts';
import type { HeadLandmarks } from './fur-place.ts';
import type { PetIdentity } from './pet-identity.ts';
import type { Vector } from './vector.ts';

/** The solid head of one animal in its own frame: face towards +z, y down, skull around the origin. */
export interface HeadShape {
  readonly field: DistanceField;
  readonly landmarks: HeadLandmarks;
  /** Directions in which the eyes look. */
  readonly gazes: readonly [Vector, Vector];
  /** The corner where the lips meet under the nose. */
  readonly mouth: Vector;
}

function dogSolids(pet: PetIdentity): Solid[] {
  const { skull, muzzle, cheeks, brow } = pet;
  const front = skull.depth * 0.62;
  const tip = front + muzzle.length;
  const eyeX = pet.eyes.spacing;
  return [
    { kind: 'ellipsoid', centre: [0, -0.05, 0], radii: [skull.width, skull.height, skull.depth] },
    {
      kind: 'capsule',
      from: [0, muzzle.drop * 0.7, front * 0.7],
      to: [0, muzzle.drop, tip - muzzle.height * 0.7],
      radii: [muzzle.width * 1.15, muzzle.width * muzzle.taper],
    },
    {
      kind: 'capsule',
      from: [0, muzzle.drop + 0.22, front * 0.5],
      to: [0, muzzle.drop + muzzle.height * 0.5, tip - 0.34],
      radii: [muzzle.width * 0.9, muzzle.width * 0.55],
    },
    { kind: 'ellipsoid', centre: [-0.14, muzzle.drop + 0.1, tip - 0.34], radii: [muzzle.width * 0.66, muzzle.height * 0.95, 0.3] },
    { kind: 'ellipsoid', centre: [0.14, muzzle.drop + 0.1, tip - 0.34], radii: [muzzle.width * 0.66, muzzle.height * 0.95, 0.3] },
    { kind: 'ellipsoid', centre: [-0.55, 0.3, 0.1], radii: [cheeks.size, cheeks.size * 1.05, 0.55] },
    { kind: 'ellipsoid', centre: [0.55, 0.3, 0.1], radii: [cheeks.size, cheeks.size * 1.05, 0.55] },
    { kind: 'ellipsoid', centre: [-eyeX * 0.85, pet.eyes.height - 0.24, skull.depth * 0.72], radii: [0.24, brow, 0.2] },
    { kind: 'ellipsoid', centre: [eyeX * 0.85, pet.eyes.height - 0.24, skull.depth * 0.72], radii: [0.24, brow, 0.2] },
  ];
}

function catSolids(pet: PetIdentity): Solid[] {
  const { skull, muzzle, cheeks } = pet;
  const front = skull.depth * 0.72;
  const pad = front + muzzle.length;
  return [
    { kind: 'ellipsoid', centre: [0, -0.04, 0], radii: [skull.width, skull.height, skull.depth] },
    { kind: 'capsule', from: [0, 0.02, front * 0.75], to: [0, muzzle.drop - 0.05, pad - 0.02], radii: [0.34, 0.13] },
    { kind: 'ellipsoid', centre: [-0.17, muzzle.drop + 0.13, pad - 0.12], radii: [muzzle.width * 0.78, muzzle.height, 0.24] },
    { kind: 'ellipsoid', centre: [0.17, muzzle.drop + 0.13, pad - 0.12], radii: [muzzle.width * 0.78, muzzle.height, 0.24] },
    { kind: 'ellipsoid', centre: [0, muzzle.drop + 0.3, pad - 0.22], radii: [0.2, 0.13, 0.2] },
    { kind: 'ellipsoid', centre: [-0.55, 0.27, 0.2], radii: [cheeks.size, cheeks.size * 0.9, 0.5] },
    { kind: 'ellipsoid', centre: [0.55, 0.27, 0.2], radii: [cheeks.size, cheeks.size * 0.9, 0.5] },
  ];
}

/** Builds the head of an individual. */
export function shapeHead(pet: PetIdentity): HeadShape {
  const dog = pet.species === 'dog';
  const plain: DistanceField = { solids: dog ? dogSolids(pet) : catSolids(pet), hollows: [], blend: dog ? 0.24 : 0.2 };
  const find = (x: number, y: number): Vector => meet(plain, [x, y, 4], [0, 0, -1]) ?? [x, y, 0.6];
  const flare = dog ? 0.3 : 0.22;
  const sockets = [-1, 1].map((side): Vector => find(side * pet.eyes.spacing, pet.eyes.height));
  const hollows = sockets.map((place) => ({
    centre: [place[0], place[1], place[2] + pet.eyes.size * 0.75] as const,
    radius: pet.eyes.size * 1.05,
  }));
  const field: DistanceField = { ...plain, hollows };
  const eye = (side: -1 | 1): Vector => {
    const place = find(side * pet.eyes.spacing, pet.eyes.height);
    return [place[0], place[1], place[2] - pet.eyes.size * 0.12];
  };
  const noseY = dog ? pet.muzzle.drop - pet.muzzle.width * pet.muzzle.taper * 0.42 : pet.muzzle.drop - 0.03;
  const nose = find(0, noseY);
  const mouth = find(0, noseY + pet.nose.height + (dog ? 0.16 : 0.11));
  const gaze = (side: -1 | 1): Vector => {
    const n = normalAt(plain, eye(side));
    return [side * flare * 0.6 + n[0] * 0.35, n[1] * 0.2, 1];
  };
  return { field, landmarks: { nose, eyes: [eye(-1), eye(1)] }, gazes: [gaze(-1), gaze(1)], mouth };
}
