import type { MailLocale } from '../notifications/index.ts';
import type { BirthDate, CalendarDay } from '../pets/index.ts';
import type { PetId } from '../recognition/index.ts';
import type { PhotoTime } from './photo-times.ts';

/** A pet of a person (not of an organisation, whose animals come and go), neither archived nor merged, with the owner. */
export interface RemindedPet {
  readonly petId: PetId;
  readonly name: string;
  readonly birth: BirthDate | null;
  readonly photos: readonly PhotoTime[];
  /** With a verified address. */
  readonly owner: { readonly personId: string; readonly address: string; readonly locale: MailLocale };
}

export interface Reminder {
  readonly petId: PetId;
  readonly view: 'face' | 'nose';
  /** Since when a new photo has been wanted. */
  readonly dueOn: CalendarDay;
}

/** Implemented by packages/postgres. */
export interface ReminderStore {
  /** By id; `after`: last id of the page before. */
  pets(page: { readonly limit: number; readonly after: PetId | null }): Promise<readonly RemindedPet[]>;
  /** False: somebody was reminded of this before, or the pet is gone. Others who ask for the same wait until the unit of work ends. */
  note(reminder: Reminder, at: Date): Promise<boolean>;
  /** Of one pet. */
  photoTimes(petId: PetId): Promise<readonly PhotoTime[]>;
}
