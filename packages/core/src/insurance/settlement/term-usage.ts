import type { MinorUnits } from '../money.ts';

/** What was paid, and what the owner has borne as deductible. */
export interface Used {
  readonly paid: MinorUnits;
  readonly deductible: MinorUnits;
}

/** What is used up of the limits and the deductible of one term. By ids of conditions and visits; what is not there is unused. */
export interface TermUsage {
  readonly year: Used;
  readonly conditions: ReadonlyMap<string, Used>;
  readonly visits: ReadonlyMap<string, Used>;
}

/** What a settlement uses up: all that is known of it in later ones. */
export interface SettledAmounts {
  readonly conditionId: string;
  readonly visits: readonly (Used & { readonly id: string })[];
}

export const UNUSED: Used = { paid: 0, deductible: 0 };
/** Of a term in which nothing was settled yet. */
export const NO_USAGE: TermUsage = { year: UNUSED, conditions: new Map(), visits: new Map() };

/** The usage after settlements of the same term, in any order. */
export function foldUsage(usage: TermUsage, settlements: readonly SettledAmounts[]): TermUsage {
  let { year } = usage;
  const conditions = new Map(usage.conditions);
  const visits = new Map(usage.visits);
  for (const { conditionId, visits: settled } of settlements) {
    for (const visit of settled) {
      year = plus(year, visit);
      conditions.set(conditionId, plus(conditions.get(conditionId) ?? UNUSED, visit));
      visits.set(visit.id, plus(visits.get(visit.id) ?? UNUSED, visit));
    }
  }
  return { year, conditions, visits };
}

function plus(a: Used, b: Used): Used {
  return { paid: a.paid + b.paid, deductible: a.deductible + b.deductible };
}
