import { choosePairs, evaluatePairs, type PairsEvaluation } from '@snout/core/evaluation';
import { agreementOf, type MatchingRule, strengthOf } from '@snout/core/matching';
import { type MarkKind, readFoundMarks } from './found-marks.ts';

export interface MarksFigure {
  readonly set: string;
  readonly kind: MarkKind;
  /** Of the ratio test. */
  readonly ratio: number;
  readonly evaluation: PairsEvaluation;
}

/** Where the released rule's ratio is not the best for a kind: chosen on validation noses (hard), dogs and cats among 0.85, 0.9, 0.95, 0.97 and 0.98. */
const RATIOS: Readonly<Record<Exclude<MarkKind, 'learned'>, Readonly<Record<'nose' | 'coat', number>>>> = {
  sift: { nose: 0.9, coat: 0.98 },
  orb: { nose: 0.95, coat: 0.98 },
};

const MOST_PAIRS = 1000;
const SEED = 1;
const RESAMPLES = 1000;

/** Compares the marks of a set's photos by the product's own rule and gives error rates with bounds. Seconds to minutes. */
export async function marksFigures(
  folder: string,
  what: { readonly set: string; readonly kind: MarkKind; readonly kindOfRule: 'nose' | 'coat'; readonly rule: MatchingRule },
): Promise<MarksFigure> {
  const { set, kind, kindOfRule } = what;
  const rule = kind === 'learned' ? what.rule : { ...what.rule, ratio: RATIOS[kind][kindOfRule] };
  const { individuals, marks } = await readFoundMarks(folder, set, kind);
  const { mated, nonMated } = choosePairs(
    { starts: Int32Array.from([0]), individualOf: Int32Array.from(individuals) },
    { most: MOST_PAIRS, seed: SEED },
  );
  const scored = [...mated, ...nonMated].map(({ a, b }) => {
    const [one, other] = [marks[a], marks[b]];
    if (one === undefined || other === undefined) throw new RangeError(`${set} has no photo ${Math.max(a, b)}.`);
    const score = strengthOf(agreementOf(one, other, rule));
    const names = [`${individuals[a]}`, `${individuals[b]}`] as const;
    return { a: `${a}`, b: `${b}`, same: names[0] === names[1], score, individuals: names };
  });
  const result = evaluatePairs(scored, { seed: SEED, resamples: RESAMPLES });
  if (result.kind !== 'evaluated') throw new RangeError(`${set} cannot be evaluated: ${result.kind}.`);
  return { set, kind, ratio: rule.ratio, evaluation: result.evaluation };
}
