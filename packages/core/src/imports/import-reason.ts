import type { DuplicateElsewhere, FieldFault, KnownDuplicate } from '../pets/index.ts';
import type { PhotoProblem } from '../recognition/index.ts';
import type { ImportReason } from './import-record.ts';

/** Of one row: names of files and of columns come from outside, and may be many and long. */
const MOST_REASONS = 20;
/** Characters of each text in a reason, and of all messages together. */
const LONGEST_TEXT = 300;
const LONGEST_DETAIL = 2000;

export function fieldReason({ message, ...fault }: FieldFault): ImportReason {
  return { kind: 'field', ...fault, message: `${fault.field}: ${message}` };
}

export function photoReason(problem: PhotoProblem): ImportReason {
  return { kind: 'photo', problem, message: `${problem.photo}: ${problem.message}` };
}

const WHY: Readonly<Record<KnownDuplicate['why'], string>> = {
  'same-file': 'the same photo file',
  'same-photo': 'a copy of a photo',
  'looks-alike': 'it looks alike',
  'same-microchip': 'the same microchip',
};
const ADVICE = 'If it is another animal, say allowDuplicate in this row.';

/** The own pets alone when there are such: they can be looked at. */
export function duplicateReasons(own: readonly KnownDuplicate[], elsewhere: readonly DuplicateElsewhere[]): readonly ImportReason[] {
  if (own.length > 0) {
    // Of several signs for one pet, the first is the strongest.
    const pets = own.filter(({ pet }, index) => own.findIndex((other) => other.pet.id === pet.id) === index);
    return pets.map(({ pet: { id, name }, why }) => {
      return { kind: 'duplicate', why, pet: { id, name }, message: `May be ${name}, who is registered already (${WHY[why]}). ${ADVICE}` };
    });
  }
  return [...new Set(elsewhere.map(({ why }) => why))].map((why) => {
    return { kind: 'duplicate', why, pet: null, message: `A pet of another account may be the same (${WHY[why]}). ${ADVICE}` };
  });
}

export function sameInFileReason({ why, row }: { readonly why: 'same-file' | 'same-microchip'; readonly row: number }): ImportReason {
  return { kind: 'same-in-file', why, row, message: `May be the animal of row ${row} (${WHY[why]}). ${ADVICE}` };
}

/** As they are kept: without what harms lists, and no more than a person reads. */
export function keptReasons(reasons: readonly ImportReason[]): readonly ImportReason[] {
  const plain = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST_TEXT) : value;
  return JSON.parse(JSON.stringify(reasons.slice(0, MOST_REASONS), plain));
}

/** The messages, one after the other. */
export function detailOf(reasons: readonly ImportReason[]): string {
  return reasons
    .map(({ message }) => message)
    .join(' ')
    .slice(0, LONGEST_DETAIL);
}
