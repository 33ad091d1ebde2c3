import { addDays, type CalendarDay } from '../../pets/index.ts';
import { LATEST_START_DAYS } from '../quote-terms.ts';

/** A renewal is offered as long ahead as cover is sold: its premium is by the age at its start. */
export const RENEWAL_OFFER_DAYS = LATEST_START_DAYS;
/** An owner should have an offer this long before the term ends: insurance codes of US states ask for 30 to 60 days' notice of non-renewal. */
export const RENEWAL_NOTICE_DAYS = 30;
/** A renewed term can be paid until this long after its start, as a reminded premium under article 36 of China's Insurance Law. */
export const LAPSE_GRACE_DAYS = 30;
/** Days after the last one with cover on which a lapsed policy can be taken up again; Snout's own choice. */
export const REINSTATEMENT_DAYS = 90;

/** Of a term that ends on the day: when its renewal can be offered, and until when in good time. */
export function renewalOfferDays(endsOn: CalendarDay): { readonly from: CalendarDay; readonly inTimeUntil: CalendarDay } {
  const next = addDays(endsOn, 1);
  return { from: addDays(next, -RENEWAL_OFFER_DAYS), inTimeUntil: addDays(next, -RENEWAL_NOTICE_DAYS) };
}
