import { addMonths, type BirthDate, type CalendarDay, earliestBirthDay, latestBirthDay } from '../pets/index.ts';

/** Completed months, as well as the birth date allows to say it: the same number twice when the day of birth is known. */
export interface AgeRange {
  readonly youngest: number;
  readonly oldest: number;
}

/**
 * Completed months of life on `day`, by the calendar: one more on the same day of each month, or on the month's last day where it has no
 * such day. Born on 29 February: a year old on 28 February of the next year. Negative before birth.
 */
export function ageInMonths(born: CalendarDay, day: CalendarDay): number {
  const [bornYear = 0, bornMonth = 0] = born.split('-').map(Number);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const months = (year - bornYear) * 12 + month - bornMonth;
  return addMonths(born, months) > day ? months - 1 : months;
}

/** How old a pet of this birth date may be on `day`; `today`: on which the date is known to lie in the past. */
export function ageRange(birth: BirthDate, { day, today }: { readonly day: CalendarDay; readonly today: CalendarDay }): AgeRange {
  return { youngest: ageInMonths(latestBirthDay(birth, today), day), oldest: ageInMonths(earliestBirthDay(birth), day) };
}
