import { brighten, fromHsl, toHex } from './colour.ts';
import { short } from './placement.ts';
import type { Random } from './random.ts';

/** A thick line before a head: a bar, a stalk, an arm, the edge of a door. Pixels of the scene. */
interface Bar {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly width: number;
}

export interface Occluder {
  readonly svg: string;
  readonly hides: (point: readonly [number, number]) => boolean;
}

function barsBefore(box: readonly [number, number, number, number], random: Random): Bar[] {
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  const kind = random.pick(['cage', 'edge', 'stalks']);
  if (kind === 'cage') {
    const step = w * random.between(0.2, 0.34);
    const tilt = random.normal(0, 0.05) * w;
    const bars: Bar[] = [];
    for (let x = box[0] - w + random.next() * step; x < box[2] + w; x += step)
      bars.push({ from: [x, box[1] - h * 2], to: [x + tilt, box[3] + h * 2], width: w * 0.035 });
    return bars;
  }
  if (kind === 'edge') {
    const width = w * 2;
    const side = random.pick([-1, 1]);
    const x = side < 0 ? box[0] + w * random.between(0.05, 0.28) - width / 2 : box[2] - w * random.between(0.05, 0.28) + width / 2;
    return [{ from: [x, box[1] - h * 3], to: [x + random.normal(0, 0.1) * w, box[3] + h * 3], width }];
  }
  return Array.from({ length: 5 }, () => {
    const x = box[0] + w * random.next();
    return {
      from: [x, box[3] + h * 0.6],
      to: [x + w * random.normal(0, 0.3), box[1] + h * random.next() * 0.8],
      width: w * random.between(0.03, 0.08),
    };
  });
}

function distanceToBar(point: readonly [number, number], bar: Bar): number {
  const [dx, dy] = [bar.to[0] - bar.from[0], bar.to[1] - bar.from[1]];
  const t = Math.max(0, Math.min(1, ((point[0] - bar.from[0]) * dx + (point[1] - bar.from[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(point[0] - bar.from[0] - dx * t, point[1] - bar.from[1] - dy * t);
}

/** Something that stands before a part of the head, at most about a third of it. */
export function drawOccluder(box: readonly [number, number, number, number], random: Random): Occluder {
  const bars = barsBefore(box, random);
  const colour = fromHsl(random.between(0, 360), random.between(0, 0.35), random.between(0.12, 0.75));
  const svg = bars
    .map((bar) => {
      const line = `d="M${short(bar.from[0])} ${short(bar.from[1])}L${short(bar.to[0])} ${short(bar.to[1])}"`;
      return `<path ${line} stroke="${toHex(brighten(colour, 0.7))}" stroke-width="${short(bar.width)}"/><path ${line} stroke="${toHex(colour)}" stroke-width="${short(bar.width * 0.6)}"/>`;
    })
    .join('');
  return { svg, hides: (point) => bars.some((bar) => distanceToBar(point, bar) < bar.width / 2) };
}
