import { type GroupedPhotos, samplesOf } from './labelled-photo.ts';
import type { PairScores } from './pair-scores.ts';
import { type PooledTemplate, photoToPet, poolPhotos } from './pooled-similarity.ts';
import { type Random, shuffled } from './seeded-random.ts';

/** A photo searched among enrolled animals, of which it may be one or not. */
export interface OpenSearch {
  /** Whose photo it is. */
  readonly individual: number;
  /** Similarity of the nearest enrolled animal; of a mated search only when that is the right one, otherwise -2: missed at any threshold. */
  readonly score: number;
}

export interface OpenSearches {
  /** Animals enrolled in one repetition. */
  readonly enrolled: number;
  readonly mated: readonly OpenSearch[];
  readonly nonMated: readonly OpenSearch[];
}

/** Photos that make the enrolled template; a photo that enrols is never searched for. */
const ENROL_PHOTOS = 3;

/**
 * Open-set search: half of the individuals (of those with two photos or more) are enrolled with up to three photos, at most half of
 * theirs; their other photos are mated searches, all photos of all others non-mated ones. `repeats` random halves.
 */
export function searchOpenSet(group: GroupedPhotos, pairs: PairScores, repeats: number, random: Random): OpenSearches {
  const all = group.individuals.map((_, individual) => individual);
  const searches = { enrolled: 0, mated: [] as OpenSearch[], nonMated: [] as OpenSearch[] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const chosen = shuffled(
      all.filter((individual) => samplesOf(group, individual) >= 2),
      random,
    ).slice(0, Math.floor(all.length / 2));
    const gallery = new Map<number, PooledTemplate>();
    for (const individual of chosen) gallery.set(individual, enrol(group, individual, random));
    searches.enrolled = gallery.size;
    searchAll(group, pairs, gallery, searches);
  }
  return searches;
}

function enrol(group: GroupedPhotos, individual: number, random: Random): PooledTemplate {
  const from = group.starts[individual] ?? 0;
  const photos = Array.from({ length: samplesOf(group, individual) }, (_, index) => from + index);
  const count = Math.min(ENROL_PHOTOS, Math.floor(photos.length / 2));
  return poolPhotos(group, individual, shuffled(photos, random).slice(0, count));
}

function searchAll(
  group: GroupedPhotos,
  pairs: PairScores,
  gallery: ReadonlyMap<number, PooledTemplate>,
  searches: { mated: OpenSearch[]; nonMated: OpenSearch[] },
): void {
  const templates = [...gallery.values()];
  if (templates.length === 0) return;
  for (let photo = 0; photo < group.photos.length; photo++) {
    const individual = group.individualOf[photo] ?? 0;
    const own = gallery.get(individual);
    if (own?.photos.includes(photo)) continue;
    let nearest = -1;
    let best = -2;
    for (const template of templates) {
      const score = photoToPet(pairs, photo, template);
      if (score > best) {
        best = score;
        nearest = template.individual;
      }
    }
    if (own === undefined) searches.nonMated.push({ individual, score: best });
    else searches.mated.push({ individual, score: nearest === individual ? best : -2 });
  }
}

/** Searches from the highest score to the lowest, and how many distinct animals stand behind them. */
export function sortSearches(searches: readonly OpenSearch[]): OpenSearch[] {
  return searches.toSorted((a, b) => b.score - a.score);
}

export interface OpenSetRate {
  /** The lowest threshold at which no more than the target share of non-mated searches returns anything. */
  readonly threshold: number;
  /** False negative identification rate, 0 to 1: the right animal is not first or is below the threshold. */
  readonly fnir: number;
}

/** Both lists sorted, highest first; weights per individual for a resample. NaN without searches on a side. */
export function rateAtFpir(mated: readonly OpenSearch[], nonMated: readonly OpenSearch[], fpir: number, weights?: Int32Array): OpenSetRate {
  const weigh = (search: OpenSearch) => (weights === undefined ? 1 : (weights[search.individual] ?? 0));
  const total = (searches: readonly OpenSearch[]) => searches.reduce((sum, search) => sum + weigh(search), 0);
  const matedTotal = total(mated);
  let allowed = total(nonMated) * fpir + 1e-9;
  if (matedTotal === 0 || allowed <= 1e-9) return { threshold: Number.NaN, fnir: Number.NaN };
  // -2 marks a missed search: the threshold never goes below the lowest similarity there is.
  let barred = -1 - Number.EPSILON;
  for (const search of nonMated) {
    allowed -= weigh(search);
    if (allowed < 0) {
      barred = search.score;
      break;
    }
  }
  let hits = 0;
  for (const search of mated) {
    if (search.score <= barred) break;
    hits += weigh(search);
  }
  return { threshold: barred, fnir: 1 - hits / matedTotal };
}
