import { type Estimate, estimateChange } from './estimate.ts';
import { evaluateResampled, type PairsEvaluation, type PairsResult, type ResampleOptions, type ScoredPair } from './evaluate-pairs.ts';

/** A pair with the score of each way to compare it, each -1 to 1. */
export interface TriplyScoredPair extends Omit<ScoredPair, 'score'> {
  readonly scores: Readonly<Record<'face' | 'coat' | 'fused', number>>;
}

/** The same pairs three ways, and what fusion changes. */
export interface FusionEvaluation {
  readonly face: PairsEvaluation;
  readonly coat: PairsEvaluation;
  readonly fused: PairsEvaluation;
  /** EER of the fusion minus that of the face alone: below 0, fusion makes fewer errors. Bounds by the same resamples on both sides. */
  readonly eerChange: Estimate;
}

export type FusionResult =
  | { readonly kind: 'evaluated'; readonly evaluation: FusionEvaluation }
  | Exclude<PairsResult, { kind: 'evaluated' }>;

/** Error rates of face, coat and both together on the same pairs. */
export function evaluateFusion(pairs: readonly TriplyScoredPair[], options: ResampleOptions): FusionResult {
  const by = (modality: keyof TriplyScoredPair['scores']) =>
    evaluateResampled(
      pairs.map(({ scores, ...pair }) => ({ ...pair, score: scores[modality] })),
      options,
    );
  const [face, coat, fused] = [by('face'), by('coat'), by('fused')];
  if (face.kind !== 'evaluated') return face;
  if (coat.kind !== 'evaluated') return coat;
  if (fused.kind !== 'evaluated') return fused;
  const change = fused.evaluation.eer.value - face.evaluation.eer.value;
  const changes = fused.eers.map((eer, i) => eer - (face.eers[i] ?? Number.NaN));
  const eerChange = estimateChange(change, changes);
  return {
    kind: 'evaluated',
    evaluation: { face: face.evaluation, coat: coat.evaluation, fused: fused.evaluation, eerChange },
  };
}
