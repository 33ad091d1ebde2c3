import { type BirthDate, birthDateFault, type CalendarDay } from '../../pets/index.ts';
import type { Species } from '../../recognition/index.ts';
import { ageRange } from '../age.ts';
import type { ProductTerms } from '../product-terms.ts';
import { choiceReasons, type NoQuoteReason } from '../quote-terms.ts';
import { type Premium, ratePremium } from '../rate-premium.ts';
import type { ChosenCover } from './policy-event.ts';

export interface RenewalRequest extends ChosenCover {
  readonly species: Species;
  readonly birth: BirthDate;
  readonly startsOn: CalendarDay;
}

/** What a further year costs, or every reason why there is none. Ages of entry do not hold for it. `today`: in the time zone of the policy. */
export function quoteRenewal(
  terms: ProductTerms,
  request: RenewalRequest,
  today: CalendarDay,
): { readonly kind: 'quoted'; readonly premium: Premium } | { readonly kind: 'none'; readonly reasons: readonly NoQuoteReason[] } {
  const { species, birth, startsOn, tier, choices } = request;
  const reasons = choiceReasons(terms, request);
  const fault = birthDateFault(birth, today);
  if (fault !== null) return { kind: 'none', reasons: [...reasons, { kind: 'birth-date', fault }] };
  // As a new animal: as young as its date allows, and not younger than those of the table.
  const ageMonths = Math.max(ageRange(birth, { day: startsOn, today }).youngest, terms.entryAge.fromMonths);
  if (terms.renewalBeforeMonths !== null && ageMonths >= terms.renewalBeforeMonths) reasons.push({ kind: 'too-old' });
  return reasons.length > 0
    ? { kind: 'none', reasons }
    : { kind: 'quoted', premium: ratePremium(terms, { tier, species, ageMonths, choices }) };
}
