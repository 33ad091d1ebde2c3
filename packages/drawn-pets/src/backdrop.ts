import { blobs, gradient, grainOf, muted, rectangle, strokes, wash } from './backdrop-parts.ts';
import { brighten, fromHsl, toHex } from './colour.ts';
import type { Frame } from './frame.ts';
import { short } from './placement.ts';
import type { Random } from './random.ts';

export const BACKDROPS = ['room', 'blinds', 'grass', 'sky', 'sofa', 'carpet', 'bokeh', 'plain', 'leaves', 'shelves'] as const;
export type Backdrop = (typeof BACKDROPS)[number];

/** Boxes of every size standing about, as furniture does. */
function furniture(random: Random, frame: Frame, floor: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const w = frame.width * random.between(0.06, 0.5);
    const h = frame.height * random.between(0.1, 0.6);
    const x = random.between(-0.2, 1) * frame.width;
    const y = floor - h + random.between(-0.1, 0.15) * frame.height;
    const colour = muted(random);
    const legs = random.chance(0.4) ? rectangle([x + w * 0.1, y + h * 0.5, w * 0.8, h * 0.5], toHex(brighten(colour, 0.35))) : '';
    return wash(random, `bf${index}`, [x, y, w, h], colour) + legs;
  }).join('');
}

function room(random: Random, frame: Frame): string {
  const floor = frame.height * random.between(0.4, 0.85);
  const parts = [
    wash(random, 'bw', [0, 0, frame.width, floor], muted(random)),
    wash(random, 'bg', [0, floor, frame.width, frame.height - floor], muted(random)),
  ];
  if (random.chance(0.4)) {
    const [x, y, w, h] = [random.next() * frame.width * 0.7, 0, frame.width * random.between(0.15, 0.4), floor * random.between(0.4, 0.8)];
    parts.push(
      rectangle([x, y, w, h], toHex(fromHsl(205, 0.3, random.between(0.75, 0.96)))),
      rectangle([x + w / 2 - 2, y, 4, h], '#d8d4cc'),
    );
  }
  if (random.chance(0.4)) {
    const step = frame.height * random.between(0.04, 0.12);
    for (let y = floor; y < frame.height; y += step)
      parts.push(`<path d="M0 ${short(y)}H${frame.width}" stroke="#000" stroke-opacity="0.18" stroke-width="1.5"/>`);
  }
  parts.push(furniture(random, frame, floor, Math.floor(random.between(1, 6))));
  return parts.join('');
}

function blinds(random: Random, frame: Frame): string {
  const colour = muted(random);
  const step = frame.height * random.between(0.025, 0.09);
  const upright = random.chance(0.3);
  const lines: string[] = [wash(random, 'bw', [0, 0, frame.width, frame.height], colour)];
  for (let at = 0; at < Math.max(frame.width, frame.height); at += step) {
    const shade = toHex(brighten(colour, random.between(0.45, 0.7)));
    lines.push(upright ? rectangle([at, 0, step * 0.3, frame.height], shade) : rectangle([0, at, frame.width, step * 0.3], shade));
  }
  return lines.join('');
}

function sky(random: Random, frame: Frame): string {
  const horizon = frame.height * random.between(0.3, 0.9);
  const parts = [
    wash(
      random,
      'bw',
      [0, 0, frame.width, frame.height],
      fromHsl(random.between(195, 225), random.between(0.1, 0.6), random.between(0.6, 0.88)),
    ),
  ];
  for (let hill = 0; hill < 3; hill++) {
    const y = horizon + (hill * frame.height) / 14;
    const colour = toHex(fromHsl(random.between(60, 150), random.between(0.1, 0.4), random.between(0.2, 0.55)));
    parts.push(
      `<path d="M0 ${short(y)}Q${short(frame.width * random.next())} ${short(y - frame.height * random.between(0, 0.25))} ${frame.width} ${short(y)}V${frame.height}H0z" fill="${colour}"/>`,
    );
  }
  parts.push(
    strokes(random, frame, {
      colour: fromHsl(95, 0.3, 0.35),
      count: 160,
      size: frame.height * 0.05,
      top: horizon + frame.height * 0.1,
      upright: true,
    }),
  );
  return parts.join('');
}

function sofa(random: Random, frame: Frame): string {
  const cloth = muted(random);
  const seat = frame.height * random.between(0.5, 0.8);
  const parts = [
    wash(random, 'bw', [0, 0, frame.width, frame.height], brighten(cloth, 0.85)),
    wash(random, 'bs', [0, seat, frame.width, frame.height - seat], cloth),
  ];
  for (let index = 0; index < 3; index++) {
    const [w, h] = [frame.width * random.between(0.25, 0.5), frame.height * random.between(0.25, 0.5)];
    const colour = random.chance(0.4) ? muted(random) : brighten(cloth, random.between(0.85, 1.15));
    parts.push(
      gradient(random, `bc${index}`, brighten(colour, 0.7), brighten(colour, 1.1)),
      rectangle(
        [random.between(-0.2, 0.8) * frame.width, seat - h * random.between(0.6, 1), w, h],
        `url(#bc${index})`,
        `rx="${short(w * 0.15)}" transform="rotate(${short(random.between(-14, 14))} ${frame.width / 2} ${seat})"`,
      ),
    );
  }
  if (random.chance(0.5)) {
    const step = frame.width * random.between(0.03, 0.09);
    const dark = toHex(brighten(cloth, 0.6));
    for (let x = 0; x < frame.width; x += step)
      parts.push(`<path d="M${short(x)} 0V${frame.height}" stroke="${dark}" stroke-opacity="0.5" stroke-width="${short(step * 0.25)}"/>`);
  }
  return parts.join('');
}

function shelves(random: Random, frame: Frame): string {
  const parts = [wash(random, 'bw', [0, 0, frame.width, frame.height], muted(random))];
  const rows = Math.floor(random.between(2, 5));
  for (let row = 0; row < rows; row++) {
    const base = (frame.height / rows) * (row + 1);
    for (let x = 0; x < frame.width; ) {
      const w = frame.width * random.between(0.02, 0.09);
      const h = (frame.height / rows) * random.between(0.45, 0.9);
      if (random.chance(0.85)) parts.push(rectangle([x, base - h, w * 0.95, h], toHex(muted(random))));
      x += w;
    }
    parts.push(rectangle([0, base - 4, frame.width, 6], '#3c2c20'));
  }
  return parts.join('');
}

function layout(kind: Backdrop, random: Random, frame: Frame): string {
  const all = [0, 0, frame.width, frame.height] as const;
  switch (kind) {
    case 'room':
      return room(random, frame);
    case 'blinds':
      return blinds(random, frame);
    case 'sky':
      return sky(random, frame);
    case 'sofa':
      return sofa(random, frame);
    case 'shelves':
      return shelves(random, frame);
    case 'grass': {
      const green = fromHsl(random.between(60, 120), random.between(0.2, 0.5), random.between(0.22, 0.45));
      const top = frame.height * random.between(0, 0.5);
      return (
        wash(random, 'bw', all, green) +
        (top > 60 ? wash(random, 'bk', [0, 0, frame.width, top], muted(random)) : '') +
        strokes(random, frame, { colour: green, count: 520, size: frame.height * 0.07, top, upright: true })
      );
    }
    case 'carpet': {
      const colour = muted(random);
      return (
        wash(random, 'bw', all, colour) +
        strokes(random, frame, { colour, count: 600, size: frame.height * random.between(0.015, 0.05), top: 0, upright: false })
      );
    }
    case 'bokeh':
      return (
        wash(random, 'bw', all, muted(random)) +
        blobs(random, frame, { count: 26, size: frame.width * 0.09, colour: () => muted(random), opacity: [0.2, 0.7] })
      );
    case 'leaves': {
      const hue = random.between(40, 140);
      return (
        wash(random, 'bw', all, fromHsl(hue, 0.3, 0.2)) +
        blobs(random, frame, {
          count: 150,
          size: frame.width * 0.05,
          colour: () => fromHsl(hue + random.between(-20, 20), random.between(0.15, 0.5), random.between(0.12, 0.5)),
          opacity: [0.6, 1],
        })
      );
    }
    case 'plain':
      return wash(random, 'bw', all, muted(random));
  }
}

/** What lies behind the animals, out of focus by `blur` pixels. It says nothing about who is in front. */
export function drawBackdrop(random: Random, frame: Frame, kind?: Backdrop): string {
  const drawn = layout(kind ?? random.pick(BACKDROPS), random, frame);
  const blur = random.chance(0.3) ? 0 : random.between(0.5, 0.018 * frame.width);
  const shadow = random.chance(0.35)
    ? `<path d="M${short(random.next() * frame.width)} 0L${frame.width} ${short(random.next() * frame.height)}V${frame.height}H${short(random.next() * frame.width)}z" fill="#000" opacity="${random.between(0.08, 0.3).toFixed(2)}"/>`
    : '';
  const texture = random.chance(0.5) ? grainOf(random, frame) : '';
  const filter = `<filter id="bb" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="${blur.toFixed(1)}"/></filter>`;
  const all = drawn + texture + shadow;
  if (blur === 0) return `<g>${all}</g>`;
  // The sharp drawing beneath fills the rim where the blur fades out.
  return `${filter}<g id="bd">${all}</g><use href="#bd" filter="url(#bb)"/>`;
}
