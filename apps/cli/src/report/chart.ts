import type { ScaleLinear, ScaleLogarithmic } from 'd3-scale';
import { line } from 'd3-shape';
import { escapeHtml } from './escape-html.ts';

/** Size of every chart's drawing area and its margins, in SVG units; the page scales the whole. */
export const PLOT = { left: 58, top: 14, width: 370, height: 236, right: 24, bottom: 46 } as const;

type Scale = ScaleLinear<number, number> | ScaleLogarithmic<number, number>;

export interface Axis {
  readonly label: string;
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

export interface Series {
  readonly name: string;
  /** CSS class that gives the colour. */
  readonly style: 'first' | 'second';
  readonly points: ReadonlyArray<readonly [x: number, y: number]>;
  /** A mark at every point. */
  readonly dots?: boolean;
}

export interface Chart {
  /** Read out in place of the picture. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Drawn below the series. */
  readonly background?: string;
  readonly series: readonly Series[];
}

/** One chart as inline SVG; colours come from the page, so it follows light and dark. */
export function chartSvg({ description, x, y, background = '', series }: Chart): string {
  const width = PLOT.left + PLOT.width + PLOT.right;
  const height = PLOT.top + PLOT.height + PLOT.bottom;
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(description)}">`,
    xAxis(x),
    yAxis(y),
    background,
    ...series.map((one) => seriesSvg(one, x.scale, y.scale)),
    series.length > 1 ? legend(series) : '',
    '</svg>',
  ].join('');
}

/** A path through points of the drawing area. */
export function polyline(points: ReadonlyArray<readonly [number, number]>): string {
  const draw = line<readonly [number, number]>()
    .x(([px]) => round(px))
    .y(([, py]) => round(py));
  return draw([...points]) ?? '';
}

function seriesSvg({ style, points, dots }: Series, x: Scale, y: Scale): string {
  const placed = points.map(([px, py]) => [x(px), y(py)] as const);
  const path = `<path class="line ${style}" d="${polyline(placed)}"/>`;
  if (!dots) return path;
  return path + placed.map(([px, py]) => `<circle class="dot ${style}" cx="${round(px)}" cy="${round(py)}" r="3"/>`).join('');
}

function xAxis({ label, scale, ticks, format }: Axis): string {
  const bottom = PLOT.top + PLOT.height;
  const marks = ticks.map((tick) => {
    const at = round(scale(tick));
    return `<line class="grid" x1="${at}" x2="${at}" y1="${PLOT.top}" y2="${bottom}"/><text x="${at}" y="${bottom + 16}" text-anchor="middle">${escapeHtml(format(tick))}</text>`;
  });
  const middle = PLOT.left + PLOT.width / 2;
  return `${marks.join('')}<text class="label" x="${middle}" y="${bottom + 36}" text-anchor="middle">${escapeHtml(label)}</text>`;
}

function yAxis({ label, scale, ticks, format }: Axis): string {
  const right = PLOT.left + PLOT.width;
  const marks = ticks.map((tick) => {
    const at = round(scale(tick));
    return `<line class="grid" x1="${PLOT.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${PLOT.left - 6}" y="${at + 4}" text-anchor="end">${escapeHtml(format(tick))}</text>`;
  });
  const middle = PLOT.top + PLOT.height / 2;
  return `${marks.join('')}<text class="label" transform="translate(13 ${middle}) rotate(-90)" text-anchor="middle">${escapeHtml(label)}</text>`;
}

function legend(series: readonly Series[]): string {
  const right = PLOT.left + PLOT.width - 8;
  return series
    .map(({ name, style }, index) => {
      const y = PLOT.top + 16 + index * 17;
      return `<line class="line ${style}" x1="${right - 20}" x2="${right}" y1="${y - 4}" y2="${y - 4}"/><text x="${right - 26}" y="${y}" text-anchor="end">${escapeHtml(name)}</text>`;
    })
    .join('');
}

/** Hundredths of a unit are below a pixel. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
