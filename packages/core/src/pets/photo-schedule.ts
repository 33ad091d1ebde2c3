import { type BirthDate, latestBirthDay } from './birth-date.ts';
import { addDays, addMonths, type CalendarDay, dayIn } from './calendar-day.ts';

/** Younger animals change their looks within months (Finding Rover's rule: every 90 days until 18 months). */
export const YOUNG_MONTHS = 18;
export const YOUNG_EVERY_DAYS = 90;
export const ADULT_EVERY_MONTHS = 12;
/** A nose grows until then: a nose photographed before is taken again once. */
export const NOSE_SETTLED_MONTHS = 6;

export interface PhotoHistory {
  readonly birth: BirthDate | null;
  /** Newest photo of the face; null: none. */
  readonly lastFace: Date | null;
  /** Newest close-up of the nose; null: none. */
  readonly lastNose: Date | null;
}

/** Days from which a new photo is wanted, on the calendar of the owner. Null: nothing to renew. */
export interface PhotoSchedule {
  readonly face: CalendarDay | null;
  readonly nose: CalendarDay | null;
}

/**
 * When the pet should be photographed again. Under 18 months (on the day of the last photo): 90 days after it; later: a year
 * after it (29 February: 28 February). The nose: on the day the pet is 6 months old, if it was photographed before. A pet of
 * unknown age counts as grown up. `timeZone`: IANA, the owner's: an evening in Shanghai is another day than in London.
 */
export function photoSchedule({ birth, lastFace, lastNose }: PhotoHistory, timeZone: string): PhotoSchedule {
  return {
    face: lastFace && faceDue(birth, dayIn(lastFace, timeZone)),
    nose: lastNose && birth && noseDue(birth, dayIn(lastNose, timeZone)),
  };
}

function faceDue(birth: BirthDate | null, last: CalendarDay): CalendarDay {
  const young = birth !== null && last < addMonths(latestBirthDay(birth, last), YOUNG_MONTHS);
  return young ? addDays(last, YOUNG_EVERY_DAYS) : addMonths(last, ADULT_EVERY_MONTHS);
}

function noseDue(birth: BirthDate, last: CalendarDay): CalendarDay | null {
  const settled = addMonths(latestBirthDay(birth, last), NOSE_SETTLED_MONTHS);
  return last < settled ? settled : null;
}

/** What is due on a day, the longest due first. */
export function duePhotos(schedule: PhotoSchedule, today: CalendarDay): readonly ('face' | 'nose')[] {
  return (['face', 'nose'] as const)
    .flatMap((view) => {
      const day = schedule[view];
      return day !== null && day <= today ? [{ view, day }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ view }) => view);
}
