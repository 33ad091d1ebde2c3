import type { Modality } from '../matching/index.ts';
import type { Species } from '../recognition/index.ts';
import type { Currency, MinorUnits } from './money.ts';

/** Why an animal is treated, as far as the cover asks. `orthopaedic`: not caused by an accident. */
export const CAUSES = ['accident', 'illness', 'orthopaedic'] as const;
export type Cause = (typeof CAUSES)[number];

/** Whose rules the terms are held to; see jurisdiction-rules.ts. `US`: NAIC model act 633. */
export const JURISDICTIONS = ['CN', 'US', 'GB'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

export const EXCLUSION_KINDS = [
  'pre-existing',
  'congenital',
  'hereditary',
  'breeding',
  'elective',
  'preventive',
  'dental',
  'intentional',
  'other',
] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

export const DISCLOSURE_TOPICS = ['exclusions', 'waiting-periods', 'limits', 'deductible', 'claim-formula', 'free-look', 'other'] as const;
export type DisclosureTopic = (typeof DISCLOSURE_TOPICS)[number];

export const CLAIM_DOCUMENTS = [
  'medical-record',
  'diagnosis',
  'itemised-invoice',
  'medicine-list',
  'accident-report',
  'payment-proof',
] as const;
export type ClaimDocument = (typeof CLAIM_DOCUMENTS)[number];

export const DEDUCTIBLE_PERIODS = ['year', 'condition', 'visit'] as const;
export type DeductiblePeriod = (typeof DEDUCTIBLE_PERIODS)[number];

/** What people read, in both languages of the product. */
export interface LocalText {
  readonly en: string;
  readonly zh: string;
}

/** Completed months: from this age on, until before that one. Null: without end. */
export interface AgeSpan {
  readonly fromMonths: number;
  readonly beforeMonths: number | null;
}

/** One amount of cover that can be bought. */
export interface Tier {
  readonly id: string;
  readonly name: LocalText;
  readonly annualLimit: MinorUnits;
  /** Null: none but the annual one. */
  readonly perVisitLimit: MinorUnits | null;
  readonly perConditionLimit: MinorUnits | null;
  /** What the owner bears first. */
  readonly deductible: { readonly amount: MinorUnits; readonly per: DeductiblePeriod };
  /** What is paid of the rest, in ten-thousandths. */
  readonly reimbursement: { readonly inNetwork: number; readonly outOfNetwork: number };
}

/** Yearly premiums of a tier and species before factors and taxes; bands follow one another without gaps. */
export interface PremiumRow {
  readonly tier: string;
  readonly species: Species;
  readonly bands: readonly (AgeSpan & { readonly annual: MinorUnits })[];
}

/** Something that makes the premium higher or lower; where nothing is said, the first choice holds. */
export interface PremiumFactor {
  readonly id: string;
  readonly name: LocalText;
  /** `share`: in ten-thousandths; 9500 takes 5 % off. */
  readonly choices: readonly { readonly id: string; readonly name: LocalText; readonly share: number }[];
}

export interface WaitingPeriod {
  readonly cause: Cause;
  readonly days: number;
  readonly waivableByExam: boolean;
}

/** Everything that an insurer says of one version of a product. Renewals have no waiting periods. */
export interface ProductTerms {
  readonly name: LocalText;
  readonly jurisdiction: Jurisdiction;
  /** IANA: whose calendar days count for starts, ages and waiting periods. */
  readonly timeZone: string;
  readonly currency: Currency;
  readonly species: readonly Species[];
  readonly entryAge: AgeSpan;
  /** An animal of this age or more is not renewed; null: without end. */
  readonly renewalBeforeMonths: number | null;
  readonly tiers: readonly Tier[];
  readonly premiums: readonly PremiumRow[];
  readonly factors: readonly PremiumFactor[];
  /** On top of the premium, in ten-thousandths of it. */
  readonly taxes: readonly { readonly id: string; readonly name: LocalText; readonly share: number }[];
  readonly waitingPeriods: readonly WaitingPeriod[];
  /** Days after the start in which everything is paid back unless a claim was made. */
  readonly freeLookDays: number;
  readonly exclusions: readonly { readonly id: string; readonly kind: ExclusionKind; readonly text: LocalText }[];
  readonly disclosures: readonly { readonly id: string; readonly topic: DisclosureTopic; readonly text: LocalText }[];
  readonly claimDocuments: readonly { readonly cause: Cause; readonly documents: readonly ClaimDocument[] }[];
  /** By what an animal is told at enrolment and at a claim, and the false match rate of each comparison there. */
  readonly identity: { readonly modalities: readonly Modality[]; readonly enrolmentFmr: number; readonly claimFmr: number };
}
