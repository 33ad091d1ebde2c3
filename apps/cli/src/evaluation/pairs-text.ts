import type { PairsEvaluation } from '@snout/core/evaluation';
import type { Modality } from '@snout/core/matching';
import { count, pairRows } from './summary-rows.ts';

export interface PairsReport {
  readonly modality: Modality;
  /** Name of the list or folder, without the path to it. */
  readonly source: string;
  readonly models: { readonly embedder: string; readonly marks: string };
  readonly pairs: { readonly offered: number; readonly compared: number };
  /** Photos that could not be used. */
  readonly failures: number;
  readonly evaluation: PairsEvaluation;
}

/** The report as lines of text. */
export function pairsText({ modality, source, models, pairs, failures, evaluation }: PairsReport): string[] {
  const { counts, bounds } = evaluation;
  return [
    `${source}: ${modality}, ${modality === 'face' ? models.embedder : models.marks}`,
    `  ${count(pairs.compared)} of ${count(pairs.offered)} pairs compared, ${count(failures)} photos could not be used`,
    `  ${count(counts.photos)} photos of ${count(counts.individuals)} individuals, ${count(counts.mated)} mated and ${count(counts.nonMated)} non-mated comparisons`,
    ...pairRows(evaluation).map(({ figure, value, bounds: range }) => `    ${figure.padEnd(20)} ${value.padEnd(24)} ${range}`.trimEnd()),
    `  Bounds: 95 %, ${bounds.method}, ${bounds.resamples} resamples; rule of three where no error was seen.`,
  ];
}
