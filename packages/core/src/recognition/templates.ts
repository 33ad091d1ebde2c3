import { DomainError } from './domain-error.ts';
import type { EnrolledPhoto, TemplateMaker } from './gallery.port.ts';
import { TEMPLATE_DIMENSIONS, type Template, toUnitVector, type UnitVector } from './photo-analysis.ts';
import type { RecogniserModels } from './recogniser.port.ts';

/** The template of one photo, with how much that photo counts. */
export interface WeighedTemplate {
  readonly template: Template;
  /** Quality score of the head, 0 to 100. */
  readonly quality: number;
}

/**
 * The rule by which a probe is compared with a pet of several photos:
 * similarity = POOLED_PART * cos(probe, pooled template) + (1 - POOLED_PART) * cos(probe, most similar photo).
 * The pooled part averages chance away; the best photo keeps an odd view (a profile) of use. A pet of one photo: both are the same.
 */
export const POOLED_PART = 0.5;

/** A photo of quality below this weighs as much as one of this quality: a bad photo counts little, but it counts. */
const LEAST_WEIGHT = 10;

/** Four sums at once: one alone would wait for each addition before the next, and take three times as long. */
export function dotProduct(a: UnitVector, b: UnitVector): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let i = 0; i < TEMPLATE_DIMENSIONS; i += 4) {
    s += (a[i] ?? 0) * (b[i] ?? 0);
    t += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    u += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    v += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  return s + t + u + v;
}

/** Templates of different models or pipelines must never be compared. @throws DomainError `templates-not-comparable`. */
export function assertComparable(a: TemplateMaker, b: TemplateMaker): void {
  if (a.model === b.model && a.pipeline === b.pipeline) return;
  throw new DomainError(
    'templates-not-comparable',
    `Templates of ${a.model} (pipeline ${a.pipeline}) and ${b.model} (pipeline ${b.pipeline}) cannot be compared: run the re-embedding.`,
  );
}

/** Cosine similarity of two templates, -1 to 1. @throws DomainError `templates-not-comparable`. */
export function templateSimilarity(a: Template, b: Template): number {
  assertComparable(a, b);
  return dotProduct(a.vector, b.vector);
}

/**
 * What each photo contributes to the pooled template (the quality-weighted mean, brought back to length 1):
 * pooled = sum of share * vector, so cos(probe, pooled) = sum of share * cos(probe, photo).
 * @throws DomainError `templates-not-comparable`; RangeError when empty.
 */
export function poolingShares(photos: readonly WeighedTemplate[]): readonly number[] {
  const [first] = photos;
  if (first === undefined) throw new RangeError('Pooling needs at least one template.');
  const weights = photos.map((photo) => Math.max(photo.quality, LEAST_WEIGHT));
  const sum = new Float64Array(TEMPLATE_DIMENSIONS);
  photos.forEach((photo, index) => {
    assertComparable(first.template, photo.template);
    const weight = weights[index] ?? 0;
    photo.template.vector.forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + weight * value;
    });
  });
  const total = weights.reduce((a, b) => a + b, 0);
  // Opposed vectors could cancel out; no pooled template is then better than another, and a tiny length must not blow up noise.
  const length = Math.max(Math.sqrt(sum.reduce((a, b) => a + b * b, 0)), total * 1e-3);
  return weights.map((weight) => weight / length);
}

/** One template of several photos of one animal. @throws DomainError `templates-not-comparable`; RangeError when empty or when the photos cancel each other out. */
export function poolTemplates(photos: readonly WeighedTemplate[]): Template {
  const shares = poolingShares(photos);
  const pooled = new Float32Array(TEMPLATE_DIMENSIONS);
  photos.forEach((photo, index) => {
    const share = shares[index] ?? 0;
    photo.template.vector.forEach((value, i) => {
      pooled[i] = (pooled[i] ?? 0) + share * value;
    });
  });
  const [first] = photos;
  if (first === undefined) throw new RangeError('Pooling needs at least one template.');
  return { vector: toUnitVector(pooled), model: first.template.model, pipeline: first.template.pipeline };
}

/**
 * Similarity of a (pooled) probe and a pet's photos by the rule at POOLED_PART, -1 to 1, and the most similar photo.
 * Every gallery's search gives the same. @throws DomainError `templates-not-comparable`; RangeError when there are no photos.
 */
export function comparePet<Photo extends WeighedTemplate>(
  probe: Template,
  photos: readonly Photo[],
): { readonly similarity: number; readonly mostAlike: Photo } {
  const shares = poolingShares(photos);
  const compared = photos.map((photo) => ({ photo, similarity: templateSimilarity(probe, photo.template) }));
  const pooled = compared.reduce((sum, { similarity }, index) => sum + (shares[index] ?? 0) * similarity, 0);
  const [mostAlike] = compared.toSorted((a, b) => b.similarity - a.similarity);
  if (mostAlike === undefined) throw new RangeError('A pet is compared by at least one photo.');
  return { similarity: POOLED_PART * pooled + (1 - POOLED_PART) * mostAlike.similarity, mostAlike: mostAlike.photo };
}

/** The photos of a pet that can be compared with what this recogniser makes. */
export function comparablePhotos(
  photos: readonly EnrolledPhoto[],
  models: Pick<RecogniserModels, 'embedder' | 'pipeline'>,
): readonly EnrolledPhoto[] {
  return photos.filter(({ template }) => template.model === models.embedder && template.pipeline === models.pipeline);
}
