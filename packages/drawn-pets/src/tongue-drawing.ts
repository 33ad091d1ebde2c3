import { brighten, parseColour, toHex } from './colour.ts';
import { normalAt, ontoSurface } from './distance-field.ts';
import type { FaceStage } from './face-drawing.ts';
import type { HeadShape } from './head-shape.ts';
import { lit } from './light.ts';
import type { PetIdentity } from './pet-identity.ts';
import { type Piece, polyline, project, short, toView, turnOnly } from './placement.ts';
import type { Vector } from './vector.ts';

const pink = parseColour('#c8707a');

/** The open mouth of a panting dog: a dark gap along the lips and the tongue hanging out of it. Cats keep theirs shut. */
export function drawTongue(pet: PetIdentity, head: HeadShape, stage: FaceStage): Piece[] {
  const { placement, light, expression } = stage;
  const open = expression.panting;
  if (pet.species === 'cat' || open === 0 || turnOnly(placement, [0, 0, 1])[2] < 0.25) return [];
  const { mouth } = head;
  const half = pet.muzzle.width * pet.muzzle.taper * 0.62;
  const drop = 0.12 + 0.24 * open;
  const rim = (angle: number): Vector => {
    const [x, y] = [Math.cos(angle) * half * 1.15, Math.sin(angle)];
    const place = ontoSurface(head.field, [x, mouth[1] + 0.05 + (y > 0 ? y * drop * 0.7 : y * 0.03), mouth[2] - 0.12 * Math.abs(x / half)]);
    const out = normalAt(head.field, place);
    return [place[0] + out[0] * 0.03, place[1] + out[1] * 0.03, place[2] + out[2] * 0.03];
  };
  const gap = Array.from({ length: 20 }, (_, index) => project(placement, rim((index / 20) * Math.PI * 2)));
  const lean = expression.glance[0] * 0.8;
  const tongue = Array.from({ length: 22 }, (_, index) => {
    const t = (index / 21) * 2 - 1;
    const depth = (1 - t * t) ** 0.5;
    const place: Vector = [
      t * half * (0.62 + 0.12 * depth) + lean * depth,
      mouth[1] + 0.08 + depth * (drop + 0.22 * open),
      mouth[2] + 0.04 + depth * 0.05,
    ];
    return project(placement, place);
  });
  const facing = turnOnly(placement, [0, 0, 1]);
  const colour = lit(pink, facing, light, 1);
  const crease = [
    project(placement, [lean * 0.2, mouth[1] + 0.12, mouth[2] + 0.06]),
    project(placement, [lean * 0.7, mouth[1] + drop + 0.05, mouth[2] + 0.09]),
  ];
  const width = short(Math.max(0.5, placement.pixelsPerUnit * 0.02));
  const svg = [
    `<path d="${polyline(gap, true)}" fill="#2a1212"/>`,
    `<path d="${polyline(tongue, true)}" fill="${toHex(colour)}" stroke="${toHex(brighten(colour, 0.7))}" stroke-width="${width}"/>`,
    `<path d="${polyline(crease, false)}" stroke="${toHex(brighten(colour, 0.75))}" stroke-width="${width}" fill="none"/>`,
  ].join('');
  return [{ depth: toView(placement, mouth)[2] + 0.14, svg }];
}
