import type { CalendarDay } from '../../pets/index.ts';
import type { MinorUnits } from '../money.ts';
import type { Cause, DeductiblePeriod, ExclusionKind } from '../product-terms.ts';
import type { ClinicVisit, InvoiceLine } from './claim-to-settle.ts';
import type { SettledAmounts, TermUsage, Used } from './term-usage.ts';

/** A rule by which a line is not covered at all. Where several hold, the first takes the line and the others take 0. */
export type CoverRule =
  | { readonly kind: 'outside-term'; readonly why: 'event-before-cover' | 'event-after-end' | 'visit-before-start' | 'visit-after-end' }
  | { readonly kind: 'waiting-period'; readonly cause: Cause; readonly coveredFrom: CalendarDay }
  /** `exclusions`: ids of all texts of that kind in the terms. */
  | { readonly kind: 'exclusion'; readonly excludedAs: ExclusionKind; readonly exclusions: readonly string[] };

export interface LimitRule {
  readonly kind: 'visit-limit' | 'condition-limit' | 'annual-limit';
  readonly limit: MinorUnits;
}

/** Arithmetic of the terms on what is covered. `reimbursed`: the share that is paid, in ten-thousandths. */
export type AmountRule =
  | { readonly kind: 'deductible'; readonly per: DeductiblePeriod }
  | { readonly kind: 'co-insurance'; readonly reimbursed: number }
  | LimitRule;

export const COVER_KINDS = ['outside-term', 'waiting-period', 'exclusion'] as const satisfies readonly CoverRule['kind'][];
const AMOUNT_KINDS = [
  'deductible',
  'co-insurance',
  'visit-limit',
  'condition-limit',
  'annual-limit',
] as const satisfies readonly AmountRule['kind'][];
/** In the order in which they take. */
export const STEP_KINDS = [...COVER_KINDS, ...AMOUNT_KINDS] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What one rule takes off a line. */
type CoverStep = CoverRule & { readonly takes: MinorUnits };
export type AmountStep = AmountRule & { readonly takes: MinorUnits };
export type SettlementStep = CoverStep | AmountStep;

/** The line's amount less what its steps take is what is paid for it. */
export interface SettledLine {
  readonly line: InvoiceLine;
  /** In the order in which they take. */
  readonly steps: readonly SettlementStep[];
  readonly paid: MinorUnits;
}

export interface SettledVisit extends Omit<ClinicVisit, 'lines'>, Used {
  readonly lines: readonly SettledLine[];
}

/** Why a person decides. `lines`, `visits`: ids. */
export type PersonReason =
  | { readonly kind: CoverRule['kind']; readonly lines: readonly string[] }
  /** Marked as a kind that the terms do not exclude: the mark took nothing. */
  | { readonly kind: 'mark-without-exclusion'; readonly lines: readonly string[] }
  /** Treated in a renewed term, seen in an earlier one: whether it was covered there is not known here. */
  | { readonly kind: 'event-in-earlier-term' }
  /** What was treated cannot have happened later. */
  | { readonly kind: 'visit-before-event'; readonly visits: readonly string[] }
  /** Claimed before these visits, or before the event itself: paid in advance, or a day is wrong. */
  | { readonly kind: 'after-claim'; readonly visits: readonly string[] };

/** What the terms give for a claim: a proposal. Nothing is refused by it. */
export interface Settlement extends SettledAmounts {
  /** By day, then by id. */
  readonly visits: readonly SettledVisit[];
  readonly claimed: MinorUnits;
  /** By rule, over all lines: `claimed` less all of it is `paid`. */
  readonly taken: Readonly<Record<StepKind, MinorUnits>>;
  readonly paid: MinorUnits;
  /** Empty: only arithmetic of the terms took anything. */
  readonly needsPerson: readonly PersonReason[];
  /** The claim was made in the free look: the premium is not paid back any more. */
  readonly endsFreeLook: boolean;
  readonly usageAfter: TermUsage;
}
