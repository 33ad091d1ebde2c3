import { type BirthDateFault, birthDateFault } from './birth-date.ts';
import { findBreed } from './breeds/breed.ts';
import type { CalendarDay } from './calendar-day.ts';
import { checkMicrochip } from './microchip.ts';
import { type FieldFault, PetError } from './pet-error.ts';
import { type PetProfile, PRIVATE_FIELDS, PROFILE_LIMITS } from './pet-profile.ts';

/** Fields to change; the species is what the photos show and stays. Microchip numbers as typed. */
export type ProfilePatch = { readonly [Field in Exclude<keyof PetProfile, 'species'>]?: PetProfile[Field] | undefined };

/** One line of the history. `from` and `to` are absent for private fields. */
export interface FieldChange {
  readonly field: keyof PetProfile;
  readonly from?: unknown;
  readonly to?: unknown;
}

const BIRTH_FAULTS: Readonly<Record<BirthDateFault, string>> = {
  'not-a-date': 'A birth date is written 2024-05-17, 2024-05 or 2024.',
  'in-the-future': 'The birth date lies in the future.',
  'too-long-ago': 'No dog or cat has become that old: check the year.',
};

/**
 * The profile after the change, checked and tidied (texts trimmed, chip numbers in their kept form), and what changed.
 * `today`: where the owner is. @throws PetError `profile-invalid` with every fault.
 */
export function changeProfile(
  before: PetProfile,
  patch: ProfilePatch,
  today: CalendarDay,
): { readonly profile: PetProfile; readonly changes: readonly FieldChange[] } {
  const faults: FieldFault[] = [];
  const profile: PetProfile = {
    name: textOf(patch.name, before.name, { field: 'name', most: PROFILE_LIMITS.name, faults }),
    species: before.species,
    breed: patch.breed ?? before.breed,
    sex: patch.sex ?? before.sex,
    neutered: patch.neutered ?? before.neutered,
    birth: patch.birth === undefined ? before.birth : patch.birth,
    colours: patch.colours ? [...new Set(patch.colours)] : before.colours,
    pattern: patch.pattern === undefined ? before.pattern : patch.pattern,
    marks: textOf(patch.marks, before.marks, { field: 'marks', most: PROFILE_LIMITS.marks, faults }),
    microchips: patch.microchips ? chipsOf(patch.microchips, faults) : before.microchips,
    medicalNotes: textOf(patch.medicalNotes, before.medicalNotes, { field: 'medicalNotes', most: PROFILE_LIMITS.notes, faults }),
    contactNotes: textOf(patch.contactNotes, before.contactNotes, { field: 'contactNotes', most: PROFILE_LIMITS.notes, faults }),
  };
  if (profile.name === '') faults.push({ field: 'name', code: 'missing', message: 'A pet needs a name.' });
  if (findBreed(profile.species, profile.breed) === null) {
    faults.push({
      field: 'breed',
      code: 'breed-unknown',
      message: `There is no ${profile.species} breed ${profile.breed} in the list; "mixed" and "unknown" are.`,
    });
  }
  const birthFault = patch.birth ? birthDateFault(patch.birth, today) : null;
  if (birthFault) faults.push({ field: 'birth', code: `birth-${birthFault}`, message: BIRTH_FAULTS[birthFault] });
  if (profile.colours.length > PROFILE_LIMITS.colours) {
    const limit = PROFILE_LIMITS.colours;
    faults.push({ field: 'colours', code: 'too-many', limit, message: `At most ${limit} colours.` });
  }
  if (faults.length > 0) throw new PetError('profile-invalid', faults.map(({ message }) => message).join(' '), faults);
  return { profile, changes: changesBetween(before, profile) };
}

export function changesBetween(before: PetProfile, after: PetProfile): readonly FieldChange[] {
  return (Object.keys(after) as (keyof PetProfile)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => (PRIVATE_FIELDS.has(field) ? { field } : { field, from: before[field], to: after[field] }));
}

interface TextRule {
  readonly field: string;
  /** Characters. */
  readonly most: number;
  readonly faults: FieldFault[];
}

function textOf(text: string | undefined, before: string, { field, most, faults }: TextRule): string {
  if (text === undefined) return before;
  const tidy = text.trim();
  if ([...tidy].length > most) faults.push({ field, code: 'too-long', limit: most, message: `At most ${most} characters.` });
  // A line break and a tab are text; what else is invisible does harm in lists and mails.
  if (/[^\P{Cc}\n\r\t]/u.test(tidy)) faults.push({ field, code: 'control-characters', message: 'No control characters.' });
  return tidy;
}

function chipsOf(typed: readonly string[], faults: FieldFault[]): readonly string[] {
  const numbers = typed.flatMap((text, index) => {
    const check = checkMicrochip(text);
    if (check.kind === 'valid') return [check.chip.number];
    faults.push({ field: `microchips.${index}`, code: `chip-${check.fault}`, message: check.message });
    return [];
  });
  const different = [...new Set(numbers)];
  if (different.length > PROFILE_LIMITS.microchips) {
    const limit = PROFILE_LIMITS.microchips;
    faults.push({ field: 'microchips', code: 'too-many', limit, message: `At most ${limit} microchips.` });
  }
  return different;
}
