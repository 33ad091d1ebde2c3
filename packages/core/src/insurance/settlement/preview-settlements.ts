import type { TenantId } from '../../accounts/index.ts';
import { type CalendarDay, dayIn } from '../../pets/index.ts';
import type { InsuranceDeps } from '../insurance-deps.ts';
import { InsuranceError } from '../insurance-error.ts';
import type { OfferedProduct } from '../insurance-product.ts';
import { lastDayOfCover } from '../last-day-of-cover.ts';
import { findProduct } from '../manage-products.ts';
import { productFaults } from '../product-faults.ts';
import type { ProductTerms } from '../product-terms.ts';
import { offeredProducts } from '../quote-product.ts';
import type { ClaimToSettle, PolicyTerm } from './claim-to-settle.ts';
import { settleInTurn } from './settle-claim.ts';
import type { Settlement } from './settlement.ts';
import { NO_USAGE } from './term-usage.ts';

/** A policy and claims that somebody makes up, to see what would be paid. */
export interface PreviewRequest extends Omit<PolicyTerm, 'endsOn'> {
  readonly tier: string;
  /** In the order in which they are settled. `claimedOn`: null for today, or the day on which all of it has happened if that is later. */
  readonly claims: readonly (Omit<ClaimToSettle, 'claimedOn'> & { readonly claimedOn: CalendarDay | null })[];
}

interface Settled {
  readonly kind: 'settled';
  readonly terms: ProductTerms;
  readonly term: PolicyTerm;
  /** One for each claim. */
  readonly settlements: readonly Settlement[];
}

interface NoneFor<Kind> {
  readonly kind: 'none';
  readonly reasons: readonly { readonly kind: Kind }[];
}

export type DraftPreview = Settled | NoneFor<'tier-unknown'>;
export type SettlementPreview = (Settled & { readonly product: OfferedProduct }) | NoneFor<'not-in-force' | 'tier-unknown'>;

/**
 * What would be paid by the version that is sold on the day of the start, in a term of which nothing is used. For anybody; nothing is kept.
 * @throws InsuranceError `insurer-not-found`; RangeError as settleClaim.
 */
export async function previewSettlements(
  { products, clock }: Pick<InsuranceDeps, 'products' | 'clock'>,
  { tenant, productId }: { readonly tenant: TenantId; readonly productId: string },
  request: PreviewRequest,
): Promise<SettlementPreview> {
  const { offers } = await offeredProducts({ products }, tenant, request.startsOn);
  const product = offers.find((offer) => offer.productId === productId);
  if (product === undefined) return { kind: 'none', reasons: [{ kind: 'not-in-force' }] };
  const preview = previewOf(product.terms, request, clock.now());
  return preview.kind === 'none' ? preview : { ...preview, product };
}

/**
 * The same by the draft, whenever the cover starts. For those who see it.
 * @throws InsuranceError `not-an-insurer`, `product-not-found`, `product-without-draft`, `product-faulty`; RangeError as settleClaim.
 */
export async function previewDraftSettlements(
  deps: InsuranceDeps,
  named: { readonly tenant: TenantId; readonly id: string },
  request: PreviewRequest,
): Promise<DraftPreview> {
  const { draft } = await findProduct(deps, named);
  if (draft === null) throw new InsuranceError('product-without-draft', 'There is nothing to try. Save a draft first.');
  const faults = productFaults(draft.terms);
  // Nobody can say what faulty terms pay.
  if (faults.length > 0) throw new InsuranceError('product-faulty', 'The draft has faults; `errors` names them.', faults);
  return previewOf(draft.terms, request, deps.clock.now());
}

function previewOf(terms: ProductTerms, { tier, claims, ...days }: PreviewRequest, now: Date): DraftPreview {
  if (!terms.tiers.some(({ id }) => id === tier)) return { kind: 'none', reasons: [{ kind: 'tier-unknown' }] };
  const term = { ...days, endsOn: lastDayOfCover(days.startsOn) };
  const today = dayIn(now, terms.timeZone);
  const made = claims.map((claim) => ({
    ...claim,
    claimedOn: claim.claimedOn ?? latest([today, claim.eventDay, ...claim.visits.map(({ day }) => day)]),
  }));
  return { kind: 'settled', terms, term, settlements: settleInTurn(terms, { tier, term, usage: NO_USAGE }, made) };
}

function latest(days: readonly [CalendarDay, ...CalendarDay[]]): CalendarDay {
  return days.reduce((last, day) => (day > last ? day : last));
}
