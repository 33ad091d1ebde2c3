import { escapeHtml } from '../markup/escape-html.ts';
import type { Agreement } from './agreement.ts';
import type { Marks } from './marks.ts';

/** Side of each crop in the picture, px. */
const SIDE = 560;
const GAP = 24;
/** Radius of the glow around a mark that agrees: where many lie close to each other it grows dense. */
const GLOW = 16;
/** More lines than so many hide what they join. */
const MOST_LINES = 60;

export interface PicturedSide {
  readonly marks: Marks;
  /** Address of the crop's picture that holds the picture in itself: `data:image/jpeg;base64,...`. */
  readonly picture: string;
}

export interface PicturedEvidence {
  readonly sides: readonly [PicturedSide, PicturedSide];
  readonly agreement: Agreement;
  /** Its description for those who do not see it. */
  readonly words: readonly string[];
}

/**
 * Both crops beside each other, lines between marks that agree (of many only some, spread over the height), a glow where they do, a small dot for
 * every other mark: SVG that holds everything in itself.
 */
export function evidenceSvg({ sides, agreement, words }: PicturedEvidence): string {
  const [a, b] = sides;
  const { pairs } = agreement;
  const shift = SIDE + GAP;
  const joined = spread(
    pairs
      .map((pair) => ({ from: placeOf(a.marks, pair.a), to: placeOf(b.marks, pair.b) }))
      .sort((one, other) => one.from[1] - other.from[1]),
    MOST_LINES,
  );
  const lines = joined.map(({ from: [x0, y0], to: [x1, y1] }) => {
    return `<line x1="${x0}" y1="${y0}" x2="${tenth(x1 + shift)}" y2="${y1}" stroke="${colourAt(x0, y0)}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * SIDE + GAP}" height="${SIDE}" viewBox="0 0 ${2 * SIDE + GAP} ${SIDE}" role="img">
<title>${pairs.length} of ${agreement.of} marks agree</title>
<desc>${escapeHtml([...words, ...(joined.length < pairs.length ? [`Lines join ${joined.length} of them.`] : [])].join(' '))}</desc>
<rect width="100%" height="100%" fill="#fff"/>
${sideSvg(a, 0, new Set(pairs.map((pair) => pair.a)))}
${sideSvg(b, shift, new Set(pairs.map((pair) => pair.b)))}
<g stroke-width="1.4" stroke-opacity="0.75">${lines.join('')}</g>
</svg>
`;
}

function sideSvg({ marks, picture }: PicturedSide, shift: number, agreeing: ReadonlySet<number>): string {
  const glows: string[] = [];
  const dots: string[] = [];
  for (let i = 0; i < marks.count; i++) {
    const [x, y] = placeOf(marks, i);
    if (!agreeing.has(i)) dots.push(`<circle cx="${x}" cy="${y}" r="1.6"/>`);
    else glows.push(`<circle cx="${x}" cy="${y}" r="${GLOW}"/>`);
  }
  return `<g transform="translate(${shift} 0)"><image width="${SIDE}" height="${SIDE}" href="${picture}"/>
<g fill="#fff" fill-opacity="0.35">${dots.join('')}</g><g fill="#2fd07a" fill-opacity="0.12">${glows.join('')}</g></g>`;
}

/** At most so many, at even steps. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  return all.length <= most ? all : all.filter((_, i) => Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length));
}

/** In pixels of the side's picture, one decimal. */
function placeOf(marks: Marks, i: number): readonly [number, number] {
  const scale = SIDE / marks.side;
  return [tenth((marks.inCrop[2 * i] ?? 0) * scale), tenth((marks.inCrop[2 * i + 1] ?? 0) * scale)];
}

/** Neighbouring lines have neighbouring colours: one that crosses the others is wrong, and is seen. */
function colourAt(x: number, y: number): string {
  return `hsl(${Math.round((300 * y) / SIDE)} 90% ${Math.round(45 + (20 * x) / SIDE)}%)`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
