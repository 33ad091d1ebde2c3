import type { Template } from './photo-analysis.ts';

export interface WeighedTemplate {
  readonly template: Template;
  /** Quality score of the head, 0 to 100. */
  readonly quality: number;
}

/** One template of several photos of one animal. @throws DomainError `templates-not-comparable`; RangeError when empty. */
export function poolTemplates(_photos: readonly WeighedTemplate[]): Template {
  throw new Error('Not written yet.');
}

/** The similarity of a (pooled) probe and a pet's photos: the one rule that every gallery follows. -1 to 1. */
export function petSimilarity(_probe: Template, _pet: readonly WeighedTemplate[]): number {
  throw new Error('Not written yet.');
}
