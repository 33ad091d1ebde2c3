import type { TenantId } from '../accounts/index.ts';
import { type CalendarDay, dayIn } from '../pets/index.ts';
import type { InsuranceDeps } from './insurance-deps.ts';
import { InsuranceError } from './insurance-error.ts';
import type { OfferedProduct } from './insurance-product.ts';
import { type NoQuoteReason, type Quoted, type QuoteRequest, quoteTerms } from './quote-terms.ts';

export type ProductQuote =
  | (Quoted & { readonly product: OfferedProduct })
  | { readonly kind: 'none'; readonly reasons: readonly (NoQuoteReason | { readonly kind: 'not-in-force' })[] };

interface Insurer {
  readonly name: string;
  readonly offers: readonly OfferedProduct[];
}

/** What an insurer sells on a day. For anybody. @throws InsuranceError `insurer-not-found`. */
export async function offeredProducts(deps: Pick<InsuranceDeps, 'products'>, tenant: TenantId, day: CalendarDay): Promise<Insurer> {
  const name = await deps.products.insurerName(tenant);
  if (name === null) throw new InsuranceError('insurer-not-found', 'There is no such insurer.');
  return { name, offers: await deps.products.inForce(tenant, day) };
}

/** A quote by the version that is sold on the day of the start. For anybody; nothing is kept. @throws InsuranceError `insurer-not-found`. */
export async function quoteProduct(
  deps: Pick<InsuranceDeps, 'products' | 'clock'>,
  { tenant, productId }: { readonly tenant: TenantId; readonly productId: string },
  request: QuoteRequest,
): Promise<ProductQuote> {
  const { offers } = await offeredProducts(deps, tenant, request.startsOn);
  const product = offers.find((offer) => offer.productId === productId);
  // Somebody else's product, a draft and one that is sold later are told alike.
  if (product === undefined) return { kind: 'none', reasons: [{ kind: 'not-in-force' }] };
  const quote = quoteTerms(product.terms, request, dayIn(deps.clock.now(), product.terms.timeZone));
  return quote.kind === 'none' ? quote : { ...quote, product };
}
