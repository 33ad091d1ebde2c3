import { addDays } from '../../pets/index.ts';
import type { MinorUnits } from '../money.ts';
import type { ProductTerms, Tier } from '../product-terms.ts';
import { amountSteps, type Remaining, remainingAt } from './amount-steps.ts';
import { checkClaim } from './check-claim.ts';
import type { ClaimToSettle, ClinicVisit, InvoiceLine, PolicyTerm } from './claim-to-settle.ts';
import { timeRules } from './cover-rules.ts';
import { personReasons } from './person-reasons.ts';
import { type CoverRule, type SettledLine, type SettledVisit, type Settlement, STEP_KINDS, type StepKind } from './settlement.ts';
import { foldUsage, type TermUsage } from './term-usage.ts';

/** The policy as it stands when the claim is settled. `usage`: of this term. */
export interface PolicyToSettle {
  readonly tier: string;
  readonly term: PolicyTerm;
  readonly usage: TermUsage;
}

/**
 * What the terms of the policy's version give for a claim, line by line, and by which rules. Visits come one after the other by their days
 * (then by id), lines as on the invoice; each line takes what is left of deductible and limits. Sums are exact: a line is its amount less its
 * steps, the claim is the sum of its lines.
 * @throws RangeError on a tier that there is not, on amounts that are not whole or not in range, on ids that stand there twice, on a term
 * whose days are not in order.
 */
export function settleClaim(terms: ProductTerms, policy: PolicyToSettle, claim: ClaimToSettle): Settlement {
  const tier = terms.tiers.find(({ id }) => id === policy.tier);
  if (tier === undefined) throw new RangeError(`There is no tier ${policy.tier}.`);
  checkClaim(policy, claim);
  const { term, usage } = policy;
  const visits = settleVisits({ terms, tier, term, claim }, usage);
  const lines = visits.flatMap((visit) => visit.lines);
  return {
    conditionId: claim.conditionId,
    visits,
    claimed: sum(lines.map(({ line }) => line.amount)),
    taken: takenBy(lines),
    paid: sum(lines.map(({ paid }) => paid)),
    needsPerson: personReasons(term, claim, visits),
    endsFreeLook: claim.claimedOn <= addDays(term.startsOn, terms.freeLookDays),
    usageAfter: foldUsage(usage, [{ conditionId: claim.conditionId, visits }]),
  };
}

/** Claims of one term one after the other, each after what the ones before it used. @throws RangeError as settleClaim. */
export function settleInTurn(terms: ProductTerms, policy: PolicyToSettle, claims: readonly ClaimToSettle[]): readonly Settlement[] {
  let { usage } = policy;
  return claims.map((claim) => {
    const settlement = settleClaim(terms, { ...policy, usage }, claim);
    usage = settlement.usageAfter;
    return settlement;
  });
}

interface Settling {
  readonly terms: ProductTerms;
  readonly tier: Tier;
  readonly term: PolicyTerm;
  readonly claim: ClaimToSettle;
}

function settleVisits(settling: Settling, before: TermUsage): readonly SettledVisit[] {
  const { conditionId, visits } = settling.claim;
  const settled: SettledVisit[] = [];
  let usage = before;
  let shared: MinorUnits = 0;
  for (const visit of [...visits].sort(byDay)) {
    const remaining = remainingAt(settling.tier, usage, { conditionId, visitId: visit.id, shared });
    const { after, ...one } = settleVisit(settling, visit, remaining);
    settled.push(one);
    usage = foldUsage(usage, [{ conditionId, visits: [one] }]);
    shared = after.shared;
  }
  return settled;
}

function settleVisit(settling: Settling, visit: ClinicVisit, before: Remaining): SettledVisit & { readonly after: Remaining } {
  const rules = timeRules(settling.terms, settling, visit.day);
  const lines: SettledLine[] = [];
  let after = before;
  for (const line of visit.lines) {
    const { after: left, ...settled } = settleLine(settling, { line, rules }, after);
    lines.push(settled);
    after = left;
  }
  return { ...visit, lines, paid: sum(lines.map(({ paid }) => paid)), deductible: takenBy(lines).deductible, after };
}

function settleLine(
  { terms, tier, claim }: Settling,
  { line, rules }: { readonly line: InvoiceLine; readonly rules: readonly CoverRule[] },
  before: Remaining,
): SettledLine & { readonly after: Remaining } {
  const all = [...rules, ...exclusionRules(terms, line)];
  if (all.length > 0) {
    const steps = all.map((rule, index) => ({ ...rule, takes: index === 0 ? line.amount : 0 }));
    return { line, steps, paid: 0, after: before };
  }
  const { inNetwork, outOfNetwork } = tier.reimbursement;
  const reimbursed = claim.inNetwork ? inNetwork : outOfNetwork;
  return { line, ...amountSteps({ per: tier.deductible.per, reimbursed }, line.amount, before) };
}

/** A mark counts as far as the terms exclude it. */
function exclusionRules({ exclusions }: ProductTerms, { excludedAs }: InvoiceLine): readonly CoverRule[] {
  if (excludedAs === null) return [];
  const ids = exclusions.filter(({ kind }) => kind === excludedAs).map(({ id }) => id);
  return ids.length === 0 ? [] : [{ kind: 'exclusion', excludedAs, exclusions: ids }];
}

function byDay(a: ClinicVisit, b: ClinicVisit): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function takenBy(lines: readonly SettledLine[]): Record<StepKind, MinorUnits> {
  const steps = lines.flatMap((line) => line.steps);
  const ofKind = (kind: StepKind) => sum(steps.filter((step) => step.kind === kind).map(({ takes }) => takes));
  return Object.fromEntries(STEP_KINDS.map((kind) => [kind, ofKind(kind)])) as Record<StepKind, MinorUnits>;
}

function sum(amounts: readonly MinorUnits[]): MinorUnits {
  return amounts.reduce((total, amount) => total + amount, 0);
}
