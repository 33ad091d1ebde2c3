import { PLACES } from '../navigation/places.ts';

/** What a mailed link that led here left in the address. `over`: it was used before, or its time is over. */
export type LinkArrival = 'confirmed' | 'over' | null;

/** The sign-in service sends people on with `?error=` when a link is not good any more. */
export function linkArrivalOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): LinkArrival {
  if (new URLSearchParams(search).has('error')) return 'over';
  return pathname === PLACES.confirmed ? 'confirmed' : null;
}

/** Where a link that signs in should lead: to the page that was asked for. */
export function pageToReturnTo({ pathname }: Pick<Location, 'pathname'>): string {
  return pathname === PLACES.confirmed || pathname === PLACES.resetPassword ? PLACES.home : pathname;
}
