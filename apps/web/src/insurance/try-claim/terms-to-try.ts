import type { InsuranceProductDto, ProductTermsDto } from '@snout/contract/insurance';
import { soldOn } from '../sold-on.ts';

export type TriedProduct = Pick<InsuranceProductDto, 'id' | 'draft' | 'versions'>;

/** What claims can be tried on. */
export type Tried = 'draft' | 'sold';

export interface TermsToTry {
  readonly kind: Tried;
  readonly terms: ProductTermsDto;
  /** The first day on which cover can start; null: any day. */
  readonly from: string | null;
}

/** The draft, which comes first, where nothing is wrong with it; and what is or will be sold. Empty: nothing can be tried. */
export function whatToTry({ draft, versions }: Pick<TriedProduct, 'draft' | 'versions'>): readonly Tried[] {
  const isDraftFine = draft !== null && draft.faults.length === 0;
  return [...(isDraftFine ? (['draft'] as const) : []), ...(versions.length > 0 ? (['sold'] as const) : [])];
}

/** The terms of what was chosen, or of what there is instead; of what is sold, by the first day of cover. Null: there are none. */
export function termsToTry(product: TriedProduct, chosen: Tried, startsOn: string): TermsToTry | null {
  const there = whatToTry(product);
  const kind = there.includes(chosen) ? chosen : there[0];
  const { draft, versions } = product;
  if (kind === 'draft' && draft !== null) return { kind, terms: draft.terms, from: null };
  const first = versions.at(-1);
  if (kind !== 'sold' || first === undefined) return null;
  return { kind, terms: (soldOn(versions, startsOn) ?? first).terms, from: first.effectiveFrom };
}
