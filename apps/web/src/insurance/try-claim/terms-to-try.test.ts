import type { ProductTermsDto } from '@snout/contract/insurance';
import { describe, expect, it } from 'vitest';
import { type TriedProduct, termsToTry, whatToTry } from './terms-to-try.ts';

const terms: ProductTermsDto = {
  name: { en: 'Cover', zh: '保障' },
  jurisdiction: 'GB',
  timeZone: 'Europe/London',
  currency: 'GBP',
  species: ['dog'],
  entryAge: { fromMonths: 2, beforeMonths: null },
  renewalBeforeMonths: null,
  tiers: [],
  premiums: [],
  factors: [],
  taxes: [],
  waitingPeriods: [],
  freeLookDays: 14,
  exclusions: [],
  disclosures: [],
  claimDocuments: [],
  identity: { modalities: ['face'], enrolmentFmr: 0.001, claimFmr: 0.001 },
};
const version = (number: number, effectiveFrom: string) => ({
  version: number,
  effectiveFrom,
  terms: { ...terms, freeLookDays: number },
  publishedAt: '2027-01-01T00:00:00Z',
});
const draft = { terms, savedAt: '2027-01-01T00:00:00Z', faults: [] };
const faulty = { ...draft, faults: [{ field: 'tiers', code: 'missing' as const, message: 'There are none.' }] };
const versions = [version(2, '2027-06-01'), version(1, '2027-03-01')];
const product = (parts: Partial<TriedProduct>): TriedProduct => ({ id: 'p', draft: null, versions: [], ...parts });

describe('claims can be tried', () => {
  it('on a draft without faults, and on versions', () => {
    expect(whatToTry({ draft, versions })).toEqual(['draft', 'sold']);
    expect(whatToTry({ draft: faulty, versions })).toEqual(['sold']);
    expect(whatToTry({ draft: faulty, versions: [] })).toEqual([]);
  });

  it('by the version of the first day of cover, or by the first one before it is sold', () => {
    const freeLookOn = (day: string) => termsToTry(product({ versions }), 'sold', day)?.terms.freeLookDays;
    expect(['2027-01-01', '2027-03-01', '2027-06-01'].map(freeLookOn)).toEqual([1, 1, 2]);
    expect(termsToTry(product({ versions }), 'sold', '')?.from).toBe('2027-03-01');
  });

  it('on the draft on any day', () => {
    expect(termsToTry(product({ draft, versions }), 'draft', '2000-01-01')).toEqual({ kind: 'draft', terms, from: null });
  });

  it('on what there is, where what was chosen is not there any more', () => {
    expect(termsToTry(product({ versions }), 'draft', '2027-04-01')?.kind).toBe('sold');
    expect(termsToTry(product({ draft }), 'sold', '2027-04-01')?.kind).toBe('draft');
    expect(termsToTry(product({ draft: faulty }), 'draft', '2027-04-01')).toBeNull();
  });
});
