import type { TenantId } from '../../accounts/index.ts';
import type { AuditActor } from '../../audit/index.ts';
import type { CalendarDay } from '../../pets/index.ts';
import type { Currency, MinorUnits } from '../money.ts';
import type { Cause } from '../product-terms.ts';
import type { Premium } from '../rate-premium.ts';
import type { PolicyNumber } from './policy-number.ts';
import type { Refund } from './refunds.ts';

/** The version of a product by whose terms something was decided. */
export interface RuleVersion {
  readonly productId: string;
  readonly version: number;
}

/** What the owner has chosen. */
export interface ChosenCover {
  readonly tier: string;
  /** Of factors; what is not said is as the product takes it. */
  readonly choices: Readonly<Record<string, string>>;
}

/** A year of cover as it is sold. */
export interface SoldTerm extends ChosenCover {
  /** 1, 2, 3 ... */
  readonly number: number;
  readonly startsOn: CalendarDay;
  /** The last day of cover. */
  readonly endsOn: CalendarDay;
  /** The start of the first of the terms without a break: waiting periods count from it. */
  readonly coverSince: CalendarDay;
  readonly rules: RuleVersion;
  readonly premium: Premium;
  /** The last day on which everything is paid back, unless a claim was made. */
  readonly freeLookUntil: CalendarDay;
  /** The last day on which the premium can be paid. */
  readonly payableUntil: CalendarDay;
}

export interface RenewalOffer {
  readonly term: SoldTerm;
  /** Ids of those that must be accepted. */
  readonly disclosures: readonly string[];
  /** From the day of the offer to the start. */
  readonly noticeDays: number;
  /** Less than RENEWAL_NOTICE_DAYS. */
  readonly isLate: boolean;
}

/** The last day on which a term covers after a change; null: it never did. */
export interface TermCover {
  readonly term: number;
  readonly lastDay: CalendarDay | null;
}

export const CANCEL_REASONS = {
  owner: ['unwanted', 'given-away', 'lost', 'other'],
  insurer: ['untrue-statement', 'fraud', 'other'],
} as const;
export type Canceller = keyof typeof CANCEL_REASONS;
export type CancelReason = (typeof CANCEL_REASONS)[Canceller][number];

export type PolicyFact =
  | {
      readonly kind: 'issued';
      readonly number: PolicyNumber;
      /** The insurer. */
      readonly tenant: TenantId;
      readonly petId: string;
      /** Id of the person whose policy it is. */
      readonly holder: string;
      readonly currency: Currency;
      /** IANA: whose calendar days count, for the whole life of the policy. */
      readonly timeZone: string;
      /** Ids of the disclosures that the owner accepted. */
      readonly accepted: readonly string[];
      readonly term: SoldTerm;
    }
  /** `reference`: of the payment, where the money is kept. */
  | { readonly kind: 'paid'; readonly term: number; readonly amount: MinorUnits; readonly reference: string }
  /** What the next term is to be; it takes an offer back. */
  | { readonly kind: 'changed'; readonly what: 'next-term'; readonly next: ChosenCover }
  | { readonly kind: 'changed'; readonly what: 'holder'; readonly holder: string }
  | { readonly kind: 'waiting-waived'; readonly term: number; readonly causes: readonly Cause[] }
  | ({ readonly kind: 'renewal-offered' } & RenewalOffer)
  /** The offer was taken. */
  | { readonly kind: 'renewed'; readonly accepted: readonly string[] }
  /** The term was not paid in time, and so never covered. */
  | { readonly kind: 'lapsed'; readonly term: number }
  | { readonly kind: 'reinstated'; readonly accepted: readonly string[]; readonly term: SoldTerm }
  /** The last term went by and no other one was bought. */
  | { readonly kind: 'expired' }
  | {
      readonly kind: 'cancelled';
      readonly by: Canceller;
      readonly reason: CancelReason;
      readonly explanation: string | null;
      readonly covers: readonly TermCover[];
    }
  | { readonly kind: 'died'; readonly diedOn: CalendarDay; readonly covers: readonly TermCover[] }
  /** With the event that ended a paid term: what is due to be paid back of it, and by which rule; 0 after a paid claim. */
  | { readonly kind: 'refund-decided'; readonly term: number; readonly refund: Refund }
  | { readonly kind: 'refunded'; readonly term: number; readonly amount: MinorUnits; readonly reference: string };

/** Something that happened to a policy. Never changed, never removed: the policy is what its events make of it. */
export type PolicyEvent = PolicyFact & { readonly at: Date; readonly actor: AuditActor; readonly rules: RuleVersion };
