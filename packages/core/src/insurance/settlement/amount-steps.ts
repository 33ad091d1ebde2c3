import { type MinorUnits, timesShare } from '../money.ts';
import type { Tier } from '../product-terms.ts';
import type { AmountStep, LimitRule } from './settlement.ts';
import { type TermUsage, UNUSED } from './term-usage.ts';

/** What is left for the lines to come. */
export interface Remaining {
  readonly deductible: MinorUnits;
  /** Covered amounts above the deductible in the claim's lines so far: where its rounding stands. */
  readonly shared: MinorUnits;
  /** Those that the tier has, in the order in which they take. */
  readonly limits: readonly (LimitRule & { readonly left: MinorUnits })[];
}

export interface SettledAmount {
  readonly steps: readonly AmountStep[];
  readonly paid: MinorUnits;
  readonly after: Remaining;
}

/** What is left at the first line of a visit; `shared`: in the claim's visits before it. */
export function remainingAt(
  { annualLimit, perConditionLimit, perVisitLimit, deductible }: Tier,
  usage: TermUsage,
  { conditionId, visitId, shared }: { readonly conditionId: string; readonly visitId: string; readonly shared: MinorUnits },
): Remaining {
  const used = {
    year: usage.year,
    condition: usage.conditions.get(conditionId) ?? UNUSED,
    visit: usage.visits.get(visitId) ?? UNUSED,
  };
  const limits = [
    { kind: 'visit-limit' as const, limit: perVisitLimit, paid: used.visit.paid },
    { kind: 'condition-limit' as const, limit: perConditionLimit, paid: used.condition.paid },
    { kind: 'annual-limit' as const, limit: annualLimit, paid: used.year.paid },
  ];
  return {
    deductible: leftOf(deductible.amount, used[deductible.per].deductible),
    shared,
    limits: limits.flatMap(({ kind, limit, paid }) => (limit === null ? [] : [{ kind, limit, left: leftOf(limit, paid) }])),
  };
}

/**
 * (covered − what is left of the deductible) × reimbursed share, up to what is left of the limits. Before limits a line gets the rounded
 * share of all lines up to it, less that of the lines before it: so the claim gets the rounded share of its sum. This is never negative and
 * never more than the line, because shares are at most the whole.
 */
export function amountSteps(
  { per, reimbursed }: { readonly per: Tier['deductible']['per']; readonly reimbursed: number },
  covered: MinorUnits,
  before: Remaining,
): SettledAmount {
  const borne = Math.min(covered, before.deductible);
  const shared = before.shared + covered - borne;
  let paid = timesShare(shared, reimbursed) - timesShare(before.shared, reimbursed);
  const steps: AmountStep[] = [
    { kind: 'deductible', per, takes: borne },
    { kind: 'co-insurance', reimbursed, takes: covered - borne - paid },
  ];
  for (const { kind, limit, left } of before.limits) {
    const takes = Math.max(0, paid - left);
    steps.push({ kind, limit, takes });
    paid -= takes;
  }
  const limits = before.limits.map((one) => ({ ...one, left: one.left - paid }));
  return { steps: steps.filter(({ takes }) => takes > 0), paid, after: { deductible: before.deductible - borne, shared, limits } };
}

/** More than a limit may have been paid, as a courtesy. */
function leftOf(limit: MinorUnits, used: MinorUnits): MinorUnits {
  return Math.max(0, limit - used);
}
