import type { TenantId } from '../../accounts/index.ts';
import { type CalendarDay, dayIn } from '../../pets/index.ts';
import type { InsuranceDeps } from '../insurance-deps.ts';
import type { OfferedProduct } from '../insurance-product.ts';
import { lastDayOfCover } from '../last-day-of-cover.ts';
import { offeredProducts } from '../quote-product.ts';
import type { ClaimToSettle, PolicyTerm } from './claim-to-settle.ts';
import { settleInTurn } from './settle-claim.ts';
import type { Settlement } from './settlement.ts';
import { NO_USAGE } from './term-usage.ts';

/** A policy and claims that somebody makes up, to see what would be paid. */
export interface PreviewRequest extends Omit<PolicyTerm, 'endsOn'> {
  readonly tier: string;
  /** In the order in which they are settled. `claimedOn`: null for today. */
  readonly claims: readonly (Omit<ClaimToSettle, 'claimedOn'> & { readonly claimedOn: CalendarDay | null })[];
}

export type SettlementPreview =
  | {
      readonly kind: 'settled';
      readonly product: OfferedProduct;
      readonly term: PolicyTerm;
      /** One for each claim. */
      readonly settlements: readonly Settlement[];
    }
  | { readonly kind: 'none'; readonly reasons: readonly { readonly kind: 'not-in-force' | 'tier-unknown' }[] };

/**
 * What would be paid by the version that is sold on the day of the start, in a term of which nothing is used. For anybody; nothing is kept.
 * @throws InsuranceError `insurer-not-found`; RangeError as settleClaim.
 */
export async function previewSettlements(
  deps: Pick<InsuranceDeps, 'products' | 'clock'>,
  { tenant, productId }: { readonly tenant: TenantId; readonly productId: string },
  { tier, claims, ...days }: PreviewRequest,
): Promise<SettlementPreview> {
  const { offers } = await offeredProducts(deps, tenant, days.startsOn);
  const product = offers.find((offer) => offer.productId === productId);
  if (product === undefined) return { kind: 'none', reasons: [{ kind: 'not-in-force' }] };
  const { terms } = product;
  if (!terms.tiers.some(({ id }) => id === tier)) return { kind: 'none', reasons: [{ kind: 'tier-unknown' }] };
  const term = { ...days, endsOn: lastDayOfCover(days.startsOn) };
  const today = dayIn(deps.clock.now(), terms.timeZone);
  const made = claims.map((claim) => ({ ...claim, claimedOn: claim.claimedOn ?? today }));
  return { kind: 'settled', product, term, settlements: settleInTurn(terms, { tier, term, usage: NO_USAGE }, made) };
}
