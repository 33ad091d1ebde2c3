import type { Posture } from './body-shape.ts';
import type { Pose } from './pet-drawing.ts';
import type { Random } from './random.ts';
import { clamp } from './vector.ts';

/** How much of the face the photo shows; the words of the labelled photos. */
export type HeadView = 'frontal' | 'three-quarter' | 'profile' | 'partial';

const QUARTER = 0.44; // 25 degrees
const PROFILE = 1.1; // 63 degrees

export function viewOf(yaw: number): Exclude<HeadView, 'partial'> {
  const turned = Math.abs(yaw);
  return turned < QUARTER ? 'frontal' : turned < PROFILE ? 'three-quarter' : 'profile';
}

function drawYaw(random: Random, view: Exclude<HeadView, 'partial'> | undefined): number {
  const side = random.chance(0.5) ? -1 : 1;
  const kind = view ?? random.pick(['frontal', 'frontal', 'three-quarter', 'three-quarter', 'profile']);
  switch (kind) {
    case 'frontal':
      return side * random.between(0, QUARTER * 0.98);
    case 'three-quarter':
      return side * random.between(QUARTER, PROFILE * 0.98);
    case 'profile':
      return side * random.between(PROFILE, 1.45);
  }
}

/** A pose of one photo. `candid` allows heads tilted up to 45 degrees and steep views. */
export function drawPose(random: Random, options: { view: Exclude<HeadView, 'partial'> | undefined; candid: boolean }): Pose {
  const { candid } = options;
  const posture: Posture = random.pick(['sitting', 'sitting', 'lying', 'standing']);
  const yaw = drawYaw(random, options.view) * (options.view === 'frontal' && !candid ? 0.35 : 1); // A posed portrait looks into the camera.
  // A photographer mostly stands above the animal: its back is seen from higher up than its face.
  const above = random.between(0, candid ? 0.7 : 0.3);
  const cameraRoll = random.normal(0, candid ? 0.1 : 0.02);
  const tilt = random.chance(0.25) ? random.between(-0.62, 0.62) : random.normal(0, 0.12);
  const bodyYaw = clamp(yaw + random.normal(0, 0.7), -2.2, 2.2);
  return {
    head: {
      yaw,
      pitch: candid ? clamp(random.normal(above * 0.25, 0.22), -0.55, 0.6) : random.normal(0.03, 0.06),
      roll: clamp(cameraRoll + (candid ? tilt : 0), -0.78, 0.78),
      above: 0,
    },
    body: { yaw: bodyYaw, pitch: 0, roll: cameraRoll, above },
    posture,
    expression: {
      eyesOpen: random.chance(0.12) ? random.between(0.35, 0.7) : random.between(0.75, 1),
      glance: [random.normal(0, 0.1), random.normal(0, 0.06)],
      pupil: random.next(),
      panting: random.chance(0.3) ? random.between(0.4, 1) : 0,
    },
    cameraDistance: random.between(6, 14),
  };
}
