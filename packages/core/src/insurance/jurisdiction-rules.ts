import type { Cause, DisclosureTopic, Jurisdiction } from './product-terms.ts';

/** What a jurisdiction asks of the terms of pet insurance, as far as it can be checked on data. */
export interface JurisdictionRules {
  /** Where the rules stand. */
  readonly source: string;
  readonly mostWaitingDays: Readonly<Partial<Record<Cause, number>>>;
  /** Whether every waiting period must be waivable by an exam. */
  readonly isWaivableByExam: boolean;
  readonly leastFreeLookDays: number;
  readonly disclosures: readonly DisclosureTopic[];
}

export const JURISDICTION_RULES: Readonly<Record<Jurisdiction, JurisdictionRules>> = {
  US: {
    source: 'NAIC Pet Insurance Model Act (633)',
    mostWaitingDays: { accident: 0, illness: 30, orthopaedic: 30 },
    isWaivableByExam: true,
    leastFreeLookDays: 15,
    disclosures: ['exclusions', 'waiting-periods', 'limits', 'deductible', 'claim-formula'],
  },
  GB: {
    source: 'FCA Handbook ICOBS 7.1 (cancellation)',
    mostWaitingDays: {},
    isWaivableByExam: false,
    leastFreeLookDays: 14,
    disclosures: ['exclusions', 'limits'],
  },
  CN: {
    source: 'no limits in figures known to Snout',
    mostWaitingDays: {},
    isWaivableByExam: false,
    leastFreeLookDays: 0,
    disclosures: ['exclusions', 'limits'],
  },
};
