import type { Estimate } from '@snout/core/evaluation';
import type { MarkKind } from './found-marks.ts';
import type { MarksFigure } from './marks-figures.ts';

const SETS: Readonly<Record<string, string>> = {
  'test-noses-easy': 'Drawn noses of the seed `test`, easy',
  'test-noses-middle': 'Drawn noses of the seed `test`, middle',
  'test-noses-hard': 'Drawn noses of the seed `test`, hard',
  'validation-dogs': "Dogs' faces and coats, validation individuals (chosen and calibrated on)",
  'validation-cats': "Cats' faces and coats, cat-faces (chosen and calibrated on)",
  'test-dogs': "Dogs' faces and coats, held-out test individuals (looked at once)",
  'test-cattle': 'Cattle muzzles, test animals, simulated pairs',
};
const KINDS: Readonly<Record<MarkKind, string>> = { learned: 'learned', sift: 'RootSIFT', orb: 'ORB' };

/** docs/evaluation/marks.md. */
export function marksSummary(model: string, figures: readonly MarksFigure[]): string {
  const sets = [...new Set(figures.map(({ set }) => set))];
  return `# Marks: ${model} beside SIFT and ORB

Written by \`node bench/src/run-marks-figures.ts\` from the marks that \`training/snout_training/marks/found.py\` finds. Do not edit.

All three kinds see the same square crops of 320 px, at most 512 marks each, and are compared by the product's own matching: nearest pairs, ratio test, one
geometry, smooth movement of skin, strength. The tolerances are those of \`models/marks/model.json\`, chosen for the learned marks on validation noses, dogs and cats; the ratio of
the test was chosen for each kind on the same (column ratio). SIFT and ORB are OpenCV's (\`marks/features.py\`: contrast limits low enough for dark leather; SIFT's vectors as RootSIFT).
EER: equal error rate. TAR: share of pairs of one animal that pass a threshold which 1 % of pairs of two animals pass. Bounds are 95 %, by bootstrap over individuals (${figures[0]?.evaluation.bounds.resamples} resamples);
where no error was seen, by the rule of three. Of more than 1,000 comparisons of a kind, 1,000 were drawn.

* **Noses are drawings**, of this project's generator: these figures say nothing about real noses.
* **Cattle**: all photos of one animal in the data are the same file, so each animal has one picture, of which two "photos" were made by the warps and light of training. This measures
  simulated pairs of ${figures.find(({ set }) => set === 'test-cattle')?.evaluation.counts.individuals ?? 0} animals, not two visits to a cow.
* **Dogs and cats** are crops of faces; up to six photos a validation animal, three a test dog.

${sets.map((set) => table(set, figures)).join('\n')}`;
}

function table(set: string, figures: readonly MarksFigure[]): string {
  const rows = figures.filter((figure) => figure.set === set);
  const counts = rows[0]?.evaluation.counts;
  const on = counts
    ? `${counts.individuals} individuals, ${count(counts.photos)} photos, ${count(counts.mated)} mated and ${count(counts.nonMated)} non-mated comparisons.`
    : '';
  const lines = rows.map(({ kind, ratio, evaluation }) => {
    const tar = evaluation.atFmr.find(({ fmr }) => fmr === 0.01)?.tar;
    return `| ${KINDS[kind]} | ${ratio} | ${rate(evaluation.eer)} | ${tar ? rate(tar) : '–'} | ${evaluation.auc.value.toFixed(4)} |`;
  });
  return `## ${SETS[set] ?? set}

${on}

| marks | ratio | EER | TAR at FMR 1 % | AUC |
|---|---|---|---|---|
${lines.join('\n')}
`;
}

function rate({ value, low, high }: Estimate): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  return `${percent(value)} % (${percent(low)} – ${percent(high)})`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
