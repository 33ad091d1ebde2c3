import type { GroupedPhotos } from './labelled-photo.ts';
import { BINS, binnedRates, binOf, countWeighted } from './score-bins.ts';

/** Error rates over the photos that are left when the worst are turned away. */
export interface RejectPoint {
  /** Share of photos turned away, 0 to 1. */
  readonly rejected: number;
  readonly photos: number;
  readonly mated: number;
  /** At the threshold that held the FMR over all photos: what a user at a fixed threshold gains. */
  readonly fnmr: number;
  readonly fmr: number;
  readonly eer: number;
}

/** Error-versus-reject curve (ISO/IEC 29794-1; Grother and Tabassi 2007): photos go by quality, worst first, ties by their order. */
export function errorVersusReject(
  group: GroupedPhotos,
  bins: Uint16Array,
  options: { readonly threshold: number; readonly shares: readonly number[] },
): RejectPoint[] {
  const worstFirst = group.photos.map((_, index) => index).sort((a, b) => quality(group, a) - quality(group, b) || a - b);
  const thresholdBin = binOf(options.threshold);
  return options.shares.map((rejected) => {
    const kept = new Int32Array(group.photos.length).fill(1);
    const gone = Math.floor(group.photos.length * rejected);
    for (const photo of worstFirst.slice(0, gone)) kept[photo] = 0;
    const counts = countWeighted(group, bins, kept);
    const mated = passed(counts.mated, 0);
    return {
      rejected,
      photos: group.photos.length - gone,
      mated,
      fnmr: 1 - passed(counts.mated, thresholdBin) / mated,
      fmr: passed(counts.nonMated, thresholdBin) / passed(counts.nonMated, 0),
      eer: binnedRates(counts, []).eer,
    };
  });
}

function quality(group: GroupedPhotos, photo: number): number {
  return group.photos[photo]?.quality ?? 0;
}

function passed(counts: Float64Array, fromBin: number): number {
  let total = 0;
  for (let bin = fromBin; bin < BINS; bin++) total += counts[bin] ?? 0;
  return total;
}
