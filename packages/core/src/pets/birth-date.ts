import { addDays, addMonths, type CalendarDay, isCalendarDay, toCalendarDay } from './calendar-day.ts';

/** When a pet was born, as well as it is known: `date` is "2024", "2024-05" or "2024-05-17". An estimate may have any precision. */
export interface BirthDate {
  readonly date: string;
  readonly estimated: boolean;
}

export type BirthPrecision = 'year' | 'month' | 'day';

/** The oldest dogs and cats on record reached some 30 and 38 years. */
export const OLDEST_YEARS = 40;

export type BirthDateFault = 'not-a-date' | 'in-the-future' | 'too-long-ago';

/** Null: fine. `today`: where the owner is. */
export function birthDateFault({ date }: BirthDate, today: CalendarDay): BirthDateFault | null {
  if (precisionOf(date) === null) return 'not-a-date';
  if (firstDay(date) > today) return 'in-the-future';
  return lastDay(date) < addMonths(today, -12 * OLDEST_YEARS) ? 'too-long-ago' : null;
}

/** Null: not a date. */
export function precisionOf(date: string): BirthPrecision | null {
  if (/^\d{4}$/.test(date)) return 'year';
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(date)) return 'month';
  return isCalendarDay(date) ? 'day' : null;
}

/**
 * The last day on which the pet may have been born, and not after `today`: a young animal photographed too often loses less than
 * one photographed too seldom.
 */
export function latestBirthDay({ date }: BirthDate, today: CalendarDay): CalendarDay {
  const last = lastDay(date);
  return last < today ? last : today;
}

/** The first day on which the pet may have been born. */
export function earliestBirthDay({ date }: BirthDate): CalendarDay {
  return firstDay(date);
}

function firstDay(date: string): CalendarDay {
  return toCalendarDay(`${date}-01-01`.slice(0, 10));
}

function lastDay(date: string): CalendarDay {
  const first = firstDay(date);
  const precision = precisionOf(date);
  if (precision === 'day') return first;
  return addDays(addMonths(first, precision === 'month' ? 1 : 12), -1);
}
