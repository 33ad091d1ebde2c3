import { escapeHtml } from '../markup/escape-html.ts';
import type { Agreement } from './agreement.ts';
import { FACE_CELLS, type FaceHeat } from './explain-face.ts';
import type { Marks } from './marks.ts';

/** Side of each crop in the picture, px. */
const SIDE = 560;
const GAP = 24;
/** Radius of the glow around a mark that agrees: where many lie close to each other it grows dense. */
const GLOW = 16;
/** Blur of the regions of a face, px, and how strongly the one that moves the score most is coloured; what would hardly be seen is left out. */
const SOFTNESS = 22;
const STRONGEST = 0.75;
const FAINTEST = 0.03;
const ALIKE = '#1f6fe0';
const UNLIKE = '#ef8a00';
/** More lines than so many hide what they join. */
const MOST_LINES = 60;

export interface PicturedSide {
  readonly marks: Marks;
  /** Address of the crop's picture that holds the picture in itself: `data:image/jpeg;base64,...`. */
  readonly picture: string;
  /** Which regions moved the score of the face; null or absent: nobody asked, or it gives no explanation. */
  readonly heat?: FaceHeat | null;
}

export interface PicturedEvidence {
  readonly sides: readonly [PicturedSide, PicturedSide];
  readonly agreement: Agreement;
  /** Its description for those who do not see it. */
  readonly words: readonly string[];
}

/**
 * Both crops beside each other, lines between marks that agree (of many only some, spread over the height), a glow where they do, a small dot for
 * every other mark: SVG that holds everything in itself. Below them, where faces are explained, both crops again with the regions that moved their score.
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
  const isExplained = sides.some(({ heat = null }) => heat !== null);
  const [width, height] = [2 * SIDE + GAP, isExplained ? 2 * SIDE + GAP : SIDE];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${pairs.length} of ${agreement.of} marks agree</title>
<desc>${escapeHtml([...words, ...(joined.length < pairs.length ? [`Lines join ${joined.length} of them.`] : [])].join(' '))}</desc>
<rect width="100%" height="100%" fill="#fff"/>
${sideSvg(a, 0, new Set(pairs.map((pair) => pair.a)))}
${sideSvg(b, shift, new Set(pairs.map((pair) => pair.b)))}
<g stroke-width="1.4" stroke-opacity="0.75">${lines.join('')}</g>${isExplained ? heatRow(sides) : ''}
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

function heatRow([a, b]: PicturedEvidence['sides']): string {
  return `
<defs><filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${SOFTNESS}"/></filter><clipPath id="crop"><rect width="${SIDE}" height="${SIDE}"/></clipPath></defs>
${heatSvg(a, 0)}
${heatSvg(b, SIDE + GAP)}`;
}

function heatSvg({ picture, heat = null }: PicturedSide, shift: number): string {
  const cell = SIDE / FACE_CELLS;
  const cells = Array.from(heat ?? [], (value, i) => {
    const opacity = Math.abs(value) * STRONGEST;
    if (opacity < FAINTEST) return '';
    const [x, y] = [tenth((i % FACE_CELLS) * cell), tenth(Math.floor(i / FACE_CELLS) * cell)];
    return `<rect x="${x}" y="${y}" width="${tenth(cell)}" height="${tenth(cell)}" fill="${value > 0 ? ALIKE : UNLIKE}" fill-opacity="${opacity.toFixed(2)}"/>`;
  });
  return `<g transform="translate(${shift} ${SIDE + GAP})"><image width="${SIDE}" height="${SIDE}" href="${picture}"/>
<g clip-path="url(#crop)"><g filter="url(#soft)">${cells.join('')}</g></g></g>`;
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
