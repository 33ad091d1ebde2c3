import type { AnalysedHead, EnrolledPhoto } from '@snout/core/recognition';

/** A head as JSON output shows it: without its template, which says nothing to a reader and much to a copier. */
export function publicHead({ box, species, score, landmarks, quality }: AnalysedHead) {
  return { box: box.map(tenth), species, score, landmarks, quality };
}

/** A stored photo as JSON output shows it. */
export function publicPhoto({ id, sha256, width, height, takenAt, box, quality, template }: EnrolledPhoto) {
  return { id, sha256, width, height, takenAt, box: box.map(tenth), quality, model: template.model, pipeline: template.pipeline };
}

/** Pixels to one decimal: more is not known. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
