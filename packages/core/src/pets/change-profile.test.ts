import { describe, expect, it } from 'vitest';
import { toCalendarDay } from './calendar-day.ts';
import { changeProfile, type ProfilePatch } from './change-profile.ts';
import { PetError } from './pet-error.ts';
import { emptyProfile } from './pet-profile.ts';

const before = emptyProfile('Mia', 'cat');
const change = (patch: ProfilePatch) => changeProfile(before, patch, toCalendarDay('2026-06-15'));
const faultsOf = (patch: ProfilePatch) => {
  try {
    change(patch);
    return [];
  } catch (error) {
    if (error instanceof PetError) return error.faults.map(({ field }) => field);
    throw error;
  }
};

describe('changing a profile', () => {
  it('keeps what is not named and says what changed', () => {
    const { profile, changes } = change({ breed: 'siamese', marks: '  kinked tail ', microchips: ['276 0981 0123 4567'] });
    expect(profile).toEqual({ ...before, breed: 'siamese', marks: 'kinked tail', microchips: ['276098101234567'] });
    expect(changes).toEqual([
      { field: 'breed', from: 'unknown', to: 'siamese' },
      { field: 'marks', from: '', to: 'kinked tail' },
      { field: 'microchips', from: [], to: ['276098101234567'] },
    ]);
  });

  it('keeps the words of private notes out of the history', () => {
    const { changes } = change({ medicalNotes: 'diabetes', contactNotes: '+49 170 1234567' });
    expect(changes).toEqual([{ field: 'medicalNotes' }, { field: 'contactNotes' }]);
  });

  it('is no change when everything is as before', () => {
    expect(change({ name: ' Mia ', birth: null, colours: [] }).changes).toEqual([]);
  });

  it('can take a birth date and a pattern away again', () => {
    const dated = changeProfile(before, { birth: { date: '2024', estimated: true }, pattern: 'tabby' }, toCalendarDay('2026-06-15'));
    const { profile } = changeProfile(dated.profile, { birth: null, pattern: null }, toCalendarDay('2026-06-15'));
    expect(profile).toEqual(before);
  });

  it('names every fault', () => {
    expect(
      faultsOf({
        name: ' ',
        breed: 'poodle',
        birth: { date: '2027', estimated: false },
        colours: ['black', 'white', 'red', 'tan', 'cream'],
        marks: 'x'.repeat(501),
        microchips: ['276098101234567', '12'],
        contactNotes: 'bell \u0007',
      }),
    ).toEqual(['marks', 'microchips.1', 'contactNotes', 'name', 'breed', 'birth', 'colours']);
  });

  it('takes two microchips, the same one once', () => {
    expect(change({ microchips: ['276098101234567', '2760 98101234567', '123456789'] }).profile.microchips).toHaveLength(2);
    expect(faultsOf({ microchips: ['276098101234567', '276098101234568', '123456789'] })).toEqual(['microchips']);
  });
});
