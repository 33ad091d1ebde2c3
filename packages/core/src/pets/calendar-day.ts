declare const calendarDay: unique symbol;
/** A day of the calendar, "2028-02-29", without time and zone. Sorts as text. */
export type CalendarDay = string & { readonly [calendarDay]: true };

const MS_A_DAY = 86_400_000;

/** @throws RangeError when there is no such day. */
export function toCalendarDay(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`There is no day ${text}.`);
  return text;
}

export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes the 30th of February for the 1st of March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The day on the calendar of people in `timeZone` (IANA) at `instant`. @throws RangeError when there is no such zone. */
export function dayIn(instant: Date, timeZone: string): CalendarDay {
  const parts = new Intl.DateTimeFormat('en', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });
  const part = (type: string) => parts.formatToParts(instant).find((one) => one.type === type)?.value ?? '';
  return toCalendarDay(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromTime(timeOf(day) + days * MS_A_DAY);
}

/** The same day of a later month; its last day where the month is too short (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return fromTime(lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate())));
}

/** Negative when `b` is before `a`. */
export function daysBetween(a: CalendarDay, b: CalendarDay): number {
  return (timeOf(b) - timeOf(a)) / MS_A_DAY;
}

function timeOf(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromTime(time: number): CalendarDay {
  return toCalendarDay(new Date(time).toISOString().slice(0, 10));
}
