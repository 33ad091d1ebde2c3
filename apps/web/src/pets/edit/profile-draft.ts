import type { PetProfileDto } from '@snout/contract';
import type { ProfilePatch } from '../../api/pet-api.ts';

/** A profile as it is typed. */
export interface ProfileDraft
  extends Pick<PetProfileDto, 'name' | 'breed' | 'sex' | 'neutered' | 'colours' | 'pattern' | 'marks' | 'medicalNotes' | 'contactNotes'> {
  /** 2024-05-17, 2024-05 or 2024; empty: not known. */
  readonly birthDate: string;
  readonly birthEstimated: boolean;
  /** Two fields, as typed. */
  readonly microchips: readonly [string, string];
}

export function draftOf(profile: PetProfileDto): ProfileDraft {
  const { name, breed, sex, neutered, colours, pattern, marks, medicalNotes, contactNotes, birth, microchips } = profile;
  return {
    name,
    breed,
    sex,
    neutered,
    colours,
    pattern,
    marks,
    medicalNotes,
    contactNotes,
    birthDate: birth?.date ?? '',
    birthEstimated: birth?.estimated ?? false,
    microchips: [microchips[0]?.number ?? '', microchips[1]?.number ?? ''],
  };
}

/** The change to ask for; refused when the pet has another `version` by then. */
export function patchOf({ birthDate, birthEstimated, microchips, ...draft }: ProfileDraft, version: number): ProfilePatch {
  const date = birthDate.trim();
  return {
    ...draft,
    birth: date === '' ? null : { date, estimated: birthEstimated },
    microchips: microchips.map((number) => number.trim()).filter((number) => number !== ''),
    version,
  };
}
