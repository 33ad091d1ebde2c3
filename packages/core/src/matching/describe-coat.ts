import type { CoatFinding } from './compare-coats.ts';
import { marksSentences } from './describe-comparison.ts';

/** What the coat says, in plain sentences for people, as a comparison of two photos says it. */
export function describeCoat({ says, species, judgement, compared }: CoatFinding): readonly string[] {
  const sentences = marksSentences({ modality: 'coat', species, verdict: { kind: 'unknown' } }, { ...judgement, kind: says });
  if (compared === 1) return sentences;
  return [...sentences, `The best of ${compared} stored photos is meant; the figures allow for that.`];
}
