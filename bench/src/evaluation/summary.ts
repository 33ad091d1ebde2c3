import { detectorFigures } from './detector-figures.ts';
import type { FigureRow } from './figure-row.ts';
import { count } from './figure-row.ts';
import { individualFigures } from './individual-figures.ts';
import type { Copies, PublishedFigures } from './published.ts';
import { qualityFigures } from './quality-figures.ts';
import type { Weights } from './weights.ts';

/** Bytes: the models travel with the repository and into the browser. */
const MOST_WEIGHTS = 8_000_000;

/** docs/evaluation/README.md, wholly made of the figures beside it. */
export function summary(figures: PublishedFigures, weights: readonly Weights[]): string {
  const dogs = figures['dogs-held-out'];
  const cats = figures['cat-faces'];
  return `# Evaluation

Written by \`npm run evaluation\` on ${figures['head-detector'].madeAt.slice(0, 10)}. Do not edit. The photos are not part of the
repository: set \`SNOUT_DATA_ROOT\` to the folder that holds them. No photo below was trained on. Weights
and thresholds were chosen on validation photos and individuals. The cat head crops served to choose and to calibrate. Bounds are 95 %, by
bootstrap over individuals (detector: over photos); where no error was seen, by the rule of three.
Marks of noses and coats, beside SIFT and ORB: [marks.md](marks.md). Face and coat weighed together: [fusion.md](fusion.md).

## Head detector: 160 photos labelled by eye for this detector

90 photos of dogs and 70 of cats, drawn at random from unlabelled-dogs, unlabelled-cats and the validation part of cat-head-boxes
(\`training/labels/heads-test.json\`). Where the person who labelled could not tell, nothing is judged. Looked at
several times while head-detector-2 was made, twice for its successor (with one of the two networks trained further, and with both, which was released), once with the head
check of face-embedder-2, and twice with head-detector-4 and face-embedder-3, whose weights were fp16 at first. Settings and thresholds were chosen on validation photos, but earlier looks led to more
training: these figures are a little too kind.

${table(detectorFigures(figures['head-detector']))}

## Head detector: photos of heads/ that earlier detectors were judged by

${table(detectorFigures(figures['head-detector-looked-at']))}

## Dogs: head crops, ${dogs.folder} (not used to choose anything)

${table(individualFigures(dogs, { eer: { most: 0.055 }, tarAtOnePercent: { least: 0.82 }, rank1: { least: 0.91 }, threePhotoEer: { most: 0.02 } }))}

[Report with curves](dogs-held-out.html)

## Cats: head crops, ${cats.folder} (used for validation)

${table(individualFigures(cats, { eer: { most: 0.12 }, rank1: { least: 0.9 } }))}

[Report with curves](cat-faces.html)

## Cats: whole photos, ${figures['campus-cats'].folder} (looked at while the detector was chosen)

${table(individualFigures(figures['campus-cats'], { rank1: { least: 0.75 } }))}

[Report with curves](campus-cats.html)

## Quality: the worst photos turned away

${table([...qualityFigures('dogs', dogs), ...qualityFigures('cats', cats)])}

## Another species: cattle muzzles, with the embedder as it is

${cattle(figures)}

## Weights

${table(weights.map(weightsFigure))}
`;
}

function weightsFigure({ model, bytes }: Weights): FigureRow {
  return {
    figure: model,
    value: `${(bytes / 1e6).toFixed(2)} MB`,
    bounds: '',
    target: `≤ ${MOST_WEIGHTS / 1e6} MB`,
    met: bytes <= MOST_WEIGHTS,
    on: '',
  };
}

function cattle(figures: PublishedFigures): string {
  const all = figures['cattle-muzzles'];
  const distinct = figures['cattle-muzzles-distinct'];
  const copies = distinct.copies;
  const rows = individualFigures(distinct, {});
  const left =
    rows.length > 0
      ? table(rows)
      : 'No animal has two photos left, so nothing can be said about recognising cattle from these photos. The figures with the copies say only that a photo is like itself:';
  return [
    copies === undefined ? '' : copiesInWords(copies),
    left,
    rows.length > 0 ? 'With the copies:' : '',
    table(individualFigures(all, {})),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function copiesInWords({ offered, removed, identical, from }: Copies): string {
  return `Of ${count(offered)} photos ${count(removed)} show the same as another photo of the same animal (thumbnails correlate by ${from} or more), ${count(identical)} of them byte for byte. They are left out: ${count(offered - removed)} photos stay.`;
}

function table(rows: readonly FigureRow[]): string {
  const lines = rows.map(
    ({ figure, value, bounds, target, met, on }) =>
      `| ${figure} | ${value} | ${bounds} | ${target} | ${met === null ? '' : met ? 'met' : '**missed**'} | ${on} |`,
  );
  return ['| figure | measured | 95 % bounds | target | | on |', '|---|---|---|---|---|---|', ...lines].join('\n');
}
