import type { CalendarDay } from '../../pets/index.ts';
import type { MinorUnits } from '../money.ts';
import type { Cause, ExclusionKind } from '../product-terms.ts';

/** What an invoice line is for. It decides nothing by itself: what is excluded is marked on the line. */
export const INVOICE_CATEGORIES = [
  'consultation',
  'diagnostics',
  'surgery',
  'hospital',
  'medicine',
  'dental',
  'preventive',
  'food',
  'other',
] as const;
export type InvoiceCategory = (typeof INVOICE_CATEGORIES)[number];

/** A year of cover, in calendar days of the terms' time zone. */
export interface PolicyTerm {
  readonly startsOn: CalendarDay;
  /** The last day of cover. */
  readonly endsOn: CalendarDay;
  /** The start of the first of the terms that were renewed without a break; `startsOn` where this is the first. */
  readonly coverSince: CalendarDay;
  /** Causes whose waiting period an exam has waived. */
  readonly waived: readonly Cause[];
}

export interface InvoiceLine {
  /** Once in a claim. */
  readonly id: string;
  readonly text: string;
  /** After discounts. */
  readonly amount: MinorUnits;
  readonly category: InvoiceCategory;
  /** As what a person or a rule has marked the line; null: it is not excluded. */
  readonly excludedAs: ExclusionKind | null;
}

/** One day at a clinic, with its invoice. */
export interface ClinicVisit {
  /** The same in each claim that has lines of the visit: limits and deductibles per visit go by it. */
  readonly id: string;
  readonly day: CalendarDay;
  readonly lines: readonly InvoiceLine[];
}

/** What is asked to be paid for one condition. */
export interface ClaimToSettle {
  /** The same in each claim for the condition. */
  readonly conditionId: string;
  readonly cause: Cause;
  /** On which the accident happened, or the first sign was seen. */
  readonly eventDay: CalendarDay;
  /** On which the claim was made. */
  readonly claimedOn: CalendarDay;
  readonly inNetwork: boolean;
  readonly visits: readonly ClinicVisit[];
}

export function isRenewal({ startsOn, coverSince }: Pick<PolicyTerm, 'startsOn' | 'coverSince'>): boolean {
  return coverSince < startsOn;
}
