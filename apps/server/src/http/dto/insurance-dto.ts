import type { InsuranceProductDto, ProductTermsDto, QuoteDto } from '@snout/contract/insurance';
import { type InsuranceProduct, type ProductQuote, type ProductTerms, type ProductVersion, productFaults } from '@snout/core/insurance';

export function insuranceProductDto({ id, createdAt, draft, versions }: InsuranceProduct): InsuranceProductDto {
  return {
    id,
    createdAt: createdAt.toISOString(),
    draft: draft && { terms: termsDto(draft.terms), savedAt: draft.savedAt.toISOString(), faults: [...productFaults(draft.terms)] },
    versions: versions.map((one) => ({ ...versionDto(one), publishedAt: one.publishedAt.toISOString() })),
  };
}

export function versionDto({ version, effectiveFrom, terms }: ProductVersion) {
  return { version, effectiveFrom, terms: termsDto(terms) };
}

export function quoteDto(quote: ProductQuote): QuoteDto {
  if (quote.kind === 'none') return { kind: 'none', reasons: [...quote.reasons] };
  const { product, premium, waiting, ...more } = quote;
  const { currency, exclusions, disclosures, name } = product.terms;
  return {
    ...more,
    product: { productId: product.productId, version: product.version, name },
    currency,
    premium: { ...premium, lines: [...premium.lines] },
    waiting: [...waiting],
    exclusions: [...exclusions],
    disclosures: [...disclosures],
  };
}

/** The same, as a schema has it: its lists are not read-only. */
export function termsDto(terms: ProductTerms): ProductTermsDto {
  return structuredClone(terms) as ProductTermsDto;
}
