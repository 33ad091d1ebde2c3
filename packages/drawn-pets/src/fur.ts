import { brighten, type Colour, toHex } from './colour.ts';
import { type DistanceField, distanceTo, extent, normalAt } from './distance-field.ts';
import { type Light, lit } from './light.ts';
import { type Piece, type Placement, project, short, toPixels, toView, turnOnly } from './placement.ts';
import type { Random } from './random.ts';
import { add, along, clamp, scale, smoothStep, tangent, type Vector } from './vector.ts';

/** What grows on a surface: how it is coloured, which way it lies, how long it is (head units). */
export interface FurPlan {
  readonly colourAt: (p: Vector) => Colour;
  readonly flowAt: (p: Vector) => Vector;
  readonly lengthAt: (p: Vector) => number;
  /** Bare places: eyes, nose. */
  readonly bareAt: (p: Vector) => boolean;
  /** 0 to 1: darkening by something above (the head over the chest). */
  readonly shadeAt: (p: Vector) => number;
  readonly disorder: number;
  readonly gloss: number;
  /** Relative width of a lock of hair. */
  readonly width: number;
}

export interface FurStage {
  readonly placement: Placement;
  readonly light: Light;
  readonly random: Random;
  /** Whether a pixel is worth painting: hairs outside the photo are left out. */
  readonly inFrame: (point: readonly [number, number]) => boolean;
}

interface Root {
  readonly place: Vector;
  readonly normal: Vector;
}

/** Half thickness of the shell in which random points are pulled onto the surface: even cover without a mesh. */
const SHELL = 0.12;

function scatterRoots(field: DistanceField, count: number, stage: FurStage): { roots: Root[]; spacing: number } {
  const [low, high] = extent(field);
  const size: Vector = [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
  const roots: Root[] = [];
  let tries = 0;
  while (roots.length < count && tries < count * 40) {
    tries++;
    const r = stage.random;
    const p: Vector = [low[0] + size[0] * r.next(), low[1] + size[1] * r.next(), low[2] + size[2] * r.next()];
    const distance = distanceTo(field, p);
    if (Math.abs(distance) > SHELL) continue;
    const roughly = normalAt(field, p);
    if (turnOnly(stage.placement, roughly)[2] < -0.35) continue;
    const near = along(p, roughly, -distance);
    const place = along(near, roughly, -distanceTo(field, near));
    roots.push({ place, normal: normalAt(field, place) });
  }
  const area = ((roots.length / Math.max(1, tries)) * size[0] * size[1] * size[2]) / (2 * SHELL);
  return { roots, spacing: Math.sqrt(area / Math.max(1, roots.length)) };
}

/** One tapered lock of hair in pixels. */
export function lock(from: readonly [number, number], to: readonly [number, number], width: number, colour: Colour): string {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const size = Math.max(0.01, Math.hypot(dx, dy));
  const wx = (-dy / size) * width * 0.5;
  const wy = (dx / size) * width * 0.5;
  const backX = from[0] - dx * 0.15;
  const backY = from[1] - dy * 0.15;
  return `<path d="M${short(backX)} ${short(backY)}L${short(from[0] + dx * 0.25 + wx)} ${short(from[1] + dy * 0.25 + wy)}L${short(to[0])} ${short(to[1])}L${short(from[0] + dx * 0.25 - wx)} ${short(from[1] + dy * 0.25 - wy)}z" fill="${toHex(colour)}"/>`;
}

/** Covers a solid with fur: an undercoat of soft discs and locks of hair over it, all as depth-sorted pieces. */
export function growFur(field: DistanceField, plan: FurPlan, stage: FurStage, count: number): { pieces: Piece[]; outline: Vector[] } {
  const { roots, spacing } = scatterRoots(field, count, stage);
  const { placement, light, random } = stage;
  const pixels = spacing * placement.pixelsPerUnit;
  const pieces: Piece[] = [];
  const outline: Vector[] = [];
  roots.forEach(({ place, normal }, index) => {
    outline.push(place);
    if (plan.bareAt(place) || !stage.inFrame(project(placement, place))) return;
    const outward = turnOnly(placement, normal);
    const openness = 0.5 + 0.5 * clamp(distanceTo(field, along(place, normal, 0.2)) / 0.2, 0, 1);
    const shade = openness * (1 - plan.shadeAt(place));
    const base = lit(plan.colourAt(place), outward, light, shade);
    if (index % 3 === 0) {
      // Thin limbs take smaller discs, which stay inside.
      const widest = spacing * 1.9;
      const inside = -distanceTo(field, along(place, normal, -widest * 0.75));
      const radius = Math.min(widest, Math.max(widest * 0.3, inside * 1.33));
      const centre = toView(placement, along(place, normal, -radius * 0.75));
      const [x, y] = toPixels(placement, centre);
      pieces.push({
        // Behind the hairs of its neighbours too.
        depth: centre[2] - 0.12,
        svg: `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius * placement.pixelsPerUnit)}" fill="${toHex(brighten(base, 0.86))}"/>`,
      });
    }
    const messy: Vector = [random.normal(0, plan.disorder), random.normal(0, plan.disorder), random.normal(0, plan.disorder)];
    const flow = tangent(add(plan.flowAt(place), messy), normal);
    const size = plan.lengthAt(place) * random.between(0.7, 1.3);
    const tip = along(along(place, flow, size), normal, size * 0.22);
    const root = toView(placement, place);
    const end = toView(placement, tip);
    const sheen =
      plan.gloss *
      0.22 *
      smoothStep(0.75, 1, outward[0] * light.direction[0] + outward[1] * light.direction[1] + outward[2] * light.direction[2]);
    const colour = brighten(base, random.between(0.88, 1.12) + sheen);
    pieces.push({
      depth: root[2],
      svg: lock(toPixels(placement, root), toPixels(placement, end), Math.max(0.5, pixels * 0.62 * plan.width), colour),
    });
    if (size > 0.12 && index % 2 === 0) outline.push(scale(add(place, tip), 0.5));
  });
  return { pieces, outline };
}
