import type { Decision } from './decision.ts';
import type { Species } from './photo-analysis.ts';

/** Plain sentences for people, most important first: "This is Mia." Never a similarity. */
export function describeDecision(_decision: Decision, _species: Species): readonly string[] {
  throw new Error('Not written yet.');
}
