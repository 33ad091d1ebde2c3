import type { Estimate, RateAtFmr } from '@snout/core/evaluation';

/** One line of the summary. */
export interface FigureRow {
  readonly figure: string;
  readonly value: string;
  /** 95 %. */
  readonly bounds: string;
  readonly target: string;
  readonly met: boolean | null;
  readonly on: string;
}

/** What a figure must reach: `least` or `most`, in the figure's own unit. */
export type Target = { readonly least: number } | { readonly most: number };

export interface RateOptions {
  readonly figure: string;
  readonly estimate: Estimate | null | undefined;
  readonly on: string;
  readonly target?: Target;
  /** How a number is written; percent when absent. */
  readonly write?: (value: number) => string;
}

/** A figure with its bounds beside its target. A figure that could not be measured has not met its target. */
export function figureRow({ figure, estimate, on, target, write = percent }: RateOptions): FigureRow {
  const wanted = target === undefined ? '' : 'least' in target ? `≥ ${write(target.least)}` : `≤ ${write(target.most)}`;
  if (!estimate) return { figure, value: '–', bounds: '', target: wanted, met: target === undefined ? null : false, on };
  const { value, low, high } = estimate;
  const met = target === undefined ? null : 'least' in target ? value >= target.least : value <= target.most;
  return { figure, value: write(value), bounds: `${write(low)} – ${write(high)}`, target: wanted, met, on };
}

/** 0.0523 to "5.23 %". */
export function percent(value: number): string {
  return `${Number((value * 100).toFixed(2))} %`;
}

/** 1234567 to "1,234,567". */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

export function atFmr(rates: readonly RateAtFmr[] | undefined, fmr: number): RateAtFmr | undefined {
  return rates?.find((rate) => rate.fmr === fmr);
}
