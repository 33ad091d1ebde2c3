import type { Estimate } from '@snout/core/evaluation';
import type { FusionReport } from './snout-evaluate.ts';

/** The sets in the order of the document. */
export const FUSION_SETS = {
  'dogs-held-out': 'Dogs: crops of faces of 224 px, dog-faces-held-out (not used to choose anything)',
  'campus-cats': 'Cats: whole photos, campus-cats (not used to choose anything)',
  'campus-cats-patterned': 'Cats with a pattern: campus-cats without the plain grey one and the two black ones',
} as const;
export type FusionSet = keyof typeof FUSION_SETS;

/** Fusion is to lower the EER by this share at least. */
const LOWER_BY = 0.2;

const TITLES = { face: 'face alone', coat: 'coat alone', fused: 'both together' } as const;

/** docs/evaluation/fusion.md. */
export function fusionSummary(reports: Readonly<Record<FusionSet, FusionReport>>): string {
  const sets = Object.keys(FUSION_SETS) as FusionSet[];
  const { models, fused } = reports['dogs-held-out'];
  return `# Face and coat weighed together: ${models.embedder} and ${models.marks}

Written by \`node bench/src/run-fusion-figures.ts\`, which runs \`snout evaluate --modality fused\`. Do not edit.

The weights were fitted on validation dogs of dog-faces and on cat-faces with \`snout calibrate --modality fused\`; no individual below took part. The plain cats were picked by
eye before any of these figures was seen. EER: equal error rate. TAR: share of pairs of one animal that pass a threshold which that share of pairs of two animals pass. Bounds are
95 %, by bootstrap over individuals (${fused.bounds.resamples} resamples); those of the change by the same resamples on both sides. Of more than 10,000 comparisons of a kind, 10,000 were drawn.

${sets.map((set) => section(set, reports[set])).join('\n')}`;
}

function section(set: FusionSet, report: FusionReport): string {
  const { counts } = report.fused;
  const rows = (['face', 'coat', 'fused'] as const).map((by) => {
    const { eer, atFmr, auc } = report[by];
    const tar = (fmr: number) => {
      const found = atFmr.find((point) => point.fmr === fmr)?.tar;
      return found ? rate(found) : '–';
    };
    return `| ${TITLES[by]} | ${rate(eer)} | ${tar(0.01)} | ${tar(0.001)} | ${auc.value.toFixed(4)} |`;
  });
  const lost = report.failures > 0 ? ` ${count(report.failures)} photos could not be used (no head found, or several).` : '';
  return `## ${FUSION_SETS[set]}

${counts.individuals} individuals, ${count(counts.photos)} photos, ${count(counts.mated)} mated and ${count(counts.nonMated)} non-mated comparisons.${lost}

| by | EER | TAR at FMR 1 % | TAR at FMR 0.1 % | AUC |
|---|---|---|---|---|
${rows.join('\n')}

${verdict(report)}
`;
}

function verdict({ face, fused, eerChange }: FusionReport): string {
  const change = 1 - fused.eer.value / face.eer.value;
  const range = `${points(eerChange.value)} points, ${points(eerChange.low)} to ${points(eerChange.high)}`;
  const direction = change >= 0 ? 'lowers' : 'raises';
  const harm = eerChange.low > 0 ? ' It is **worse than the face alone** beyond its bound.' : '';
  return `Fusion ${direction} the EER by ${(100 * Math.abs(change)).toFixed(1)} % of what it is by the face (${range}); target: lower by ${LOWER_BY * 100} % or more, ${change >= LOWER_BY ? 'met' : '**missed**'}.${harm}`;
}

function rate({ value, low, high }: Estimate): string {
  const percent = (share: number) => (100 * share).toFixed(2);
  return `${percent(value)} % (${percent(low)} – ${percent(high)})`;
}

function points(change: number): string {
  return `${change > 0 ? '+' : ''}${(100 * change).toFixed(2)}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
