import type { Evaluation, OperatingPoint } from '@snout/core/evaluation';
import { scaleLinear, scaleLog } from 'd3-scale';
import { target } from '../evaluation/summary-rows.ts';
import { type Axis, chartSvg, PLOT, polyline, round, type Series } from './chart.ts';

const X_RANGE = [PLOT.left, PLOT.left + PLOT.width];
const Y_RANGE = [PLOT.top + PLOT.height, PLOT.top];
const percent = (value: number) => `${Number((value * 100).toPrecision(3))} %`;

/** Detection error trade-off on two log axes; points without a false non-match cannot be drawn on one. */
export function detChart({ verification, threePhotos }: Evaluation): string {
  const curves = [verification.det, threePhotos?.det ?? []].map((curve) => curve.filter(({ fnmr }) => fnmr > 0));
  const all = curves.flat();
  const x = logAxis(
    'False match rate',
    all.map(({ fmr }) => fmr),
    X_RANGE,
  );
  const y = logAxis(
    'False non-match rate',
    all.map(({ fnmr }) => fnmr),
    Y_RANGE,
  );
  const toPoints = (curve: readonly OperatingPoint[]) => curve.map(({ fmr, fnmr }) => [fmr, fnmr] as const);
  const series: Series[] = [
    { name: 'one photo', style: 'first', points: toPoints(curves[0] ?? []) },
    ...((curves[1] ?? []).length > 0 ? [{ name: 'three photos', style: 'second', points: toPoints(curves[1] ?? []) } as const] : []),
  ];
  const lowest = Math.max(x.scale.domain()[0] ?? 0, y.scale.domain()[0] ?? 0);
  const diagonal = `<path class="diagonal" d="${polyline([
    [x.scale(lowest), y.scale(lowest)],
    [x.scale(1), y.scale(1)],
  ])}"/>`;
  return chartSvg({ description: 'Detection error trade-off curve', x, y, background: diagonal, series });
}

/** Shares of mated and of non-mated comparisons per bin of similarity. */
export function scoreChart({ verification: { histogram } }: Evaluation): string {
  const { from, to, mated, nonMated } = histogram;
  const shares = (counts: readonly number[]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  };
  const sides = [shares(mated), shares(nonMated)] as const;
  const x = linearAxis('Similarity', { domain: [from, to], range: X_RANGE, format: (value) => `${value}` });
  const y = linearAxis('Share of comparisons', { domain: [0, Math.max(...sides.flat())], range: Y_RANGE, format: percent });
  const width = (to - from) / mated.length;
  const steps = (values: readonly number[]) =>
    values.flatMap((value, bin) => [[from + bin * width, value] as const, [from + (bin + 1) * width, value] as const]);
  const area = (style: string, values: readonly number[]) => {
    const outline = steps(values).map(([px, py]) => [x.scale(px), y.scale(py)] as const);
    return `<path class="area ${style}" d="${polyline(outline)}V${round(y.scale(0))}H${round(x.scale(from))}Z"/>`;
  };
  return chartSvg({
    description: 'Histogram of similarities',
    x,
    y,
    background: area('first', sides[0]) + area('second', sides[1]),
    series: [
      { name: 'same animal', style: 'first', points: steps(sides[0]) },
      { name: 'different animals', style: 'second', points: steps(sides[1]) },
    ],
  });
}

/** Cumulative match characteristic. */
export function cmcChart({ identification: { cmc } }: Evaluation): string {
  const lowest = Math.floor(Math.min(...cmc) * 20) / 20;
  const x = linearAxis('Rank', { domain: [1, Math.max(2, cmc.length)], range: X_RANGE, format: (value) => `${value}` });
  const y = linearAxis('Right animal within rank', { domain: [Math.min(lowest, 0.9), 1], range: Y_RANGE, format: percent });
  const points = cmc.map((share, index) => [index + 1, share] as const);
  return chartSvg({
    description: 'Cumulative match characteristic',
    x: { ...x, ticks: x.ticks.filter(Number.isInteger) },
    y,
    series: [{ name: 'rank', style: 'first', points, dots: true }],
  });
}

/** Error rates over the photos left when the worst are turned away. */
export function rejectChart({ errorVersusReject }: Evaluation): string {
  const rates = errorVersusReject.flatMap(({ fnmr, eer }) => [fnmr, eer]).filter(Number.isFinite);
  const x = linearAxis('Worst photos turned away', { domain: [0, 0.3], range: X_RANGE, format: percent });
  const y = linearAxis('Error rate', { domain: [0, Math.max(0.01, ...rates) * 1.25], range: Y_RANGE, format: percent });
  const points = (rate: 'fnmr' | 'eer') =>
    errorVersusReject.filter((point) => Number.isFinite(point[rate])).map((point) => [point.rejected, point[rate]] as const);
  return chartSvg({
    description: 'Error versus reject curve',
    x,
    y,
    series: [
      { name: 'FNMR at the threshold of FMR 1 %', style: 'first', points: points('fnmr'), dots: true },
      { name: 'EER', style: 'second', points: points('eer'), dots: true },
    ],
  });
}

/** From the decade below the smallest value up to 1. */
function logAxis(label: string, values: readonly number[], range: readonly number[]): Axis {
  const decades = Math.max(1, Math.ceil(-Math.log10(Math.min(1, ...values))));
  const ticks = Array.from({ length: decades + 1 }, (_, index) => 10 ** -index);
  return {
    label,
    scale: scaleLog()
      .domain([10 ** -decades, 1])
      .range(range),
    ticks,
    format: target,
  };
}

interface LinearOptions {
  readonly domain: readonly [number, number];
  readonly range: readonly number[];
  readonly format: (value: number) => string;
}

const TICKS = 6;

function linearAxis(label: string, { domain, range, format }: LinearOptions): Axis {
  const scale = scaleLinear().domain(domain).range(range);
  return { label, scale, ticks: scale.ticks(TICKS), format };
}
