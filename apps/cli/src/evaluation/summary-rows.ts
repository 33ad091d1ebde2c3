import type { Estimate, Evaluation, PairsEvaluation, RateAtFmr } from '@snout/core/evaluation';

/** One figure as people read it. */
export interface SummaryRow {
  readonly group: string;
  readonly figure: string;
  readonly value: string;
  /** 95 % bounds. */
  readonly bounds: string;
  /** What it was measured on. */
  readonly on: string;
}

/** Every figure of an evaluation with its bounds, in the order of the report. */
export function summaryRows(evaluation: Evaluation): SummaryRow[] {
  return [...verificationRows(evaluation), ...identificationRows(evaluation), ...templateRows(evaluation), ...openSetRows(evaluation)];
}

/** The figures of a list of pairs. */
export function pairRows({ counts, ...rates }: PairsEvaluation): SummaryRow[] {
  return ratesRows(counts, rates);
}

function verificationRows({ counts, verification }: Evaluation): SummaryRow[] {
  return ratesRows(counts, verification);
}

function ratesRows(
  counts: Pick<PairsEvaluation['counts'], 'mated' | 'nonMated'>,
  rates: Pick<PairsEvaluation, 'eer' | 'auc' | 'atFmr'>,
): SummaryRow[] {
  const group = 'One photo against one photo';
  const on = `${count(counts.mated)} mated, ${count(counts.nonMated)} non-mated comparisons`;
  return [
    { group, figure: 'EER', ...rate(rates.eer), on },
    { group, figure: 'AUC', ...share(rates.auc), on },
    ...rates.atFmr.flatMap((point) => fmrRows(group, point, on)),
  ];
}

function identificationRows({ identification }: Evaluation): SummaryRow[] {
  const group = 'Search, closed set, leave one out';
  const on = `${count(identification.searches)} searches among ${count(identification.gallery)} individuals`;
  return [
    { group, figure: 'Rank-1', ...rate(identification.rank1), on },
    { group, figure: 'Rank-5', ...rate(identification.rank5), on },
  ];
}

function templateRows({ threePhotos }: Evaluation): SummaryRow[] {
  const group = 'Three photos against three photos';
  if (threePhotos === null) {
    return [{ group, figure: 'EER', value: '–', bounds: '', on: 'fewer than two individuals have six photos' }];
  }
  const on = `${count(threePhotos.individuals)} individuals: ${count(threePhotos.mated)} mated, ${count(threePhotos.nonMated)} non-mated comparisons`;
  return [{ group, figure: 'EER', ...rate(threePhotos.eer), on }, ...threePhotos.atFmr.flatMap((point) => fmrRows(group, point, on))];
}

function openSetRows({ openSet }: Evaluation): SummaryRow[] {
  const group = 'Search, open set';
  if (openSet === null) return [{ group, figure: 'FNIR', value: '–', bounds: '', on: 'too few individuals' }];
  const on = `${count(openSet.enrolled)} enrolled, ${openSet.repeats} random halves: ${count(openSet.mated)} mated, ${count(openSet.nonMated)} non-mated searches`;
  return openSet.atFpir.map(({ fpir, fnir }) => ({ group, figure: `FNIR at FPIR ${target(fpir)}`, ...rate(fnir), on }));
}

function fmrRows(group: string, { fmr, fnmr, tar }: RateAtFmr, on: string): SummaryRow[] {
  const figure = `FNMR at FMR ${target(fmr)}`;
  if (fnmr === null || tar === null) return [{ group, figure, value: '–', bounds: '', on: 'too few comparisons to show it' }];
  const { value, bounds } = rate(fnmr);
  return [{ group, figure, value: `${value} (TAR ${(tar.value * 100).toFixed(1)} %)`, bounds, on }];
}

function rate({ value, low, high }: Estimate) {
  return { value: percentage(value), bounds: `${percentage(low)} – ${percentage(high)}` };
}

function share({ value, low, high }: Estimate) {
  return { value: value.toFixed(4), bounds: `${low.toFixed(4)} – ${high.toFixed(4)}` };
}

/** Rates in percent, two decimals: the third is noise in every set of this size. */
export function percentage(value: number): string {
  return Number.isFinite(value) ? `${(value * 100).toFixed(2)} %` : '–';
}

/** 0.001 to "0.1 %". */
export function target(value: number): string {
  return `${Number((value * 100).toPrecision(1))} %`;
}

/** 1234567 to "1,234,567". */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
