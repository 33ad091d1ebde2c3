import { brighten, type Colour, mix, parseColour, toHex } from './colour.ts';
import type { EarSurface } from './ear-surface.ts';
import { type FurStage, lock } from './fur.ts';
import { lit } from './light.ts';
import type { PetIdentity } from './pet-identity.ts';
import { type Piece, polyline, project, toPixels, toView, turnOnly } from './placement.ts';
import { add, along, scale, smoothStep, subtract, tangent, unit, type Vector } from './vector.ts';

const skin = parseColour('#c9968a');

/** The colour of an ear at a place of its sheet. */
function earColour(pet: PetIdentity, coat: Colour, { inside, u, v }: { inside: boolean; u: number; v: number }): Colour {
  if (!inside) return brighten(coat, pet.ears.carriage === 'floppy' ? 0.88 : 1);
  const inner = mix(mix(coat, skin, 0.55), [70, 45, 40], 0.18);
  const middle = smoothStep(0.95, 0.45, Math.abs(u)) * smoothStep(1, 0.75, v);
  return mix(brighten(coat, 0.95), brighten(inner, 0.72 + 0.28 * v), middle * (pet.species === 'cat' ? 0.9 : 0.75));
}

/** Draws one ear as a shaded sheet with hair along it. */
export function drawEar(
  pet: PetIdentity,
  ear: EarSurface,
  stage: FurStage,
  options: { coatAt: (p: Vector) => Colour; hairs: number },
): { pieces: Piece[]; outline: Vector[] } {
  const { placement, light, random } = stage;
  const pieces: Piece[] = [];
  const outline: Vector[] = [];
  // A hanging ear lies on the fur of the cheek.
  const lift = pet.ears.carriage === 'floppy' ? 0.16 : 0;
  const columns = 6;
  const rows = 9;
  const shadeAt = (u: number, v: number): { colour: Colour; outward: Vector; inside: boolean } => {
    const normal = ear.outward(u, v);
    const back = turnOnly(placement, normal);
    const inside = back[2] < 0;
    const outward = inside ? scale(back, -1) : back;
    const crease = inside ? 0.72 + 0.28 * smoothStep(0, 0.5, v) : 0.9;
    return { colour: lit(earColour(pet, options.coatAt(ear.at(u, v)), { inside, u, v }), outward, light, crease), outward, inside };
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = (du: number, dv: number): Vector => ear.at(((column + du) / columns) * 2 - 1, (row + dv) / rows);
      const corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
      outline.push(...corners);
      const { colour } = shadeAt(((column + 0.5) / columns) * 2 - 1, (row + 0.5) / rows);
      const depth = corners.reduce((sum, c) => sum + toView(placement, c)[2], 0) / 4 + lift;
      const hex = toHex(colour);
      pieces.push({
        depth,
        svg: `<path d="${polyline(
          corners.map((c) => project(placement, c)),
          true,
        )}" fill="${hex}" stroke="${hex}" stroke-width="1"/>`,
      });
    }
  }
  const width = Math.max(0.5, placement.pixelsPerUnit * 0.03 * pet.fur.width * Math.sqrt(220 / Math.max(60, options.hairs)));
  for (let hair = 0; hair < options.hairs; hair++) {
    const edge = random.chance(0.35);
    const u = edge ? random.pick([-1, 1]) * random.between(0.85, 1) : random.between(-1, 1);
    const v = random.next() ** 0.8;
    const place = ear.at(u, v);
    const { colour, inside } = shadeAt(u, v);
    if (inside && !edge && random.chance(0.45)) continue;
    const normal = ear.outward(u, v);
    const face = inside ? scale(normal, -1) : normal;
    const upward = subtract(ear.at(u, Math.min(1, v + 0.06)), ear.at(u, v - 0.02));
    const sideways = scale(
      unit(subtract(ear.at(Math.max(-1, u - 0.1), v), ear.at(Math.min(1, u + 0.1), v))),
      edge ? -Math.sign(u) * 0.05 : inside ? 0.05 * Math.sign(u) : 0,
    );
    const messy: Vector = [random.normal(0, 0.02), random.normal(0, 0.02), random.normal(0, 0.02)];
    const flow = tangent(add(add(unit(upward), scale(sideways, 10)), scale(messy, 12)), face);
    const size = (0.06 + pet.fur.length * 0.5) * random.between(0.6, 1.3) * (inside && !edge ? 1.5 : 1);
    const start = toView(placement, along(place, face, 0.02));
    const end = toView(placement, along(along(place, flow, size), face, 0.03));
    pieces.push({
      depth: start[2] + 0.03 + lift,
      svg: lock(toPixels(placement, start), toPixels(placement, end), width, brighten(colour, random.between(0.85, 1.15))),
    });
  }
  return { pieces, outline };
}
