import { addDays, type CalendarDay } from '../../pets/index.ts';
import type { ProductTerms } from '../product-terms.ts';
import { type ClaimToSettle, isRenewal, type PolicyTerm } from './claim-to-settle.ts';
import type { CoverRule } from './settlement.ts';

/** By which rules of time nothing of a visit is covered; at most one. */
export function timeRules(
  { waitingPeriods }: Pick<ProductTerms, 'waitingPeriods'>,
  { term, claim }: { readonly term: PolicyTerm; readonly claim: Pick<ClaimToSettle, 'cause' | 'eventDay'> },
  visitDay: CalendarDay,
): readonly CoverRule[] {
  const { cause, eventDay } = claim;
  const outside = outsideTerm(term, eventDay, visitDay);
  if (outside !== null) return [outside];
  const period = waitingPeriods.find((one) => one.cause === cause);
  if (period === undefined || isRenewal(term) || (period.waivableByExam && term.waived.includes(cause))) return [];
  const coveredFrom = addDays(term.startsOn, period.days);
  // What was treated on a day had shown by that day, whatever is said of the event.
  const shownOn = eventDay < visitDay ? eventDay : visitDay;
  return shownOn < coveredFrom ? [{ kind: 'waiting-period', cause, coveredFrom }] : [];
}

/** The term in which a visit lies pays for it. In a renewed term the event may lie in an earlier one: covered there, it is not pre-existing. */
function outsideTerm({ startsOn, endsOn, coverSince }: PolicyTerm, eventDay: CalendarDay, visitDay: CalendarDay): CoverRule | null {
  if (eventDay < coverSince) return { kind: 'outside-term', why: 'event-before-cover' };
  if (eventDay > endsOn) return { kind: 'outside-term', why: 'event-after-end' };
  if (visitDay < startsOn) return { kind: 'outside-term', why: 'visit-before-start' };
  return visitDay > endsOn ? { kind: 'outside-term', why: 'visit-after-end' } : null;
}
