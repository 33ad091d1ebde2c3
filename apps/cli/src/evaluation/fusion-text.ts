import type { FusionEvaluation } from '@snout/core/evaluation';
import type { Species } from '@snout/core/recognition';
import { count, pairRows } from './summary-rows.ts';

export interface FusionReport extends FusionEvaluation {
  readonly modality: 'fused';
  readonly species: Species;
  /** Name of the list or folder, without the path to it. */
  readonly source: string;
  readonly models: { readonly embedder: string; readonly marks: string };
  readonly pairs: { readonly offered: number; readonly compared: number };
  /** Photos that could not be used. */
  readonly failures: number;
}

const TITLES = { face: 'Face alone', coat: 'Coat alone', fused: 'Both together' } as const;

/** The report as lines of text. */
export function fusionText(report: FusionReport): string[] {
  const { source, species, models, pairs, failures, eerChange, fused } = report;
  const { counts, bounds } = fused;
  return [
    `${source}: ${species}s by face and coat, ${models.embedder} and ${models.marks}`,
    `  ${count(pairs.compared)} of ${count(pairs.offered)} pairs compared, ${count(failures)} photos could not be used`,
    `  ${count(counts.photos)} photos of ${count(counts.individuals)} individuals, ${count(counts.mated)} mated and ${count(counts.nonMated)} non-mated comparisons`,
    ...(['face', 'coat', 'fused'] as const).flatMap((by) => [
      `  ${TITLES[by]}`,
      ...pairRows(report[by]).map(({ figure, value, bounds: range }) => `    ${figure.padEnd(20)} ${value.padEnd(24)} ${range}`.trimEnd()),
    ]),
    `  Both together change the EER of the face by ${points(eerChange.value)} points (${points(eerChange.low)} to ${points(eerChange.high)}).`,
    `  Bounds: 95 %, ${bounds.method}, ${bounds.resamples} resamples; rule of three where no error was seen.`,
  ];
}

/** 0.0123 to "+1.23". */
function points(change: number): string {
  return `${change > 0 ? '+' : ''}${(change * 100).toFixed(2)}`;
}
