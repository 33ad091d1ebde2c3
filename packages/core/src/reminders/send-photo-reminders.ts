import { composeMail, type MailPersonDeps, mailPerson, type PushSubscriptions, pushPerson } from '../notifications/index.ts';
import { addMonths, type CalendarDay, dayIn, latestBirthDay, photoSchedule, YOUNG_MONTHS } from '../pets/index.ts';
import type { Clock, PetId } from '../recognition/index.ts';
import { newestPhotos } from './photo-times.ts';
import type { RemindedPet, Reminder, ReminderStore } from './reminder-store.port.ts';

export interface RemindersTransaction extends Pick<MailPersonDeps, 'jobs' | 'preferences'> {
  readonly reminders: ReminderStore;
  readonly pushSubscriptions: PushSubscriptions;
}

export interface PhotoRemindersDeps extends Pick<MailPersonDeps, 'tokens' | 'publicUrl'> {
  readonly clock: Clock;
  readonly unit: { run<T>(work: (stores: RemindersTransaction) => Promise<T>): Promise<T> };
}

const PAGE = 200;
/** Where owners are is not known: a reminder comes on the day of Greenwich. */
const TIME_ZONE = 'UTC';

/**
 * Reminds owners of new photos that are due, by mail and in their browsers, once for each day on which one became due: the note that it was
 * sent and the mail's job are one transaction. Whoever does not want this kind of mail gets neither. Gives the number of reminders.
 */
export async function sendPhotoReminders(deps: PhotoRemindersDeps, signal?: AbortSignal): Promise<number> {
  const today = dayIn(deps.clock.now(), TIME_ZONE);
  let sent = 0;
  for (let after: PetId | null = null; ; ) {
    const page: readonly RemindedPet[] = await deps.unit.run(({ reminders }) => reminders.pets({ limit: PAGE, after }));
    for (const pet of page) {
      signal?.throwIfAborted();
      for (const reminder of dueReminders(pet, today)) if (await remind(deps, pet, reminder, today)) sent++;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return sent;
    after = last.petId;
  }
}

/** What the owner should be told on this day, whether or not it was told before. */
export function dueReminders({ petId, birth, photos }: RemindedPet, today: CalendarDay): readonly Reminder[] {
  const schedule = photoSchedule({ birth, ...newestPhotos(photos) }, TIME_ZONE);
  return (['face', 'nose'] as const).flatMap((view) => {
    const dueOn = schedule[view];
    return dueOn !== null && dueOn <= today ? [{ petId, view, dueOn }] : [];
  });
}

function remind(deps: PhotoRemindersDeps, pet: RemindedPet, reminder: Reminder, today: CalendarDay): Promise<boolean> {
  const { tokens, publicUrl, clock } = deps;
  return deps.unit.run(async ({ reminders, jobs, preferences, pushSubscriptions }) => {
    if (!(await reminders.note(reminder, clock.now()))) return false;
    const { owner, name } = pet;
    const path = `/pets/${encodeURIComponent(pet.petId)}`;
    const data = { pet: name, why: whyOf(pet, reminder, today), link: `${publicUrl}${path}` };
    const told = await mailPerson({ jobs, preferences, tokens, publicUrl }, owner, { kind: 'photo-reminder', data });
    if (told === 'unwanted') return false;
    const { subject, text } = composeMail({ to: owner.address, kind: 'photo-reminder', locale: owner.locale, data });
    const [body = ''] = text.split('\n');
    await pushPerson({ jobs, subscriptions: pushSubscriptions }, owner.personId, { title: subject, body, path, tag: `photo-${pet.petId}` });
    return true;
  });
}

function whyOf({ birth }: RemindedPet, { view }: Reminder, today: CalendarDay): 'young' | 'grown' | 'nose' {
  if (view === 'nose') return 'nose';
  return birth !== null && today < addMonths(latestBirthDay(birth, today), YOUNG_MONTHS) ? 'young' : 'grown';
}
