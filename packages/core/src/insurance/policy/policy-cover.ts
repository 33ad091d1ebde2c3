import type { CalendarDay } from '../../pets/index.ts';
import { OPEN_STATUSES, type Policy, type TermOfPolicy } from './policy-state.ts';

/** What a policy says of one day. `unpaid`: covered as soon as the premium is paid, which is still possible. */
export type CoverOnDay = { readonly kind: 'covered' | 'unpaid'; readonly term: TermOfPolicy } | { readonly kind: 'none' };

export function isOpen({ status }: Pick<Policy, 'status'>): boolean {
  return OPEN_STATUSES.some((open) => open === status);
}

/** The newest term, also one that never covered. */
export function lastTerm({ terms }: Pick<Policy, 'terms'>): TermOfPolicy {
  return terms.at(-1) ?? terms[0];
}

/** The term that can be paid; null when there is none. */
export function unpaidTerm(policy: Policy): TermOfPolicy | null {
  const last = lastTerm(policy);
  return isOpen(policy) && !last.isPaid && last.lastDay !== null ? last : null;
}

export function coverOn({ terms }: Pick<Policy, 'terms'>, day: CalendarDay): CoverOnDay {
  const term = terms.find(({ startsOn, lastDay }) => lastDay !== null && startsOn <= day && day <= lastDay);
  return term === undefined ? { kind: 'none' } : { kind: term.isPaid ? 'covered' : 'unpaid', term };
}

/** The last day that paid terms cover, as things stand; null: none. */
export function coveredUntil({ terms }: Pick<Policy, 'terms'>): CalendarDay | null {
  const days = terms.flatMap(({ isPaid, lastDay }) => (isPaid && lastDay !== null ? [lastDay] : []));
  return days.at(-1) ?? null;
}
