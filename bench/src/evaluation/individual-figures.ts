import type { Evaluation } from '@snout/core/evaluation';
import { atFmr, count, type FigureRow, figureRow, type Target } from './figure-row.ts';
import type { PublishedEvaluation } from './published.ts';

/** Targets of one set of individuals; those it does not have are not asked of it. */
export interface IndividualTargets {
  readonly eer?: Target;
  readonly tarAtOnePercent?: Target;
  readonly rank1?: Target;
  readonly threePhotoEer?: Target;
}

/** All figures of a set of one species; none when there was too little to compare. */
export function individualFigures(published: PublishedEvaluation, targets: IndividualTargets): readonly FigureRow[] {
  return published.sections.flatMap(({ acquisition, result }) => {
    if (result.kind !== 'evaluated') return [];
    const { evaluation } = result;
    const rows = [...singlePhotoFigures(evaluation, targets), ...templateFigures(evaluation, targets), ...openSetFigures(evaluation)];
    return published.cropped ? rows : [...rows, ...acquisitionFigures(evaluation, acquisition)];
  });
}

function singlePhotoFigures({ counts, verification, identification }: Evaluation, targets: IndividualTargets): readonly FigureRow[] {
  const pairs = `${count(counts.individuals)} individuals, ${count(counts.photos)} photos: ${count(counts.mated)} mated, ${count(counts.nonMated)} non-mated comparisons`;
  const searches = `${count(identification.searches)} searches among ${count(identification.gallery)} individuals, leave one out`;
  const tar = (fmr: number) => atFmr(verification.atFmr, fmr)?.tar;
  return [
    figureRow({ figure: 'EER, photo against photo', estimate: verification.eer, on: pairs, ...asked(targets.eer) }),
    figureRow({ figure: 'TAR at FMR 1 %', estimate: tar(1e-2), on: pairs, ...asked(targets.tarAtOnePercent) }),
    figureRow({ figure: 'TAR at FMR 0.1 %', estimate: tar(1e-3), on: pairs }),
    figureRow({ figure: 'AUC', estimate: verification.auc, on: pairs, write: (value) => value.toFixed(4) }),
    figureRow({ figure: 'Rank-1', estimate: identification.rank1, on: searches, ...asked(targets.rank1) }),
    figureRow({ figure: 'Rank-5', estimate: identification.rank5, on: searches }),
  ];
}

function templateFigures({ threePhotos }: Evaluation, { threePhotoEer }: IndividualTargets): readonly FigureRow[] {
  const on =
    threePhotos === null
      ? 'too few individuals have six photos'
      : `${count(threePhotos.individuals)} individuals: ${count(threePhotos.mated)} mated, ${count(threePhotos.nonMated)} non-mated comparisons`;
  return [
    figureRow({ figure: 'EER, three photos against three', estimate: threePhotos?.eer, on, ...asked(threePhotoEer) }),
    figureRow({ figure: 'TAR at FMR 1 %, three photos against three', estimate: atFmr(threePhotos?.atFmr, 1e-2)?.tar, on }),
  ];
}

function openSetFigures({ openSet }: Evaluation): readonly FigureRow[] {
  if (openSet === null) return [];
  const on = `${count(openSet.enrolled)} enrolled, ${count(openSet.mated)} mated and ${count(openSet.nonMated)} non-mated searches, ${openSet.repeats} times`;
  return openSet.atFpir.map(({ fpir, fnir }) =>
    figureRow({ figure: `FNIR at FPIR ${Number((fpir * 100).toPrecision(2))} % (open set)`, estimate: fnir, on }),
  );
}

/** Whole photos: those in which no head is found count for nothing above; here they count as searches that failed. */
function acquisitionFigures(
  { identification }: Evaluation,
  { offered, failures }: PublishedEvaluation['sections'][number]['acquisition'],
): readonly FigureRow[] {
  const { searches, rank1 } = identification;
  const all = searches + failures.length;
  const scale = ({ value, low, high }: typeof rank1) => {
    const share = searches / all;
    return { value: value * share, low: low * share, high: high * share };
  };
  return [
    figureRow({
      figure: 'Rank-1, photos without a head counted as misses',
      estimate: scale(rank1),
      on: `${count(all)} photos, ${count(failures.length)} of them without a head found`,
    }),
    {
      figure: 'Failures to acquire',
      value: `${count(failures.length)} of ${count(offered)}`,
      bounds: '',
      target: '',
      met: null,
      on: 'photos in which no head was found',
    },
  ];
}

function asked(target: Target | undefined): { readonly target?: Target } {
  return target === undefined ? {} : { target };
}
