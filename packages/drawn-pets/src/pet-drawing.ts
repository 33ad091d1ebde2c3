import { type Posture, shapeBody, standingHeight } from './body-shape.ts';
import { coatColourAt } from './coat.ts';
import { brighten, toHex } from './colour.ts';
import { distanceTo, meet } from './distance-field.ts';
import { drawEar } from './ear-drawing.ts';
import { shapeEars } from './ear-surface.ts';
import { drawEye, drawMouth, drawNose, drawWhiskers, type Expression } from './face-drawing.ts';
import type { Frame } from './frame.ts';
import { type FurStage, growFur } from './fur.ts';
import { type HeadShape, shapeHead } from './head-shape.ts';
import { type Light, lit } from './light.ts';
import type { PetIdentity } from './pet-identity.ts';
import { type Piece, type Placement, paint, project, toPixels, toView, turnOnly } from './placement.ts';
import type { Random } from './random.ts';
import { drawTongue } from './tongue-drawing.ts';
import { add, along, rotate, scale, smoothStep, subtract, type Turn, unit, unrotate, type Vector } from './vector.ts';

/** How an animal holds itself in one photo. Angles in radians, in view axes. */
export interface Pose {
  readonly head: Turn;
  readonly body: Turn;
  readonly posture: Posture;
  readonly expression: Expression;
  /** Camera distance in head units. */
  readonly cameraDistance: number;
}

export interface DrawnAnimal {
  readonly svg: string;
  /** Pixels of the scene: head with ears and lower jaw, without neck, not clipped to the frame. */
  readonly headBox: readonly [number, number, number, number];
  /** Eyes by their side in the image; null when turned away or behind the muzzle. */
  readonly eyes: readonly [readonly [number, number] | null, readonly [number, number] | null];
  readonly nose: readonly [number, number] | null;
  /** Where the ground lies under the animal, pixels of the scene. */
  readonly ground: readonly [x: number, y: number];
  /** Whether the animal hides what lies behind this pixel. */
  readonly covers: (point: readonly [number, number]) => boolean;
}

export interface AnimalStage {
  readonly centre: readonly [number, number];
  /** Pixels to one head unit (half a skull's width). */
  readonly pixelsPerUnit: number;
  readonly light: Light;
  readonly random: Random;
  readonly id: string;
  readonly frame: Frame;
}

interface Landmark {
  readonly place: Vector;
  /** Direction in which it looks. */
  readonly facing: Vector;
  /** Cosine of the angle to the viewer from which on it is seen. */
  readonly leastFacing: number;
}

/** A landmark counts as visible when nothing of the head lies between it and the viewer and it is not edge-on. */
function isSeen(head: HeadShape, placement: Placement, { place, facing, leastFacing }: Landmark): boolean {
  if (turnOnly(placement, unit(facing))[2] < leastFacing) return false;
  const towardsViewer = unrotate([0, 0, 1], placement.turn);
  return meet(head.field, along(along(place, unit(facing), 0.1), towardsViewer, 0.06), towardsViewer, 4) === null;
}

function drawHeadFur(
  pet: PetIdentity,
  head: HeadShape,
  stage: FurStage,
  options: { hairs: number; earPoints: readonly Vector[] },
): { pieces: Piece[]; outline: Vector[] } {
  const { nose, eyes } = head.landmarks;
  const cat = pet.species === 'cat';
  const eyeSize = pet.eyes.size;
  return growFur(
    head.field,
    {
      colourAt: (p) => {
        const coat = coatColourAt(pet.coat, { at: p, part: 'head', face: head.landmarks });
        const nearest = Math.min(...eyes.map((eye) => Math.hypot(p[0] - eye[0], (p[1] - eye[1]) * 1.2, p[2] - eye[2])));
        return brighten(coat, 0.72 + 0.28 * smoothStep(eyeSize * 1, eyeSize * 1.7, nearest));
      },
      flowAt: (p) => add(unit(subtract(p, [0, nose[1] - 0.12, nose[2] + 0.1])), [0, pet.fur.length * 0.9, 0]),
      lengthAt: (p) => {
        const muzzle = smoothStep(0.25, 0.9, Math.hypot(p[0] - nose[0], p[1] - nose[1], p[2] - nose[2]));
        const cheek = smoothStep(0.5, 0.95, Math.abs(p[0])) * smoothStep(-0.1, 0.25, p[1]);
        return (0.06 + pet.fur.length * 0.75) * (0.35 + 0.65 * muzzle) + cheek * pet.cheeks.fur * 0.3;
      },
      bareAt: (p) =>
        Math.hypot(p[0] - nose[0], p[1] - nose[1]) < pet.nose.width * 0.7 && p[2] > nose[2] - 0.15
          ? true
          : eyes.some((eye) => Math.hypot(p[0] - eye[0], p[1] - eye[1]) < eyeSize * 0.75 && p[2] > 0),
      shadeAt: (p) => {
        const ear = options.earPoints.reduce((least, q) => Math.min(least, Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])), 9);
        return Math.max(0.35 * smoothStep(0.35, 0.95, p[1]) * (cat ? 0.7 : 1), 0.5 * smoothStep(0.34, 0.12, ear));
      },
      disorder: pet.fur.disorder,
      gloss: pet.fur.gloss,
      width: pet.fur.width,
    },
    stage,
    options.hairs,
  );
}

function drawCollar(pet: PetIdentity, placement: Placement, light: Light, neck: { from: Vector; to: Vector }): Piece[] {
  const colour = pet.collar;
  if (colour === null) return [];
  const axis = unit(subtract(neck.to, neck.from));
  const middle = along(neck.from, axis, 0.42);
  const a = unit([axis[1], -axis[0], 0.001]);
  const b: Vector = unit([a[1] * axis[2] - a[2] * axis[1], a[2] * axis[0] - a[0] * axis[2], a[0] * axis[1] - a[1] * axis[0]]);
  const radius = 0.66 * pet.build;
  const ring = (angle: number, rise: number): Vector =>
    along(along(along(middle, a, Math.cos(angle) * radius), b, Math.sin(angle) * radius), axis, rise);
  const steps = 28;
  return Array.from({ length: steps }, (_, index) => {
    const [t0, t1] = [(index / steps) * Math.PI * 2, ((index + 1.1) / steps) * Math.PI * 2];
    const corners = [ring(t0, -0.09), ring(t1, -0.09), ring(t1, 0.09), ring(t0, 0.09)];
    const normal = unit(subtract(ring(t0, 0), middle));
    const outward = turnOnly(placement, normal);
    const path = corners
      .map((c) =>
        project(placement, c)
          .map((n) => n.toFixed(1))
          .join(' '),
      )
      .join('L');
    return {
      depth: toView(placement, ring(t0, 0))[2] + 0.08,
      svg: outward[2] < -0.2 ? '' : `<path d="M${path}z" fill="${toHex(lit(colour, outward, light, 0.9))}"/>`,
    };
  });
}

/** Draws one animal: fur-covered body and head with face and ears, and where its landmarks fall in the image. */
export function drawAnimal(pet: PetIdentity, pose: Pose, stage: AnimalStage): DrawnAnimal {
  const { light, random, pixelsPerUnit, centre } = stage;
  const shared = { centre, pixelsPerUnit, cameraDistance: pose.cameraDistance };
  const headPlace: Placement = { ...shared, turn: pose.head, offset: [0, 0, 0] };
  const down = rotate([0, 1, 0], pose.body);
  const forward = rotate([0, 0, 1], pose.body);
  const rise = pose.posture === 'sitting' ? 1.1 : 0.85;
  const neckRoot = along(scale(down, rise), forward, pose.posture === 'sitting' ? -0.35 : -0.75);
  const bodyPlace: Placement = { ...shared, turn: pose.body, offset: neckRoot };
  const head = shapeHead(pet);
  // Sizes decide how many hairs are worth drawing: about one for eleven square pixels.
  const hairs = Math.round(Math.min(3800, Math.max(280, (pixelsPerUnit * pixelsPerUnit * 4) / 11)));
  const pieces: Piece[] = [];
  const spare = pixelsPerUnit * 0.4;
  const inFrame = ([x, y]: readonly [number, number]): boolean =>
    x > -spare && y > -spare && x < stage.frame.width + spare && y < stage.frame.height + spare;

  const behind = rotate([0, 0.15, -0.3], pose.head);
  const body = shapeBody(pet, pose.posture, { head: behind, turn: pose.body, neckRoot });
  const bodyFur = growFur(
    body,
    {
      colourAt: (p) => coatColourAt(pet.coat, { at: [p[0], p[1] + 0.6, p[2]], part: 'body', face: head.landmarks }),
      flowAt: (p) => [p[0] * 0.15, 1, -0.55 + p[2] * 0.1],
      // Legs and paws are short-haired.
      lengthAt: (p) => (0.12 + pet.fur.length * 1.1) * (1 - 0.65 * Math.max(smoothStep(1.1, 2.2, p[1]), smoothStep(0.3, 0.7, p[2]))),
      bareAt: () => false,
      shadeAt: (p) => 0.4 * smoothStep(0.75, -0.05, distanceTo(head.field, unrotate(toView(bodyPlace, p), pose.head))),
      disorder: pet.fur.disorder * 1.2,
      gloss: pet.fur.gloss,
      width: pet.fur.width * 1.1,
    },
    { placement: bodyPlace, light, random: random.fork('body'), inFrame },
    Math.round(hairs * 1.1),
  );
  // The head always stands before its own neck.
  pieces.push(...bodyFur.pieces.map((piece) => ({ ...piece, depth: piece.depth - 0.35 })));
  const neckTo = unrotate(subtract(behind, neckRoot), pose.body);
  pieces.push(
    ...drawCollar(pet, bodyPlace, light, { from: [0, 0.35, -0.25], to: neckTo }).map((piece) => ({ ...piece, depth: piece.depth - 0.3 })),
  );

  const headStage: FurStage = { placement: headPlace, light, random: random.fork('head'), inFrame };
  const ears = shapeEars(pet, head.field);
  // Where the ears' edges lie, they shade the fur beneath.
  const earPoints = ears.flatMap((ear) => [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((v) => [-1, -0.3, 0.3, 1].map((u) => ear.at(u, v))));
  const fur = drawHeadFur(pet, head, headStage, { hairs, earPoints });
  pieces.push(...fur.pieces);
  const points: (readonly [number, number])[] = fur.outline.map((p) => project(headPlace, p));
  for (const ear of ears) {
    const drawn = drawEar(
      pet,
      ear,
      { ...headStage, random: random.fork(`ear${ear.side}`) },
      {
        coatAt: (p) => coatColourAt(pet.coat, { at: p, part: 'ear', face: head.landmarks }),
        hairs: Math.round(hairs / 7),
      },
    );
    pieces.push(...drawn.pieces);
    points.push(...drawn.outline.map((p) => project(headPlace, p)));
  }
  const face = { placement: headPlace, light, random: random.fork('face'), expression: pose.expression, id: stage.id };
  pieces.push(
    ...drawEye(pet, head, 0, face),
    ...drawEye(pet, head, 1, face),
    ...drawNose(pet, head, face),
    ...drawMouth(pet, head, face),
    ...drawTongue(pet, head, face),
    ...drawWhiskers(pet, head, face),
  );

  const [left, right] = ([0, 1] as const).map((which) =>
    isSeen(head, headPlace, { place: head.landmarks.eyes[which], facing: head.gazes[which], leastFacing: 0.3 })
      ? project(headPlace, head.landmarks.eyes[which])
      : null,
  );
  const nose = isSeen(head, headPlace, { place: head.landmarks.nose, facing: [0, -0.1, 1], leastFacing: -0.15 })
    ? project(headPlace, head.landmarks.nose)
    : null;
  const feet = toPixels(bodyPlace, toView(bodyPlace, [0, standingHeight(pose.posture), pose.posture === 'sitting' ? -0.4 : -1.4]));
  points.push(...[left, right, nose].filter((point) => point !== null && point !== undefined));
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return {
    svg: paint(pieces),
    headBox: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    eyes: [left ?? null, right ?? null],
    nose,
    ground: feet,
    covers: coverOf([...points, ...bodyFur.outline.map((p) => project(bodyPlace, p))], pixelsPerUnit * 0.22),
  };
}

/** A point is covered when a point of the surface lies within `reach` pixels of it. */
function coverOf(surface: readonly (readonly [number, number])[], reach: number): DrawnAnimal['covers'] {
  const cell = ([x, y]: readonly [number, number], dx: number, dy: number): string =>
    `${Math.floor(x / reach) + dx},${Math.floor(y / reach) + dy}`;
  const filled = new Set(surface.map((point) => cell(point, 0, 0)));
  return (point) => filled.has(cell(point, 0, 0));
}
