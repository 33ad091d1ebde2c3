import { addDays, addMonths, type CalendarDay } from '../pets/index.ts';

const TERM_MONTHS = 12;

/** Of a term that starts on the day: a year by the calendar. One that starts on 29 February ends on the 27th of the next. */
export function lastDayOfCover(startsOn: CalendarDay): CalendarDay {
  return addDays(addMonths(startsOn, TERM_MONTHS), -1);
}
