import { type GroupedPhotos, type Grouping, samplesOf } from './labelled-photo.ts';
import { type PairScores, rowOffset } from './pair-scores.ts';
import { type PooledTemplate, pooledToPooled, poolPhotos } from './pooled-similarity.ts';
import { type Random, shuffled } from './seeded-random.ts';

/** Photos in one template, on both sides of a comparison. */
const PHOTOS_PER_TEMPLATE = 3;

/** Templates of three photos each, compared each with each. */
export interface TemplateComparisons {
  /** Indices, in the photos' group, of the individuals with at least six photos: two templates that share no photo. */
  readonly individuals: readonly number[];
  readonly group: Grouping;
  readonly pairs: PairScores;
}

/** Cuts each individual's photos into random triples without overlap and compares every two triples once. */
export function compareTriples(group: GroupedPhotos, pairs: PairScores, random: Random): TemplateComparisons {
  const individuals: number[] = [];
  const templates: PooledTemplate[] = [];
  const starts = [0];
  for (let individual = 0; individual < group.individuals.length; individual++) {
    const triples = randomTriples(group, individual, random);
    if (triples.length < 2) continue;
    for (const triple of triples) templates.push(poolPhotos(group, individuals.length, triple));
    individuals.push(individual);
    starts.push(templates.length);
  }
  const scores = new Float32Array((templates.length * (templates.length - 1)) / 2);
  for (const [index, a] of templates.entries()) {
    const offset = rowOffset(templates.length, index);
    for (let other = index + 1; other < templates.length; other++) {
      const b = templates[other];
      if (b !== undefined) scores[offset + other] = pooledToPooled(pairs, a, b);
    }
  }
  return {
    individuals,
    group: { starts: Int32Array.from(starts), individualOf: Int32Array.from(templates, (template) => template.individual) },
    pairs: { samples: templates.length, scores },
  };
}

function randomTriples(group: GroupedPhotos, individual: number, random: Random): number[][] {
  const from = group.starts[individual] ?? 0;
  const photos = shuffled(
    Array.from({ length: samplesOf(group, individual) }, (_, index) => from + index),
    random,
  );
  const triples: number[][] = [];
  for (let at = 0; at + PHOTOS_PER_TEMPLATE <= photos.length; at += PHOTOS_PER_TEMPLATE) {
    triples.push(photos.slice(at, at + PHOTOS_PER_TEMPLATE));
  }
  return triples;
}
